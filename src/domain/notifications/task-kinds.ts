/** Every kind of task (N-1). Its sentences stand in i18n/<language>/tasks.ts: what to do, the rule, what happens if it is missed, the button. */
export const taskKinds = [
  'approveAgenda',
  'issueSummons',
  'ringUnopened',
  'answerSubstituteAsk',
  'noSubstituteLeft',
  'decideRemote',
  'readPapers',
  'openMeeting',
  'writeMinutes',
  'answerComments',
  'verifyMinutes',
  'verificationLate',
  'postNotice',
  'noticeLate',
  'noticeMissing',
  'askCourt',
  'takeDownNotice',
  'certifyExtracts',
  'receiveExtract',
  'receiptMissing',
  'confirmDueDay',
  'reportAssignment',
  'assignmentLate',
] as const;

export type TaskKind = (typeof taskKinds)[number];
