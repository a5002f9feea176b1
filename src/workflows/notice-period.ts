import type { ProcessInput } from '../contracts/processes';
import { noticePeriodActs } from '../domain/meetings/notice/notice-period-due';
import { untilEnded } from './process-loop';

/** M-11: every board carries the notice, three weeks run, the court is asked, the last board takes it down. */
export async function noticePeriod(input: ProcessInput): Promise<void> {
  await untilEnded('noticePeriod', noticePeriodActs, input);
}
