import type { Clock } from '../../contracts/ports';

/**
 * The case's time is a line through the workflow server's: case = caseStart + (server - serverStart) * speed.
 * real: the same time. rehearsal: the test server's time, shifted to the case's days. scaled: one case day is n ms.
 */
export interface ClockLine {
  readonly serverStart: number;
  readonly caseStart: number;
  /** Case milliseconds per server millisecond. */
  readonly speed: number;
}

export const realLine: ClockLine = { serverStart: 0, caseStart: 0, speed: 1 };

/**
 * @param line how the case's time runs through the server's
 * @param serverNow the server's now (epoch ms): the machine's, or asked of the time-skipping server
 */
export function createClock(line: ClockLine, serverNow: () => Promise<number>): Clock {
  return {
    now: async () => new Date(line.caseStart + ((await serverNow()) - line.serverStart) * line.speed),
    toServerTime: (at) => Math.ceil(line.serverStart + (at.getTime() - line.caseStart) / line.speed),
  };
}

/** The machine's time, for the real and the scaled clock. */
export const machineNow = (): Promise<number> => Promise.resolve(Date.now());

/** Which clock a process runs by: a line through the server's time, or a file that holds how far the case's time may run. */
export type ClockSetting =
  | { readonly driver: 'real' | 'rehearsal' | 'scaled'; readonly line: ClockLine }
  | { readonly driver: 'scaledByFile'; readonly file: string };

const BY_FILE = 'scaled:file:';

/**
 * Reads `SAMRAD_CLOCK`: 'real', 'rehearsal:<serverStart>:<caseStart>', 'scaled:<serverStart>:<caseStart>:<ms per case day>'
 * (epoch ms) or 'scaled:file:<path>' (scaled-file.ts).
 * @returns null when the text is none of these
 */
export function parseClockSetting(text: string): ClockSetting | null {
  if (text === 'real') return { driver: 'real', line: realLine };
  if (text.startsWith(BY_FILE)) {
    const file = text.slice(BY_FILE.length);
    return file === '' ? null : { driver: 'scaledByFile', file };
  }
  const [driver, serverStart, caseStart, dayMs] = text.split(':');
  const server = Number(serverStart);
  const start = Number(caseStart);
  if (!Number.isFinite(server) || !Number.isFinite(start)) return null;
  if (driver === 'rehearsal') return { driver, line: { serverStart: server, caseStart: start, speed: 1 } };
  if (driver === 'scaled' && Number(dayMs) > 0) {
    return { driver, line: { serverStart: server, caseStart: start, speed: 86_400_000 / Number(dayMs) } };
  }
  return null;
}
