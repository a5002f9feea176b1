import type { EntityManager } from '@mikro-orm/postgresql';
import type { ProcessRow } from '../../domain/processes/process-row';

const A_SECOND = 20;

/**
 * Wakes rows without hurry: urgency 9, spread by `not_before` at twenty a second (wake.md 4), so that people's steps
 * never wait behind them. A row that has an undelivered wake already gets no second one; a parked one does not count, since
 * nobody delivers it.
 * @param ahead how many were woken in batches before this one; these come after them
 * @returns how many wakes were written
 */
export async function wakeRows(em: EntityManager, rows: readonly ProcessRow[], ahead = 0): Promise<number> {
  const written: unknown[] = await em.execute(
    `insert into wake (id, kind, row_id, authority_id, urgency, not_before, created_at, attempts, parked)
     select gen_random_uuid(), r.kind, r.row, r.authority, 9,
       clock_timestamp() + make_interval(secs => ((r.place - 1 + ?) / ?)::int), clock_timestamp(), 0, false
     from rows from (jsonb_to_recordset(?::jsonb) as (kind text, "row" uuid, authority uuid)) with ordinality
       as r (kind, "row", authority, place)
     where not exists (select from wake w where w.kind = r.kind and w.row_id = r.row and w.delivered_at is null and not w.parked)
     returning id`,
    [ahead, A_SECOND, JSON.stringify(rows)],
  );
  return written.length;
}
