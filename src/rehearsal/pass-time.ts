import { addDays } from '../domain/time/day';
import { dayOf, momentAt } from '../domain/time/stockholm';
import type { CaseRows, CaseTime } from './case-rows';
import { settle } from './settle';

const SWEEP_AT = '06:00';

/**
 * Lets the case's time pass up to a moment: from one instant at which something happens to the next, never further, and at
 * each until the rows have come to rest. A free run would overtake wakes that are still on their way.
 */
export async function passTimeTo(
  until: Date,
  rows: CaseRows,
  time: CaseTime,
  patienceMs?: number,
): Promise<void> {
  for (;;) {
    const now = await time.now();
    if (now >= until) return;
    const next = await rows.nextInstant(now);
    const stops = [until, nextSweep(now), ...(next === null ? [] : [next])];
    await time.moveTo(new Date(Math.min(...stops.map((at) => at.getTime()))));
    await settle(rows, time, patienceMs);
  }
}

/** The next time the sweeps run: 06.00 in Stockholm. */
function nextSweep(now: Date): Date {
  const today = momentAt(dayOf(now), SWEEP_AT);
  return today > now ? today : momentAt(addDays(dayOf(now), 1), SWEEP_AT);
}
