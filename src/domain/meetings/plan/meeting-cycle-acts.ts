/** What a meeting's cycle does by itself, in the office's order; the workflow knows these names. */
export const meetingCycleActs = [
  'makeMemos',
  'makeSummons',
  'sendSummons',
  'countDeadlines',
  'passDeadlines',
  'taskApproveAgenda',
  'remindSubmission',
  'taskIssueSummons',
  'taskRingUnopened',
  'taskOpenMeeting',
  'endMeeting',
] as const;

export type MeetingCycleAct = (typeof meetingCycleActs)[number];
