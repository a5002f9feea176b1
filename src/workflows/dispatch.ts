import type { ProcessInput } from '../contracts/processes';
import { dispatchActs } from '../domain/dispatch/dispatch-due';
import { untilEnded } from './process-loop';

/** M-12: an extract is made, sent to each recipient, reminded of, and closed when all have it. */
export async function dispatch(input: ProcessInput): Promise<void> {
  await untilEnded('dispatch', dispatchActs, input);
}
