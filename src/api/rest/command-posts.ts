import type { Request, Response } from 'express';
import { refuse, type Refusal } from '../../domain/refusals/refusal';
import { findCommand } from '../commands';
import type { ApiDeps } from '../deps';
import type { ExposedCommand } from '../exposed-command';
import { textFaultOf } from '../middleware/safe-text';
import { refusesOrigin } from '../middleware/same-origin';
import { faultsOf, inWords } from '../posts/field-faults';
import { fit } from '../posts/fit';
import { treeOf } from '../posts/form-tree';
import { readForm } from '../posts/read-form';
import { noteRefusedAct } from '../posts/refused-act';
import { sameToken } from '../posts/same-token';
import { actorOf, visitOf } from '../visit';
import { sendProblem } from './problem';

/** What `Idempotency-Key` may be: 8 to 100 printable characters. */
export const keyPattern = /^[\x21-\x7e]{8,100}$/;

/**
 * `POST /api/commands/:command`: JSON, or multipart where the contract has files. `Idempotency-Key` makes a repeat
 * give the first result. A command for holders of a one-time link is open to whoever is not signed in. JSON from another
 * site is stopped by the browser; multipart carries the session's token.
 */
export function postCommandAsJson(deps: ApiDeps) {
  return async (req: Request, res: Response): Promise<void> => {
    res.set('Cache-Control', 'no-store');
    const visit = visitOf(req);
    const command = findCommand(String(req.params['command']));
    const barred = refusesOrigin(req, deps.settings.publicUrl) ?? refusesShape(req);
    if (command === undefined) {
      sendProblem(res, visit.lang, refuse('command-unknown'));
      return;
    }
    if (barred !== null) {
      await refused(deps, req, res, command, barred);
      return;
    }
    const isForm = req.is('multipart/form-data') !== false;
    if (visit.session === null && (isForm || !command.byLink)) {
      await refused(deps, req, res, command, refuse('sign-in-needed'));
      return;
    }
    if (visit.session === null || !isForm) {
      await answer(deps, req, res, command, req.body, null);
      return;
    }
    if (!sameToken(req.get('x-csrf-token'), visit.session.csrfToken)) {
      await refused(deps, req, res, command, refuse('form-expired'));
      return;
    }
    const posted = await readForm(req, { known: true, mayHandIn: () => true });
    try {
      const input = fit(command.input, treeOf({ ...posted.values, ...posted.uploads }));
      await answer(deps, req, res, command, input, posted.refusal);
    } finally {
      await posted.done();
    }
  };
}

async function answer(
  deps: ApiDeps,
  req: Request,
  res: Response,
  command: ExposedCommand,
  input: unknown,
  refusal: Refusal | null,
): Promise<void> {
  const unreadable = refusal ?? (textFaultOf(input) === null ? null : refuse('request-unreadable'));
  if (unreadable === null) await run(deps, req, res, command, input);
  else await refused(deps, req, res, command, unreadable);
}

async function run(
  deps: ApiDeps,
  req: Request,
  res: Response,
  command: ExposedCommand,
  input: unknown,
): Promise<void> {
  const visit = visitOf(req);
  const key = req.get('idempotency-key');
  const errors = faultsOf(visit.lang, command.input, input);
  const done = await command.run(deps.run, actorOf(visit), input, {
    traceId: visit.traceId,
    ...(key === undefined ? {} : { key }),
  });
  if (done.ok) {
    res.json({ result: done.result });
    return;
  }
  const wrong = done.code === 'input-invalid' && errors.length > 0;
  sendProblem(res, visit.lang, inWords(done, errors), wrong ? errors : undefined);
}

async function refused(
  deps: ApiDeps,
  req: Request,
  res: Response,
  command: ExposedCommand,
  refusal: Refusal,
): Promise<void> {
  await noteRefusedAct(deps, req, command.name, refusal);
  sendProblem(res, visitOf(req).lang, refusal);
}

function refusesShape(req: Request): Refusal | null {
  const key = req.get('idempotency-key');
  if (key !== undefined && !keyPattern.test(key)) return refuse('request-unreadable');
  const known = req.is('application/json') !== false || req.is('multipart/form-data') !== false;
  return known
    ? null
    : refuse('media-type-unsupported', { expected: 'application/json, multipart/form-data' });
}
