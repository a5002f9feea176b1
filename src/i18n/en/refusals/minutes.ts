import type { minutesRefusals } from '../../../domain/refusals/minutes';

export const minutes: Record<keyof typeof minutesRefusals, string> = {
  'meeting-ends-before-it-begins':
    'A meeting cannot end before it has begun. Correct the times so that the end comes after the start.',
  'minutes-without-paragraphs':
    'The minutes have no paragraphs. Close the meeting so that the items get their numbers.',
  'minutes-without-writer': 'The minutes have no writer. State who wrote them.',
  'minutes-without-chair':
    'It is not said who presided, and the minutes are kept on the responsibility of the chair (KL 6:35). State under Who presides who does.',
  'verifiers-missing':
    '{chosen} verifiers are chosen, and the rules of procedure demand {needed} beside the chair. Choose the right number.',
  'verification-day-and-place-missing':
    'Day and place of verification are missing. The body decides them, and they stand on the front page of the minutes. Fill them in.',
  'paragraph-without-serving': '§ {paragraph} does not show who served. Correct the attendance.',
  'paragraph-without-decision': '§ {paragraph} has no decision. Record what the body decided.',
  'paragraph-not-quorate':
    '§ {paragraph} has a decision, but the attendance does not make a quorum. Correct the attendance if it is wrong.',
  'paragraph-without-points': '§ {paragraph} has no points of decision. Write what the body decided.',
  'paragraph-without-reason': '§ {paragraph} does not say why the item was not decided. Write the reason.',
  'motion-without-text':
    '§ {paragraph} has a motion without text. Write what was moved, or record that it was withdrawn.',
  'paragraph-without-propositions':
    '§ {paragraph} has more than one proposal but no order of propositions. State the order in which the chair put them.',
  'paragraph-vote-open': 'The vote in § {paragraph} is not closed. Close it so that its result can be told.',
  'paragraph-vote-incomplete':
    'The vote in § {paragraph} does not show how all who served voted. Correct the votes or the attendance.',
  'assignment-without-owner': 'An assignment in § {paragraph} has no owner. State who was given it.',
  'assignment-without-day':
    'An assignment in § {paragraph} has no day for its report. Confirm the proposed day or choose another.',
  'condition-not-followed':
    '§ {paragraph} is a conditional decision that nobody follows. State what is to be completed, by whom and when.',
  'condition-without-owner': 'The completion in § {paragraph} has no owner. State who is to complete it.',
  'condition-without-day': 'The completion in § {paragraph} has no day. State when it is to be done.',
  'minutes-presented-already':
    'The minutes are out for verification and their text is locked. Take them back for editing first.',
  'minutes-not-frozen': 'The text to sign is being made. Wait a moment, reload the page, and sign then.',
  'minutes-not-presented':
    'The minutes have not been presented for verification. The secretary presents them when they are complete.',
  'digital-verification-not-allowed':
    'The rules of procedure of the body do not allow digital verification, since the full council has not decided on the way (KL 5:69). Enter the decision in the rules first.',
  'not-a-verifier':
    'You are not chosen to verify these minutes. The chair does, and the one who was chosen at the meeting.',
  'already-signed': 'You have already verified these minutes. Nothing more needs to be done.',
  'writer-signs-first':
    'The writer of the minutes signs first. Wait until that is done; you will be reminded.',
  'chair-signs-first':
    'The chair verifies before the elected verifiers. Wait until that is done; you will be reminded.',
  'text-changed-since-read':
    'The minutes have changed since you read them. Read the new text and verify then.',
  'minutes-verified-no-edit':
    'The minutes are verified by all and are not edited. An obvious slip is put right in a new document that is registered in the matter, or in an item of a coming meeting that is linked to the minutes as a supplement; anything else is a new matter.',
  'edit-after-signature-needs-reason':
    'Signatures already given ({given}) become void if the text is edited. Write the reason for the edit.',
  'verifier-has-signed':
    'The verifier has already verified and need not be replaced. Read the page anew and see who remains.',
  'replacement-needs-reason': 'Write why the verifier is prevented. The reason is kept with the change.',
  'verifier-did-not-serve':
    'Only those who served at the meeting can verify its minutes. Choose one of them.',
  'verifier-signs-already': 'The person already signs the minutes. Choose another of those who served.',
  'presiding-not-serving':
    'Whoever leads the meeting must serve. Choose one of those who serve now, or note first that the person has come.',
  'chair-verifies-already':
    'Whoever presides, or has presided over an item, verifies as chair. Choose another member to verify beside the chair.',
  'verifier-twice': 'The same person is chosen twice. Choose different verifiers.',
  'posting-confirmed-already':
    'The posting on that board is already confirmed. A wrong day is corrected, with a reason.',
  'posting-not-confirmed': 'The posting on that board is not confirmed. Confirm first when it was put up.',
  'posting-before-verification':
    'The notice is said to be put up on {stated}, but the minutes were verified on {verified}. State the day that stands on the notice, not before the day of verification.',
  'posting-in-future': 'The day {stated} has not come yet. Confirm the notice when it is up.',
  'posting-same-day': 'The notice is confirmed as put up on {day} already. State the day that is right.',
  'posting-after-missing':
    'The notice cannot have been put up on {stated}, since it is reported missing from {missing}. State a day up to and including {missing}. If it came up again later than the record says, report it missing instead from the day when it was recorded as up and state when it was up again: the appeal time is then counted from that day.',
  'posting-day-passed':
    'The day {stated} has passed already. Choose today or later. A board that already carries the notice is confirmed with the day that stands on it.',
  'posting-day-after-last':
    'The posting day {stated} is too late: the verification is announced at the latest on the second day after it, which is {last} (Local Government Act 8:12). Choose a day up to and including {last}. A board that cannot make it is confirmed with its own day.',
  'posting-day-after-late':
    'The last day for the notice has passed already (Local Government Act 8:12), so it goes up as soon as possible. Choose a day from today up to and including {last}, not {stated}.',
  'correction-needs-sign-in':
    'The appeal time seems to have ended, and a corrected day counts it anew for all. Sign in and correct the day there, or write to the secretary.',
  'posting-stated-signed-in':
    'The day was confirmed or corrected by somebody who was signed in, so it is not corrected by the link. Sign in and correct it there, or write to the secretary.',
  'correction-needs-reason':
    'A corrected day has a reason, since the appeal time is counted from it. Write the reason.',
  'posting-down-already':
    'The taking down is already confirmed for that board. A wrong day is corrected, with a reason.',
  'appeal-time-over':
    'The court has answered or the notice has been taken down, so its days no longer change (Local Government Act 13:5). Ask a lawyer if the notice was wrong all the same.',
  'posting-missing-already':
    'The notice is already reported missing from that board. Report instead when it is up again.',
  'posting-not-missing':
    'The notice is not reported missing from that board, so there is nothing to restore. Read the page anew and see what holds for the board.',
  'missing-day-outside':
    'The day must be between {from} and {to}. Choose the day when the notice was missing or came up again.',
  'minutes-no-longer-published':
    'The minutes are no longer shown here: the time that the body has set after the notice was taken down is over. The original remains. Ask {host}, {mailbox}, for it.',
  'posting-not-down':
    'The taking down is not confirmed for that board, so there is no day to correct. Confirm the taking down.',
  'take-down-needs-reason':
    'A corrected day of taking down has a reason, since the day stands in the certificate. Write the reason.',
  'take-down-same-day': 'The taking down is confirmed on {day} already. State the day that is right.',
  'take-down-before-all-boards':
    'The notice is not on all boards yet, so the appeal time has not begun. Leave it up.',
  'take-down-too-early':
    'The notice stays up to and including {endsOn}, when the appeal time ends. Take it down on {earliest} at the earliest. If it has already gone missing, put it up again and tell the secretary.',
  'take-down-in-future': 'The day {day} has not come yet. Confirm the taking down when it is done.',
  'court-answer-before-announced':
    'The minutes are not announced on all boards, so the appeal time has not begun. Ask the court when it has ended.',
  'court-answer-too-early':
    'The appeal time ends on {endsOn}. The answer of the court counts only if it is given after that day. Ask then.',
  'court-answer-recorded':
    'The answer of the court is already recorded. If the court sends word anew, register it as an incoming document of the matter.',
  'court-answer-in-future': 'The day {day} has not come yet. State the day when the court answered.',
  'court-answer-needs-reference':
    'State the reference of the court or who answered, so that it can be checked.',
  'appeal-not-said':
    'The answer has appealed paragraphs, but does not say that anyone has appealed. Tick that someone has appealed, or remove the paragraphs.',
  'appeal-needs-case-number':
    'The court has answered that decisions are appealed. State the case number of every appealed paragraph.',
  'supplement-of-other-body': 'The minutes belong to another body. Choose earlier minutes of the same body.',
  'supplement-of-later-minutes':
    'The minutes of {day} are not older than the meeting. A supplement concerns earlier minutes.',
  'supplement-of-unverified-minutes':
    'The minutes of {day} are not verified. Change the minutes themselves before verification instead of supplementing them.',
  'supplement-without-points': 'The supplement is empty. Write what is to be added, one point at a time.',
};
