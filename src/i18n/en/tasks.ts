import type { TaskKind } from '../../domain/notifications/task-kinds';
import type { TaskTexts } from '../sv/tasks';

export const tasks: Readonly<Record<TaskKind, TaskTexts>> = {
  approveAgenda: {
    what: 'Approve the agenda of the meeting on {day}',
    rule: 'the rules of procedure',
    consequence: 'the summons cannot be issued',
    button: 'Read and approve',
  },
  issueSummons: {
    what: 'Issue the summons to the meeting on {day}',
    consequence: 'the summons goes out late and the reason has to be noted',
    button: 'To the summons',
  },
  ringUnopened: {
    what: 'Ring those who have not opened the summons to the meeting on {day}',
    rule: "the body's routine",
    consequence: 'someone may come unprepared or stay away',
    button: 'Show who',
  },
  answerSubstituteAsk: {
    what: 'Say whether you can serve at the meeting on {day}',
    rule: 'KL 6:16',
    consequence: 'the question goes to the next substitute',
    button: 'Answer',
  },
  noSubstituteLeft: {
    what: 'No substitute from {principal} can serve on {day}',
    rule: 'KL 6:16',
    consequence: 'the seat is empty at the meeting',
    button: 'Show the seat',
  },
  decideRemote: {
    what: 'Decide whether {person} may take part remotely on {day}',
    rule: 'KL 6:24',
    consequence: 'the member does not know whether a remote place is arranged',
    button: 'Decide',
  },
  readPapers: {
    what: 'Read the papers of the meeting on {day}',
    consequence: 'you meet the matters first in the room',
    button: 'Open the papers',
  },
  openMeeting: {
    what: 'Open the meeting on {day}',
    consequence: 'attendance and decisions cannot be recorded',
    button: 'To the meeting',
  },
  writeMinutes: {
    what: 'Make the minutes of {day} ready for verification',
    rule: 'KL 5:69',
    consequence: 'the minutes are verified late',
    button: 'Write the minutes',
  },
  answerComments: {
    what: 'Read the comments on the minutes of {day}',
    rule: 'M-10',
    consequence: 'the minutes are not signed until the comments are answered',
    button: 'Read the comments',
  },
  verifyMinutes: {
    what: 'Verify the minutes of {day}',
    rule: 'KL 5:69',
    consequence: 'the decisions cannot be announced and the appeal time does not begin',
    button: 'Read and verify',
  },
  verificationLate: {
    what: 'The minutes of {day} were not verified in time',
    rule: 'KL 5:69',
    consequence: 'the decisions cannot be announced and the appeal time does not begin',
    button: 'Show what is missing',
  },
  postNotice: {
    what: 'Post the notice of the meeting on {day} by {postingDay}',
    rule: 'KL 8:12',
    consequence: 'the appeal time begins later for every principal',
    button: 'To the notice',
  },
  noticeLate: {
    what: 'The notice of the meeting on {day} is not up at {principal}',
    rule: 'KL 8:12',
    consequence: 'the appeal time does not begin',
    button: 'Show the notice',
  },
  noticeMissing: {
    what: 'The notice of the meeting on {day} is missing at {principal}',
    rule: 'KL 13:5',
    consequence: 'a new full appeal time has to be counted when all have it up again',
    button: 'Show the notice',
  },
  askCourt: {
    what: 'Ask the court whether the decisions of {day} were appealed',
    rule: 'KL 13:5',
    consequence: 'nobody can say that the decisions have legal force',
    button: 'Record the answer',
  },
  takeDownNotice: {
    what: 'Take down the notice of the meeting on {day}',
    rule: 'KL 8:12',
    consequence: 'the notice certificate cannot be written',
    button: 'To the notice',
  },
  certifyExtracts: {
    what: 'Certify the minutes extracts of {day}',
    rule: "the body's routine",
    consequence: 'those who carry out the decisions do not get them',
    button: 'To the extracts',
  },
  receiveExtract: {
    what: 'Receive the minutes extract {paragraphs} of {day}',
    rule: "the body's routine",
    consequence: 'the sender reminds and rings in the end',
    button: 'Open the extract',
  },
  receiptMissing: {
    what: '{recipient} has not confirmed the extract of {day}',
    rule: "the body's routine",
    consequence: 'nobody knows whether the decision has arrived',
    button: 'Show the dispatch',
  },
  confirmDueDay: {
    what: 'Set a day for the assignment that is due {words}',
    rule: "the body's decision",
    consequence: 'the assignment does not come back by itself',
    button: 'Set the day',
  },
  reportAssignment: {
    what: 'Report on the assignment: {assignment}',
    rule: "the body's decision",
    consequence: 'it is taken up as late at the next meeting',
    button: 'Report',
  },
  assignmentLate: {
    what: 'The assignment was not reported in time: {assignment}',
    rule: "the body's decision",
    consequence: 'it is taken up at the next meeting',
    button: 'Show the assignment',
  },
};
