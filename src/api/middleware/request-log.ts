import type { RequestHandler } from 'express';
import type { Log } from '../../contracts/ports';
import { visitOf } from '../visit';

/**
 * One line per request: method, the declared address (never its ids or query), status and time. Nothing about the person.
 */
export function requestLog(log: Log): RequestHandler {
  return (req, res, next) => {
    const started = process.hrtime.bigint();
    res.on('finish', () => {
      const ms = Number(process.hrtime.bigint() - started) / 1e6;
      const route: unknown = req.route;
      const declared =
        route !== null && typeof route === 'object' && 'path' in route ? String(route.path) : 'none';
      const facts = {
        traceId: visitOf(req).traceId,
        method: req.method,
        route: declared,
        status: res.statusCode,
        ms: Math.round(ms),
      };
      if (res.statusCode >= 500) log.error(facts, 'request failed');
      else log.info(facts, 'request');
    });
    next();
  };
}
