import type { Request } from 'express';
import { noteSignInAttempt } from '../../../commands/people/note-sign-in-attempt';
import { signIn } from '../../../commands/people/sign-in';
import type { RunResult } from '../../../commands/runner/run';
import type { Refusal } from '../../../domain/refusals/refusal';
import type { ApiDeps } from '../../deps';
import { newToken, SESSION_HOURS } from '../../session-cookie';
import { visitOf } from '../../visit';

export interface SignedInNow {
  readonly ok: true;
  readonly personId: string;
  /** For the cookie. */
  readonly token: string;
  readonly csrfToken: string;
}

const fingerprint = 'sign-in-attempt';

/** Counts a try against its account and its network address before it is made; refuses when there were too many. */
export async function countAttempt(
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

function accountKey(deps: ApiDeps, email: string): string {
  return deps.sealer.fingerprint(fingerprint, `account/${email.trim().toLowerCase()}`);
}
