import { timingSafeEqual } from 'node:crypto';

/** Whether a posted token is the session's, in time that tells nothing. */
export function sameToken(given: unknown, own: string): boolean {
  if (typeof given !== 'string') return false;
  const [a, b] = [Buffer.from(given), Buffer.from(own)];
  return a.length === b.length && timingSafeEqual(a, b);
}
