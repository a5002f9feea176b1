import { setTimeout as wait } from 'node:timers/promises';
import { reconcile } from '../commands/processes/reconcile';
import { dayOf } from '../domain/time/stockholm';
import { runFrom } from '../infrastructure/clock/training';
import { readUnsettled } from '../store/queries/case-files/unsettled';
import type { Parts } from './parts';

const PATIENCE_MS = 20_000;
const PAUSE_MS = 250;

/**
 * Moves the demo county's time on, and wakes every process, which waits by the time that was.
 * @returns undefined where time is not to be moved: outside the demo county
 */
export function trainingTime({ config, orm }: Parts): ((to: Date) => Promise<void>) | undefined {
  const { clock } = config;
  if (!config.demo || clock.driver !== 'scaledByFile') return undefined;
  return async (to) => {
    runFrom(clock.file, to.getTime());
    await reconcile(orm.em, dayOf(to));
    await settled(orm.em, to);
  };
}

/** The office has done what the new day asks for before the page is shown; what takes longer goes on behind it. */
async function settled(em: Parts['orm']['em'], now: Date): Promise<void> {
  const until = Date.now() + PATIENCE_MS;
  while (Date.now() < until) {
    if ((await readUnsettled(em.fork(), now)).every(({ stuck }) => stuck)) return;
    await wait(PAUSE_MS);
  }
}
