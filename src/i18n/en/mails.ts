import type { MailTemplate } from '../../domain/notifications/mail-templates';
import type { MailText } from '../sv/mails';

/** M-3: an item's planned time is sent to those who are called to it. */
const plannedTimes = {
  paragraph: 'Planned time: {times}. It may change during the meeting.',
  each: 'item {item} at {time}',
};

export const mails: Record<MailTemplate, MailText> = {
  signInLink: {
    subject: 'Your sign-in link to Samråd',
    paragraphs: [
      'You, or someone who knows your e-mail address, asked for a link to sign in.',
      'The link works once, for {minutes} minutes. If you did not ask for it, ignore this letter.',
    ],
    link: 'Sign in',
  },
  summons: {
    subject: 'Summons to {body} {day}',
    paragraphs: [
      'You are summoned to a meeting of {body} {dayAndTime}, {place}.',
      'Read the summons and the papers in Samråd. If you cannot come, report your absence on the same page and your substitute is called.',
    ],
    link: 'Open the summons',
  },
  summonsToSubstitute: {
    subject: 'Meeting of {body} {day}',
    paragraphs: [
      'You are a substitute. {body} meets {dayAndTime}, {place}.',
      'Read the summons and the papers in Samråd. If it is your turn to serve, you are asked in a letter of its own.',
    ],
    link: 'Open the summons',
  },
  summonsToItems: {
    subject: 'Summons to {body} {day}, item {items}',
    paragraphs: [
      'You are called to item {items} when {body} meets {dayAndTime}, {place}.',
      'Read the items and the papers in Samråd. If you cannot come, tell the secretary.',
    ],
    plannedTimes,
    link: 'Open the summons',
  },
  summonsChanged: {
    subject: 'Changed summons to {body} {day}',
    paragraphs: [
      'The summons to {body} {dayAndTime}, {place}, has changed.',
      'The page shows what is new since the last summons.',
    ],
    plannedTimes,
    link: 'See what has changed',
  },
  agendaToApprove: {
    subject: 'Agenda to approve: {body} {day}',
    paragraphs: [
      'The agenda of the meeting of {body} {day} is ready for your approval.',
      'It has to be approved before the summons can be issued, by {dueDay} at the latest.',
    ],
    link: 'Read and approve',
  },
  agendaReturned: {
    subject: 'The agenda is back: {body} {day}',
    paragraphs: [
      'The chair has handed back the agenda of the meeting of {body} {day}, with comments on it.',
      'Change the list and send it again. It has to be approved before the summons can be issued, by {dueDay} at the latest.',
    ],
    link: 'Read the comments',
  },
  submissionReminder: {
    subject: 'Submission deadline {dueDay} for {body}',
    paragraphs: [
      'Matters for the meeting of {body} {day} have to be in by {due}.',
      'A matter that comes later is marked as late on the agenda.',
    ],
    link: 'See your memos',
  },
  summonsReminder: {
    subject: 'Summons to issue: {body} {day}',
    paragraphs: [
      'The summons to the meeting of {body} on {day} has not been issued. It is to be out by {dueDay}.',
      'The page of the meeting shows what is missing.',
    ],
    link: 'To the summons',
  },
  substituteAsk: {
    subject: 'Can you serve in {body} {day}?',
    paragraphs: [
      'A member has reported absence from the meeting of {body} {dayAndTime}. You are next in order to serve.',
      'Answer by {answerBy}. After that the next substitute is asked.',
    ],
    link: 'Answer yes or no',
  },
  substituteNotNeeded: {
    subject: 'You need not serve in {body} {day}',
    paragraphs: [
      'The member you were to replace at the meeting of {body} {day} comes after all. Thank you for being ready.',
    ],
    link: 'Open the summons',
  },
  remoteDecision: {
    subject: 'Decision on remote participation, {body} {day}',
    paragraphs: ['The chair has decided on your request to take part remotely in {body} {day}.'],
    link: 'Read the decision',
  },
  minutesToVerify: {
    subject: 'Minutes to verify: {body} {day}',
    paragraphs: [
      'The minutes of {body} {day} are ready for your verification.',
      'They have to be verified by {dueDay}.',
    ],
    link: 'Read and verify',
  },
  verificationReminder: {
    subject: 'Reminder: minutes to verify, {body} {day}',
    paragraphs: [
      'The minutes of {body} {day} are waiting to be verified.',
      'They have to be verified by {dueDay}. The appeal time cannot begin before they are verified and announced.',
    ],
    link: 'Read and verify',
  },
  noticeToPost: {
    subject: 'Notice to post {postingDay}: {body}',
    paragraphs: [
      'The minutes of {body} {day} are verified. Post the notice on your board {postingDay}, the same day on every board.',
      'The appeal time runs from the day when all boards carry it (Local Government Act 13:5). Confirm when it is up.',
    ],
    link: 'Get the notice and confirm',
  },
  noticeDayMoved: {
    subject: 'Changed day of a notice: {body}',
    paragraphs: [
      'The appeal time for the minutes of {body} {day} is counted from the day when the boards of all principals carried the notice. It ends {endDay}.',
      'The notice may not be taken down before {takeDownDay}, even if another day is printed on it. If it is taken down earlier on any board, the whole time has to be counted anew for all of them (Local Government Act 8:12 and 13:5).',
      'A new notice with the right day is on the page. Put it up in the place of the one that is up.',
    ],
    link: 'See the notice',
  },
  noticeReminder: {
    subject: 'Notice missing: {body}',
    paragraphs: [
      'The notice of verified minutes of {body} {day} is not confirmed on your board.',
      'While it is missing, the appeal time does not begin for any of the principals (Local Government Act 9:32 and 13:5).',
    ],
    link: 'Get the notice and confirm',
  },
  noticeToTakeDown: {
    subject: 'Notice to take down: {body}',
    paragraphs: [
      'The appeal time for the minutes of {body} {day} has ended. The notice may be taken down from {takeDownDay}.',
    ],
    link: 'Confirm that it is down',
  },
  extract: {
    subject: 'Minutes extract from {body} {day}: {paragraphs}',
    paragraphs: [
      'This is an extract of the minutes of {body} {day}: {paragraphs}.',
      'Please confirm that you have received it, so that the board knows that the decision has reached you.',
    ],
    replyBy: 'The body asks for your answer on the decision by {replyDay} at the latest.',
    link: 'Get it and confirm receipt',
  },
  receiptReminder: {
    subject: 'Reminder: confirm minutes extract from {body} {day}: {paragraphs}',
    paragraphs: ['The receipt of the minutes extract from {body} {day}, {paragraphs}, is not confirmed.'],
    link: 'Get it and confirm receipt',
  },
  assignmentReminder: {
    subject: 'Assignment from {body} to report by {dueDay}',
    paragraphs: [
      'You have an assignment from {body} {day} to report back by {dueDay}.',
      'The report is put on the agenda of the board.',
    ],
    link: 'Open the assignment',
  },
  morningLetter: {
    subject: 'Gathered mail from Samråd {day}',
    paragraphs: [
      'You have chosen to have what can wait gathered in one mail a day. This has come since the last one. What is to be done also stands in your task list.',
    ],
    link: 'To your tasks',
  },
};
