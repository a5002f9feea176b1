import type { ProcessKind } from './processes';

/**
 * For each command the processes whose reading it may change (wake.md 1); an edit changes none.
 * The runner refuses a wake that does not stand here, and a test compares every read before and after.
 */
export const wakes = {
  // people
  noteSignInAttempt: [],
  signIn: [],
  signInAs: [],
  openSignInLink: [],
  useSignInLink: [],
  keepSession: [],
  signOut: [],
  endMySessions: [],
  changeMyDetails: [],
  setMyPassword: [],
  registerPerson: [],
  assignRole: [],
  endRole: [],
  // bodies
  createAuthority: [],
  createPrincipal: [],
  createNumberSeries: [],
  foundBody: [],
  decideRulesOfProcedure: ['meetingCycle'],
  appointSeatHolder: ['meetingCycle', 'substituteCall'],
  endSeatHolder: ['meetingCycle', 'substituteCall'],
  addDispatchRecipient: [],
  // register
  openMatter: [],
  numberMatter: [],
  closeMatter: [],
  reopenMatter: [],
  cancelMatter: [],
  registerIncoming: [],
  uploadDocument: [],
  replaceDocument: [],
  cancelDocument: [],
  // register: memos
  openMemo: [],
  changeMemo: [],
  saveMemoSection: [],
  markNotApplicable: [],
  chooseRecipients: [],
  readyMemo: ['meetingCycle'],
  fileMemoDocument: ['meetingCycle'],
  // meetings: plan and agenda
  planMeetings: ['meetingCycle'],
  changeMeeting: ['meetingCycle'],
  publishPlan: [],
  setAgendaTemplate: [],
  passMeetingDeadlines: ['meetingCycle'],
  remindSubmission: ['meetingCycle'],
  addItem: [],
  changeItem: [],
  moveItem: [],
  saveOrder: [],
  withdrawItem: [],
  attachDocument: [],
  detachDocument: [],
  moveDocument: [],
  askForApproval: ['meetingCycle'],
  approveAgenda: ['meetingCycle'],
  // meetings: summons
  issueSummons: ['meetingCycle'],
  fileSummonsDocument: ['meetingCycle'],
  mailSummons: ['meetingCycle'],
  sendSummonsAgain: [],
  recordSummonsOpened: [],
  remindSummons: ['meetingCycle'],
  askToRing: ['meetingCycle'],
  askToOpenMeeting: ['meetingCycle'],
  endMeeting: ['meetingCycle'],
  // notifications
  recordMailOpened: ['meetingCycle', 'dispatch'],
} as const satisfies Record<string, readonly ProcessKind[]>;
