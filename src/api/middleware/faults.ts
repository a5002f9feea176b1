import type { ErrorRequestHandler, Request, Response } from 'express';
import { refuse, type Refusal } from '../../domain/refusals/refusal';
import { dayOf } from '../../domain/time/stockholm';
import { text } from '../../i18n/texts';
import { findCommand } from '../commands';
import type { ApiDeps } from '../deps';
import { commandOfAddress } from '../paths';
import { attemptOf, noteRefusedAct } from '../posts/refused-act';
import { sendProblem, sendFaultProblem } from '../rest/problem';
import { refusalPage } from '../serving/show-page';
import { visitOf } from '../visit';
import { isApi } from './begin-visit';
import { isDatabaseAway } from './database-away';

/** A database that was killed is back in seconds. */
const RETRY_AFTER_SECONDS = '5';

/** The last word: what the body reader or the database refused becomes a refusal, the rest a fault with a reference. */
export function faults(deps: ApiDeps): ErrorRequestHandler {
  return async (error: unknown, req, res, next) => {
    if (res.headersSent) {
      next(error);
      return;
    }
    const refusal = refusalOf(error);
    if (refusal !== null) {
      const command = req.method === 'POST' ? findCommand(commandOfAddress(req.path) ?? '') : undefined;
      const act = command?.name ?? attemptOf(req);
      if (act !== undefined) await noteRefusedAct(deps, req, act, refusal);
      await sendRefusal(deps, req, res, refusal);
      return;
    }
    const { traceId, lang, theme } = visitOf(req);
    const away = isDatabaseAway(error);
    deps.log.error({ traceId, ...faultFacts(error) }, away ? 'the database is away' : 'fault');
    res.status(away ? 503 : 500).set('Cache-Control', 'no-store');
    if (away) res.set('Retry-After', RETRY_AFTER_SECONDS);
    if (isApi(req)) {
      if (away) sendProblem(res, lang, refuse('service-busy'));
      else sendFaultProblem(res, lang, traceId);
      return;
    }
    // The database may be what is away: this page asks nothing of it.
    const today = dayOf(await deps.clock.now().catch(() => new Date()));
    const shell = {
      title: text(lang, 'general.faultTitle'),
      path: '/',
      today,
      theme,
      audience: 'work' as const,
      noIndex: true,
    };
    res.type('html').send(deps.renderer.render('general/fault', { reference: traceId }, { lang, shell }));
  };
}

/** A finished refusal for pages and JSON alike. */
export async function sendRefusal(
  deps: ApiDeps,
  req: Request,
  res: Response,
  refusal: Refusal,
): Promise<void> {
  const visit = visitOf(req);
  res.set('Cache-Control', 'no-store');
  if (isApi(req)) {
    sendProblem(res, visit.lang, refusal);
    return;
  }
  const shown = await refusalPage(deps, visit, refusal, req.originalUrl);
  res.status(shown.status).type('html').send(shown.html);
}

/** What others than our own code found wrong with a request, by the names they give it. */
function refusalOf(error: unknown): Refusal | null {
  if (!(error instanceof Error)) return null;
  const type = 'type' in error ? error.type : undefined;
  const status = 'status' in error ? error.status : undefined;
  const code = 'code' in error && typeof error.code === 'string' ? error.code : '';
  if (type === 'entity.too.large' || type === 'parameters.too.many')
    return refuse('body-too-large', { limit: '1 MB' });
  if (type === 'encoding.unsupported' || type === 'charset.unsupported')
    return refuse('media-type-unsupported', { expected: 'UTF-8' });
  if (error instanceof URIError || (typeof status === 'number' && status >= 400 && status < 500))
    return refuse('request-unreadable');
  // SQLSTATE class 22: a value that no column of its kind can hold.
  if (/^22[0-9A-Z]{3}$/.test(code)) return refuse('request-unreadable');
  return null;
}

/** Name and code only: messages of the database may quote a row. */
function faultFacts(error: unknown): Readonly<Record<string, unknown>> {
  if (error === null || typeof error !== 'object') return { error: typeof error };
  const name = 'name' in error ? error.name : 'object';
  const stack = 'stack' in error && typeof error.stack === 'string' ? error.stack : '';
  const at = stack
    .split('\n')
    .filter((line) => line.trimStart().startsWith('at '))
    .slice(0, 5)
    .map((line) => line.trim());
  return { error: name, code: 'code' in error ? error.code : undefined, at };
}
