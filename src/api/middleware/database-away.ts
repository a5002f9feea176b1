/** SQLSTATE: connections that broke (08), a server that is shut down, crashed or starting (57P01 to 57P03), too many clients. */
const awayStates = /^(08[0-9A-Z]{3}|57P0[1-3]|53300)$/;
const awayCodes = new Set(['ECONNREFUSED', 'ECONNRESET', 'EPIPE', 'ETIMEDOUT', 'ENOTFOUND', 'EHOSTUNREACH']);
/** What the driver, its pool and a transaction whose connection broke say without a code. */
const awayWords =
  /Connection terminated|connection error and is not queryable|Timeout acquiring a connection|Connection ended unexpectedly|Transaction query already complete/i;

/** Whether a request failed because the database could not be reached: the same request may succeed in a moment. */
export function isDatabaseAway(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  const code = 'code' in error && typeof error.code === 'string' ? error.code : '';
  return awayStates.test(code) || awayCodes.has(code) || awayWords.test(error.message);
}
