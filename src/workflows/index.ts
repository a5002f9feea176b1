// The bundle's entry: one workflow a process. Its name is the process kind of contracts/processes.
export { sweep } from './sweep';
