import type { ProcessInput } from '../contracts/processes';
import { assignmentFollowUpActs } from '../domain/assignments/assignment-follow-up-due';
import { untilEnded } from './process-loop';

/** M-13: an assignment is given a day, reminded of, marked late, and ends with its report on the body's agenda. */
export async function assignmentFollowUp(input: ProcessInput): Promise<void> {
  await untilEnded('assignmentFollowUp', assignmentFollowUpActs, input);
}
