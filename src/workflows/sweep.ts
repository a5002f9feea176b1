import type { ProcessInput } from '../contracts/processes';
import { untilEnded } from './process-loop';

/**
 * Each day in Stockholm: 06.00 wakes what passed undone, 08.30 sends what was gathered for whoever wants one letter a day.
 * Never ends; continues as new like every process.
 */
export async function sweep(input: ProcessInput): Promise<void> {
  await untilEnded('sweep', ['sweepDeadlines', 'writeMorningLetters'], input);
}
