import type { Request, Response } from 'express';
import { z } from 'zod';
import { signInAs } from '../../commands/people/sign-in-as';
import { signOut } from '../../commands/people/sign-out';
import { refuse, type Refusal } from '../../domain/refusals/refusal';
import type { ApiDeps } from '../deps';
import { isSecure } from '../is-secure';
import { refusesOrigin } from '../middleware/same-origin';
import { textFaultOf } from '../middleware/safe-text';
import {
  askForLink,
  LINK_MINUTES,
  linkSignIn,
  passwordSignIn,
  type SignedInNow,
} from '../pages/people/sign-in-steps';
import { faultsOf } from '../posts/field-faults';
import { noteRefusedAct } from '../posts/refused-act';
import { clearSessionCookie, newToken, SESSION_HOURS, setSessionCookie } from '../session-cookie';
import { actorOf, visitOf } from '../visit';
import { sendProblem } from './problem';

/** Signing in as JSON: with address and password, with the token of a mailed link, or in the demo county as one of its people. */
export const SessionRequest = z.union([
  z.object({ email: z.string().min(1).max(320), password: z.string().min(1).max(200) }),
  z.object({ token: z.string().min(1).max(200) }),
  z.object({ personId: z.uuid() }),
]);

/** Asking for a link that signs in once. */
export const LinkRequest = z.object({ email: z.string().trim().min(1).max(320) });

export const LinkAnswer = z.object({ minutes: z.int().min(1) });

type SessionRequest = z.infer<typeof SessionRequest>;

export const SessionAnswer = z.object({ personId: z.uuid(), csrfToken: z.string() });

/** `POST /api/session` sets the cookie. */
export function openSessionAsJson(deps: ApiDeps) {
  return async (req: Request, res: Response): Promise<void> => {
    res.set('Cache-Control', 'no-store');
    const { lang } = visitOf(req);
    const body: unknown = req.body;
    const parsed = SessionRequest.safeParse(body);
    const foreign = refusesOrigin(req, deps.settings.publicUrl);
    if (foreign !== null || !parsed.success || textFaultOf(body) !== null) {
      const errors = faultsOf(lang, SessionRequest, body);
      const problems = errors.map((error) => error.detail).join(' ');
      const refusal = foreign ?? refuse('input-invalid', { problems });
      await noteRefusedAct(deps, req, actIn(body), refusal);
      sendProblem(res, lang, refusal, foreign === null ? errors : undefined);
      return;
    }
    const given = parsed.data;
    const done = await signedInBy(deps, req, given);
    if (!done.ok) {
      sendProblem(res, lang, done);
      return;
    }
    setSessionCookie(res, done.token, isSecure(deps));
    res.json({ personId: done.personId, csrfToken: done.csrfToken });
  };
}

function signedInBy(deps: ApiDeps, req: Request, given: SessionRequest): Promise<SignedInNow | Refusal> {
  if ('email' in given) return passwordSignIn(deps, req, given);
  return 'token' in given ? linkSignIn(deps, req, given.token) : demoSignIn(deps, req, given.personId);
}

/** Which way of signing in a body asks for, as the audit log names it. */
function actIn(body: unknown): string {
  if (body === null || typeof body !== 'object' || 'email' in body) return 'signIn';
  if ('token' in body) return 'useSignInLink';
  return 'personId' in body ? 'signInAs' : 'signIn';
}

/** `POST /api/session/link` mails a link; the answer is the same whether the address has an account or not. */
export function askForLinkAsJson(deps: ApiDeps) {
  return async (req: Request, res: Response): Promise<void> => {
    res.set('Cache-Control', 'no-store');
    const { lang } = visitOf(req);
    const body: unknown = req.body;
    const foreign = refusesOrigin(req, deps.settings.publicUrl);
    const parsed = LinkRequest.safeParse(body);
    if (foreign !== null || !parsed.success || textFaultOf(body) !== null) {
      const errors = faultsOf(lang, LinkRequest, body);
      const problems = errors.map((error) => error.detail).join(' ');
      const refusal = foreign ?? refuse('input-invalid', { problems });
      await noteRefusedAct(deps, req, 'openSignInLink', refusal);
      sendProblem(res, lang, refusal, foreign === null ? errors : undefined);
      return;
    }
    const asked = await askForLink(deps, req, parsed.data);
    if (asked.ok) res.status(202).json({ minutes: LINK_MINUTES });
    else sendProblem(res, lang, asked);
  };
}

/** `GET /api/session`: who is signed in, and the token that multipart posts carry. */
export function showSessionAsJson() {
  return (req: Request, res: Response): void => {
    res.set('Cache-Control', 'no-store');
    const { session, lang } = visitOf(req);
    if (session === null) sendProblem(res, lang, refuse('sign-in-needed'));
    else res.json({ personId: session.personId, csrfToken: session.csrfToken });
  };
}

/** `DELETE /api/session` signs out. */
export function endSessionAsJson(deps: ApiDeps) {
  return async (req: Request, res: Response): Promise<void> => {
    const visit = visitOf(req);
    const foreign = refusesOrigin(req, deps.settings.publicUrl);
    if (foreign !== null) {
      await noteRefusedAct(deps, req, 'signOut', foreign);
      sendProblem(res, visit.lang, foreign);
      return;
    }
    if (visit.session !== null)
      await deps.run(signOut, actorOf(visit), { sessionId: visit.session.id }, { traceId: visit.traceId });
    clearSessionCookie(res, isSecure(deps));
    res.status(204).end();
  };
}

async function demoSignIn(deps: ApiDeps, req: Request, personId: string): Promise<SignedInNow | Refusal> {
  if (!deps.settings.demoSignIn) {
    const off = refuse('not-found');
    await noteRefusedAct(deps, req, 'signInAs', off);
    return off;
  }
  const { token, id, csrfToken } = newToken();
  const input = { personId, session: { id, csrfToken, hours: SESSION_HOURS } };
  const done = await deps.run(signInAs, { kind: 'system' }, input, { traceId: visitOf(req).traceId });
  return done.ok ? { ok: true, personId, token, csrfToken } : done;
}
