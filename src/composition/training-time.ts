import { reconcile } from '../commands/processes/reconcile';
import { dayOf } from '../domain/time/stockholm';
import { runFrom } from '../infrastructure/clock/training';
import type { Parts } from './parts';

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
  };
}
