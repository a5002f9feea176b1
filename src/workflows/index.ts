// The bundle's entry: one workflow a process. Its name is the process kind of contracts/processes.
export { meetingCycle } from './meeting-cycle';
export { dispatch } from './dispatch';
export { assignmentFollowUp } from './assignment-follow-up';
export { substituteCall } from './substitute-call';
export { sweep } from './sweep';
export { minutesVerification } from './minutes-verification';
export { noticePeriod } from './notice-period';
