import { setTimeout as wait } from 'node:timers/promises';
import { createScaledFileClock, writeStretch } from '../../infrastructure/clock/scaled-file';
import type { CaseTime } from '../case-rows';

const DAY_MS = 86_400_000;

/** The scaled clock as the player moves it: it runs to the next stop by itself and stands there. */
export interface PacedTime extends CaseTime {
  /** Milliseconds that the case's time has run in all. */
  readonly ranMs: () => number;
}

/**
 * @param file that every process of the installation reads
 * @param dayMs machine milliseconds of a case day
 * @param setsOut told the day, counted from the start, that time sets out for
 */
export function createPacedTime(
  file: string,
  starts: Date,
  dayMs: number,
  setsOut: (day: number) => void = () => undefined,
): PacedTime {
  const clock = createScaledFileClock(file);
  const stand = starts.getTime();
  writeStretch(file, { machineStart: Date.now(), caseStart: stand, caseEnd: stand, dayMs });
  let ran = 0;
  return {
    now: () => clock.now(),
    ranMs: () => ran,
    moveTo: async (at) => {
      const from = (await clock.now()).getTime();
      if (at.getTime() <= from) return;
      setsOut(Math.floor((at.getTime() - stand) / DAY_MS));
      const begun = Date.now();
      writeStretch(file, { machineStart: begun, caseStart: from, caseEnd: at.getTime(), dayMs });
      while ((await clock.now()) < at) await wait(Math.max(1, clock.toServerTime(at) - Date.now()));
      ran += Date.now() - begun;
    },
  };
}
