import type { Request, RequestHandler } from 'express';
import { writeAudit } from '../../commands/runner/audit';
import type { Refusal } from '../../domain/refusals/refusal';
import type { ApiDeps } from '../deps';
import { actorOf, visitOf } from '../visit';

/** An act that was refused before its command was asked leaves its audit row here; the runner writes those after. */
export async function noteRefusedAct(
  deps: ApiDeps,
  req: Request,
  act: string,
  refusal: Refusal,
): Promise<void> {
  const visit = visitOf(req);
  await writeAudit(deps.em.fork(), {
    actor: actorOf(visit),
    act,
    result: 'refused',
    code: refusal.code,
    happenedAt: await deps.clock.now(),
    traceId: visit.traceId,
  });
}

const attempts = new WeakMap<Request, string>();

/** What a request to an address that is no command attempts; a body that cannot be read is refused before its handler. */
export function attempting(act: string): RequestHandler {
  return (req, _res, next) => {
    attempts.set(req, act);
    next();
  };
}

export function attemptOf(req: Request): string | undefined {
  return attempts.get(req);
}
