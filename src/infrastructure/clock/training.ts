import { existsSync } from 'node:fs';
import { writeStretch } from './scaled-file';

const DAY_MS = 86_400_000;
/** A day before the last instant that a date can hold: this time never stands still. */
const NEVER = 8_640_000_000_000_000 - DAY_MS;

/** From now on the case's time runs as fast as the machine's, from that moment. @param at epoch ms */
export function runFrom(file: string, at: number): void {
  writeStretch(file, { machineStart: Date.now(), caseStart: at, caseEnd: NEVER, dayMs: DAY_MS });
}

/** The demo county's time is the machine's until somebody moves it on; a later start keeps how far it was moved. */
export function openTrainingTime(file: string): void {
  if (!existsSync(file)) runFrom(file, Date.now());
}
