import { createHash, randomBytes } from 'node:crypto';
import type { Response } from 'express';

export const sessionCookie = 'samrad';

/** Hours until a person has to sign in again, whatever is done meanwhile. */
export const SESSION_HOURS = 12;

/** A new token for the cookie; only its hash is stored. */
export function newToken(): { readonly token: string; readonly id: string; readonly csrfToken: string } {
  const token = randomBytes(32).toString('base64url');
  return { token, id: sessionIdOf(token), csrfToken: randomBytes(32).toString('base64url') };
}

/** The row's id for a cookie's token: its SHA-256, so that a stolen table signs nobody in. */
export function sessionIdOf(token: string): string {
  return createHash('sha256').update(token).digest('hex');
}

export function setSessionCookie(res: Response, token: string, secure: boolean): void {
  res.cookie(sessionCookie, token, { ...options(secure), maxAge: SESSION_HOURS * 3_600_000 });
}

export function clearSessionCookie(res: Response, secure: boolean): void {
  res.clearCookie(sessionCookie, options(secure));
}

const options = (secure: boolean) => ({ httpOnly: true, sameSite: 'lax', secure, path: '/' }) as const;
