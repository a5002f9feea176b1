import type { RequestHandler } from 'express';
import { collectDefaultMetrics, Gauge, Registry } from 'prom-client';
import { readFigures, type Figures } from '../../store/queries/operations/figures';
import { snapshot } from '../../store/queries/snapshot';
import type { ApiDeps } from '../deps';

const gauges: Readonly<Record<keyof Figures, readonly [name: string, help: string]>> = {
  undeliveredWakes: ['samrad_wakes_undelivered', 'Wakes not yet delivered'],
  parkedWakes: ['samrad_wakes_parked', 'Wakes that cannot be delivered as they are'],
  oldestWakeSeconds: ['samrad_wake_age_seconds', 'Age of the oldest undelivered wake'],
  unreadWakes: ['samrad_wakes_unread', 'Wakes delivered and unread for ten minutes: lost or stuck runs'],
  busyTurns: ['samrad_turns_stuck', 'Turns not idle for ten minutes: lost or stuck runs'],
  openFaults: ['samrad_faults_open', 'Faults of processes that no success has cleared'],
  queuedMails: ['samrad_mails_queued', 'Letters waiting to be sent'],
  heldMails: ['samrad_mails_held', 'Letters held until an operator has looked'],
  bouncedMails: ['samrad_mails_bounced', 'Letters that were not taken'],
  passedDeadlines: ['samrad_deadlines_passed', 'Deadlines passed without act'],
};

/** Figures for a monitoring system: rows are counted when it asks, nothing is kept in this process. */
export function metrics(deps: ApiDeps): RequestHandler {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  const made = new Map(
    (Object.keys(gauges) as (keyof Figures)[]).map((key) => {
      const [name, help] = gauges[key];
      return [key, new Gauge({ name, help, registers: [registry] })];
    }),
  );
  return async (_req, res) => {
    const now = await deps.clock.now();
    const figures = await snapshot(deps.em, (em) => readFigures(em, now));
    for (const [key, gauge] of made) gauge.set(figures[key]);
    res
      .set('Cache-Control', 'no-store')
      .type(registry.contentType)
      .send(await registry.metrics());
  };
}
