import { pino } from 'pino';
import type { Log } from '../contracts/ports';

/** Structured log lines on standard output: ids, codes and figures, never names, addresses or texts. */
export function createLog(
  process: 'api' | 'worker' | 'tool',
  level: 'debug' | 'info' | 'warn' | 'error',
): Log {
  return pino({ name: process, level, base: { process }, timestamp: pino.stdTimeFunctions.isoTime });
}
