import { readFileSync, renameSync, writeFileSync } from 'node:fs';
import type { Clock } from '../../contracts/ports';

/**
 * A stretch of the scaled clock: the case's time runs from one moment to another, and stands there until the next stretch
 * is written. So a case can never run past what is under way, however long a killed process takes to come back.
 */
export interface Stretch {
  /** The machine's moment at which the stretch began, epoch ms. */
  readonly machineStart: number;
  /** The case's moments at which the stretch begins and at which time stands again, epoch ms. */
  readonly caseStart: number;
  readonly caseEnd: number;
  /** Machine milliseconds of a case day. */
  readonly dayMs: number;
}

/** While time stands nobody knows when it goes on: whoever waits for what is near looks again, later each time. */
const SHORTEST_LOOK_MS = 60;
const LONGEST_LOOK_MS = 250;

const DAY_MS = 86_400_000;

/** Writes the stretch whole or not at all: other processes read the file at every look at the clock. */
export function writeStretch(file: string, stretch: Stretch): void {
  const { machineStart, caseStart, caseEnd, dayMs } = stretch;
  const next = `${file}.next`;
  writeFileSync(next, [machineStart, caseStart, caseEnd, dayMs].join(':'));
  renameSync(next, file);
}

/** @throws when the file is missing or holds something else */
export function readStretch(file: string): Stretch {
  const [machineStart, caseStart, caseEnd, dayMs] = readFileSync(file, 'utf8').split(':').map(Number);
  if (
    machineStart === undefined ||
    caseStart === undefined ||
    caseEnd === undefined ||
    dayMs === undefined ||
    !(dayMs > 0)
  )
    throw new Error(`${file} holds no stretch of time`);
  return { machineStart, caseStart, caseEnd, dayMs };
}

/**
 * The scaled clock of a kill test, read from a file that one process writes.
 * @param machineNow epoch ms
 */
export function createScaledFileClock(file: string, machineNow: () => number = Date.now): Clock {
  return {
    now: () => Promise.resolve(new Date(caseNow(readStretch(file), machineNow()))),
    toServerTime: (at) => {
      const stretch = readStretch(file);
      const machine = machineNow();
      const ahead = at.getTime() - caseNow(stretch, machine);
      const soonest = machine + Math.ceil((ahead * stretch.dayMs) / DAY_MS);
      if (ahead <= 0 || at.getTime() <= stretch.caseEnd) return soonest;
      const stood = Math.max(0, machine - endOf(stretch));
      return Math.max(soonest, machine + Math.min(LONGEST_LOOK_MS, Math.max(SHORTEST_LOOK_MS, stood / 2)));
    },
  };
}

function caseNow({ machineStart, caseStart, caseEnd, dayMs }: Stretch, machine: number): number {
  const run = Math.max(0, machine - machineStart) * (DAY_MS / dayMs);
  return Math.min(caseEnd, Math.floor(caseStart + run));
}

/** The machine's moment at which the stretch has run out. */
function endOf({ machineStart, caseStart, caseEnd, dayMs }: Stretch): number {
  return machineStart + ((caseEnd - caseStart) * dayMs) / DAY_MS;
}
