import { randomUUID } from 'node:crypto';
import type { Request, RequestHandler } from 'express';
import { keepSession } from '../../commands/people/keep-session';
import { isLanguage, type Language } from '../../i18n/languages';
import { readSession, type SessionRow } from '../../store/queries/people/session';
import type { ApiDeps } from '../deps';
import { readPreferences } from '../render/preferences';
import { sessionCookie, sessionIdOf } from '../session-cookie';
import { beginVisit } from '../visit';

/** How seldom a session says that it is still used. */
const KEEP_EVERY_MINUTES = 10;

const traceHeader = /^[\w-]{8,64}$/;
const tokenPattern = /^[\w-]{43}$/;

/** Finds out who reads and in which language, and gives the request the name it has in the log. */
export function visits(deps: ApiDeps): RequestHandler {
  return async (req, res, next) => {
    const given = req.get('x-request-id');
    const traceId = given !== undefined && traceHeader.test(given) ? given : randomUUID();
    res.set('X-Request-Id', traceId);
    const cookies = cookiesOf(req);
    const theme = readPreferences(cookies).theme;
    const address = req.ip ?? '';
    // Begun before the database is asked, so that its absence can be told in a finished page.
    beginVisit(req, {
      traceId,
      lang: languageOf(req, cookies, null),
      theme,
      session: null,
      endedSessionOf: null,
      address,
    });
    const row = await sessionOf(deps, cookies[sessionCookie]);
    const open = row === null || row.over ? null : row;
    beginVisit(req, {
      traceId,
      lang: languageOf(req, cookies, open),
      theme,
      session:
        open === null
          ? null
          : { id: open.id, personId: open.personId, name: open.name, csrfToken: open.csrfToken },
      endedSessionOf: row?.over === true ? row.personId : null,
      address,
    });
    if (open !== null && open.unseenMinutes >= KEEP_EVERY_MINUTES) {
      await deps.run(
        keepSession,
        { kind: 'person', personId: open.personId },
        { sessionId: open.id },
        { traceId },
      );
    }
    next();
  };
}

async function sessionOf(deps: ApiDeps, token: unknown): Promise<SessionRow | null> {
  if (typeof token !== 'string' || !tokenPattern.test(token)) return null;
  return readSession(deps.em.fork(), sessionIdOf(token));
}

/** Chosen in the browser, else the person's own, else Swedish; JSON goes by Accept-Language. */
function languageOf(
  req: Request,
  cookies: Readonly<Record<string, unknown>>,
  session: SessionRow | null,
): Language {
  if (isApi(req))
    return req.get('accept-language') !== undefined && req.acceptsLanguages('sv', 'en') === 'en'
      ? 'en'
      : 'sv';
  const chosen = cookies['sprak'];
  if (typeof chosen === 'string' && isLanguage(chosen)) return chosen;
  return session?.language ?? 'sv';
}

/** Whether the request is for JSON. */
export function isApi(req: Request): boolean {
  return req.path === '/api' || req.path.startsWith('/api/');
}

export function cookiesOf(req: Request): Readonly<Record<string, unknown>> {
  const cookies: unknown = req.cookies;
  return cookies !== null && typeof cookies === 'object' ? (cookies as Record<string, unknown>) : {};
}
