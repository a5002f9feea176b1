import type { EntityManager } from '@mikro-orm/postgresql';
import { v7 as uuidv7 } from 'uuid';
import type { ProcessRow } from '../../domain/processes/process-row';

const A_SECOND = 20;

/**
 * Wakes rows without hurry: urgency 9, spread by `not_before` at twenty a second (wake.md 4), so that people's steps
 * never wait behind them. A row that has an undelivered wake already gets no second one.
 * @returns how many wakes were written
 */
export async function wakeRows(em: EntityManager, rows: readonly ProcessRow[]): Promise<number> {
  let written = 0;
  for (const [index, row] of rows.entries()) {
    const inserted: unknown[] = await em.execute(
      `insert into wake (id, kind, row_id, authority_id, urgency, not_before, created_at, attempts, parked)
       select ?, ?, ?::uuid, ?, 9, clock_timestamp() + make_interval(secs => ?), clock_timestamp(), 0, false
       where not exists (select from wake where kind = ? and row_id = ?::uuid and delivered_at is null)
       returning id`,
      [uuidv7(), row.kind, row.row, row.authority, Math.floor(index / A_SECOND), row.kind, row.row],
    );
    written += inserted.length;
  }
  return written;
}
