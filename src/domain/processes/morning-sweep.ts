import { addDays, type Day } from '../time/day';
import { dayOf, momentAt } from '../time/stockholm';

/** The nightly sweep of the office's days: 06.00 in Stockholm (docs/architecture.md, `sweep`). */
export const SWEEP_TIME = '06:00';

/**
 * Is the sweep of today due, and when is the next?
 * @param ran the last day it ran, null before the first
 */
export function morningSweep(
  now: Date,
  ran: Day | null,
): { readonly due: boolean; readonly day: Day; readonly nextAt: Date } {
  const today = dayOf(now);
  const at = momentAt(today, SWEEP_TIME);
  if (now < at) return { due: false, day: today, nextAt: at };
  return { due: ran === null || ran < today, day: today, nextAt: momentAt(addDays(today, 1), SWEEP_TIME) };
}
