import type { ProcessInput } from '../contracts/processes';
import { untilEnded } from './process-loop';

/** M-5: an absent member's substitutes are asked in order, until one serves or nobody is left. */
export async function substituteCall(input: ProcessInput): Promise<void> {
  await untilEnded('substituteCall', ['advance'], input);
}
