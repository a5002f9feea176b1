import type { EntityManager } from '@mikro-orm/postgresql';

/** What /metrics and the operator's page count. */
export interface Figures {
  /** Wakes not yet delivered, parked ones apart. */
  readonly undeliveredWakes: number;
  readonly parkedWakes: number;
  /** Seconds since the oldest undelivered wake was due; 0 when none is. */
  readonly oldestWakeSeconds: number;
  /** Delivered but not read for ten minutes: a lost or stuck run (wake.md 13). */
  readonly unreadWakes: number;
  readonly busyTurns: number;
  readonly openFaults: number;
  readonly queuedMails: number;
  readonly heldMails: number;
  readonly bouncedMails: number;
  readonly passedDeadlines: number;
}

/** @param now on the case's clock, for deadlines; the rest runs on the machine's */
export async function readFigures(em: EntityManager, now: Date): Promise<Figures> {
  const rows: Figures[] = await em.execute(
    `select
       (select count(*)::int from wake where delivered_at is null and not parked) as "undeliveredWakes",
       (select count(*)::int from wake where delivered_at is null and parked) as "parkedWakes",
       (select coalesce(greatest(0, extract(epoch from clock_timestamp() - min(not_before))), 0)::float from wake
          where delivered_at is null and not parked) as "oldestWakeSeconds",
       (select count(*)::int from wake where read_at is null and delivered_at < clock_timestamp() - interval '10 minutes') as "unreadWakes",
       (select count(*)::int from process_turn where not idle and not ended and at < clock_timestamp() - interval '10 minutes') as "busyTurns",
       (select count(*)::int from fault where cleared_at is null) as "openFaults",
       (select count(*)::int from mail where state = 'queued') as "queuedMails",
       (select count(*)::int from mail where state = 'held') as "heldMails",
       (select count(*)::int from mail where state = 'bounced') as "bouncedMails",
       (select count(*)::int from deadline where at <= ? and done_on is null and closed_on is null) as "passedDeadlines"`,
    [now],
  );
  const figures = rows[0];
  if (figures === undefined) throw new Error('The figures are one row');
  return figures;
}
