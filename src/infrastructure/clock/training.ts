import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { writeStretch } from './scaled-file';

const DAY_MS = 86_400_000;
/** A day before the last instant that a date can hold: this time never stands still. */
const NEVER = 8_640_000_000_000_000 - DAY_MS;

/** From now on the case's time runs as fast as the machine's, from that moment. @param at epoch ms */
export function runFrom(file: string, at: number): void {
  writeStretch(file, { machineStart: Date.now(), caseStart: at, caseEnd: NEVER, dayMs: DAY_MS });
}

/**
 * The demo county's own time in a data folder: the machine's until somebody moves it on; a later start keeps how far.
 * @returns what `SAMRAD_CLOCK` is set to
 */
export function trainingClock(root: string): string {
  const file = join(root, 'clock');
  if (!existsSync(file)) runFrom(file, Date.now());
  return `scaled:file:${file}`;
}
