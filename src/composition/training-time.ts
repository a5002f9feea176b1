import { existsSync } from 'node:fs';
import { reconcile } from '../commands/processes/reconcile';
import { dayOf } from '../domain/time/stockholm';
import { writeStretch } from '../infrastructure/clock/scaled-file';
import type { Parts } from './parts';

const DAY_MS = 86_400_000;
/** The last instant that a JavaScript date can hold a day before: this time never stands still. */
const NEVER = 8_640_000_000_000_000 - DAY_MS;

/** From now on the case's time runs as fast as the machine's, from that moment. */
function runFrom(file: string, at: number): void {
  writeStretch(file, { machineStart: Date.now(), caseStart: at, caseEnd: NEVER, dayMs: DAY_MS });
}

/** The demo county's time is the machine's until somebody moves it on; a start later on keeps how far it was moved. */
export function openTrainingTime(file: string): void {
  if (!existsSync(file)) runFrom(file, Date.now());
}

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
