// The bundle's entry: one workflow a process. Its name is the process kind of contracts/processes.
export { meetingCycle } from './meeting-cycle';
export { substituteCall } from './substitute-call';
export { sweep } from './sweep';
export { noticePeriod } from './notice-period';
