import { setTimeout as wait } from 'node:timers/promises';
import type { CaseRows, CaseTime, Underway } from './case-rows';
import { PlayFault } from './play-fault';

const PATIENCE_MS = 30_000;
const FIRST_LOOK_MS = 10;
const LAST_LOOK_MS = 100;

/**
 * Waits until every wake is read, every turn idle, nothing passed without its mark, no letter queued, no fault (wake.md 20).
 * @throws PlayFault that names the row, when that takes more than thirty seconds or waiting does not help
 */
export async function settle(rows: CaseRows, time: CaseTime, patienceMs = PATIENCE_MS): Promise<void> {
  const since = performance.now();
  let pause = FIRST_LOOK_MS;
  for (;;) {
    const now = await time.now();
    const underway = await rows.unsettled(now);
    if (underway.length === 0) return;
    const stuck = underway.find((row) => row.stuck);
    if (stuck !== undefined) throw notSettled(now, [stuck]);
    if (performance.now() - since > patienceMs) throw notSettled(now, underway);
    await wait(pause);
    pause = Math.min(pause * 1.5, LAST_LOOK_MS);
  }
}

function notSettled(now: Date, underway: readonly Underway[]): PlayFault {
  const rows = underway.map(({ what }) => what).join('; ');
  return new PlayFault(`Ärendet har inte kommit till ro (${now.toISOString()}): ${rows}`);
}
