import { createHash, randomBytes } from 'node:crypto';
import type { Request } from 'express';
import { noteSignInAttempt } from '../../../commands/people/note-sign-in-attempt';
import { openSignInLink } from '../../../commands/people/open-sign-in-link';
import { signIn } from '../../../commands/people/sign-in';
import { useSignInLink } from '../../../commands/people/use-sign-in-link';
import type { RunResult } from '../../../commands/runner/run';
import type { Refusal } from '../../../domain/refusals/refusal';
import type { ApiDeps } from '../../deps';
import { localAddress, paths } from '../../paths';
import { newToken, SESSION_HOURS } from '../../session-cookie';
import { visitOf } from '../../visit';

/** Minutes that a sign-in link is good for. */
export const LINK_MINUTES = 15;

export interface SignedInNow {
  readonly ok: true;
  readonly personId: string;
  /** For the cookie. */
  readonly token: string;
  readonly csrfToken: string;
}

const fingerprint = 'sign-in-attempt';

/** Counts a try against its account and its network address before it is made; refuses when there were too many. */
async function countAttempt(
  deps: ApiDeps,
  req: Request,
  email: string,
  kind: 'password' | 'link',
): Promise<RunResult<object>> {
  const { traceId, address } = visitOf(req);
  const keys = {
    account: accountKey(deps, email),
    address: deps.sealer.fingerprint(fingerprint, `address/${address}`),
  };
  return deps.run(noteSignInAttempt, { kind: 'public' }, { ...keys, kind }, { traceId });
}

/** Signs in with address and password, throttled; pages and JSON alike. */
export async function passwordSignIn(
  deps: ApiDeps,
  req: Request,
  given: { readonly email: string; readonly password: string },
): Promise<SignedInNow | Refusal> {
  const counted = await countAttempt(deps, req, given.email, 'password');
  if (!counted.ok) return counted;
  const { token, id, csrfToken } = newToken();
  const input = {
    ...given,
    account: accountKey(deps, given.email),
    session: { id, csrfToken, hours: SESSION_HOURS },
  };
  const done = await deps.run(signIn, { kind: 'public' }, input, { traceId: visitOf(req).traceId });
  return done.ok ? { ok: true, personId: done.result.personId, token, csrfToken } : done;
}

/**
 * Mails a link that signs in once, throttled; pages and JSON alike.
 * @returns a refusal only where there were too many tries: whether the address has an account is told to nobody
 */
export async function askForLink(
  deps: ApiDeps,
  req: Request,
  asked: { readonly email: string; readonly returnTo?: string | undefined },
): Promise<RunResult<object>> {
  const counted = await countAttempt(deps, req, asked.email, 'link');
  if (!counted.ok) return counted;
  const token = randomBytes(32).toString('base64url');
  const input = {
    email: asked.email,
    tokenHash: hashOf(token),
    link: paths.useSignInLink.to({ token }),
    target: localAddress(asked.returnTo, '/').slice(0, 255),
    minutes: LINK_MINUTES,
  };
  await deps.run(openSignInLink, { kind: 'public' }, input, { traceId: visitOf(req).traceId });
  return counted;
}

/** Signs in with the token of a mailed link, once; pages and JSON alike. */
export async function linkSignIn(
  deps: ApiDeps,
  req: Request,
  linkToken: string,
): Promise<(SignedInNow & { readonly target: string }) | Refusal> {
  const { token, id, csrfToken } = newToken();
  const input = { tokenHash: hashOf(linkToken), session: { id, csrfToken, hours: SESSION_HOURS } };
  const done = await deps.run(useSignInLink, { kind: 'public' }, input, { traceId: visitOf(req).traceId });
  return done.ok ? { ok: true, ...done.result, token, csrfToken } : done;
}

function hashOf(token: string): string {
  return createHash('sha256').update(token).digest('hex');
}

function accountKey(deps: ApiDeps, email: string): string {
  return deps.sealer.fingerprint(fingerprint, `account/${email.trim().toLowerCase()}`);
}
