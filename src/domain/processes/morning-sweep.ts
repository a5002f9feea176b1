import { addDays, type Day } from '../time/day';
import { dayOf, momentAt } from '../time/stockholm';

/** The nightly sweep of the office's days: 06.00 in Stockholm (docs/architecture.md, `sweep`). */
export const SWEEP_TIME = '06:00';

/** When what was gathered for somebody goes as one letter: after the reminders of the morning have been written (N-1). */
export const MORNING_LETTER_TIME = '08:30';

/** Something that is done once a day from a time on. */
export interface Daily {
  readonly due: boolean;
  readonly day: Day;
  readonly nextAt: Date;
}

/**
 * Is today's due, and when is the next?
 * @param ran the last day it ran, null before the first
 * @param time in Stockholm
 */
export function daily(now: Date, ran: Day | null, time: string): Daily {
  const today = dayOf(now);
  const at = momentAt(today, time);
  if (now < at) return { due: false, day: today, nextAt: at };
  return { due: ran === null || ran < today, day: today, nextAt: momentAt(addDays(today, 1), time) };
}
