import type { ProcessInput } from '../contracts/processes';
import { untilEnded } from './process-loop';

/** 06.00 Stockholm, each day: wakes what passed undone. Never ends; continues as new like every process. */
export async function sweep(input: ProcessInput): Promise<void> {
  await untilEnded('sweep', ['sweepDeadlines'], input);
}
