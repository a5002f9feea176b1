import type { ProcessInput } from '../contracts/processes';
import { meetingCycleActs } from '../domain/meetings/plan/meeting-cycle-acts';
import { untilEnded } from './process-loop';

/** A meeting from the plan to the end: reminded, approved, summoned, opened; over when all is announced and dispatched. */
export async function meetingCycle(input: ProcessInput): Promise<void> {
  await untilEnded('meetingCycle', meetingCycleActs, input);
}
