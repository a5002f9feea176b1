import type { RequestHandler } from 'express';
import { readMissingMigrations } from '../../store/queries/operations/health';
import type { ApiDeps } from '../deps';

/** Whether this process can serve: the database answers and has this release's migrations. 503 when not. */
export function health(deps: ApiDeps): RequestHandler {
  return async (_req, res) => {
    res.set('Cache-Control', 'no-store');
    try {
      const missing = await readMissingMigrations(deps.em.fork());
      res
        .status(missing.length === 0 ? 200 : 503)
        .json({ ok: missing.length === 0, database: 'up', missingMigrations: missing });
    } catch {
      res.status(503).json({ ok: false, database: 'down', missingMigrations: [] });
    }
  };
}
