import { createHash } from 'node:crypto';
import type { EntityManager } from '@mikro-orm/postgresql';
import { v7 as uuidv7 } from 'uuid';
import type { Loop } from './loop';

interface AuditRow {
  seq: string;
  actor: string;
  act: string;
  subject_id: string | null;
  result: string;
  code: string | null;
  happened_at: string;
}

const BLOCK = 5000;
/** Two sealers at once would chain twice from one root. */
const SEALER_LOCK = 72_656_811;

/**
 * Chains the audit log in blocks: each seal holds the hash of its rows and of the seal before, so that tampering shows (T-2).
 * Rows younger than a minute wait, since an older transaction may still commit a lower number.
 */
export function createAuditSealer(em: EntityManager): Loop {
  return {
    name: 'audit-sealer',
    everyMs: 60_000,
    turn: () =>
      em.fork().transactional(async (tx) => {
        const lock: { locked: boolean }[] = await tx.execute(
          'select pg_try_advisory_xact_lock(?) as locked',
          [SEALER_LOCK],
        );
        if (lock[0]?.locked !== true) return 0;
        const [last]: { to_seq: string; root: string }[] = await tx.execute(
          'select to_seq, root from audit_seal order by to_seq desc limit 1',
        );
        const rows: AuditRow[] = await tx.execute(
          `select seq, actor, act, subject_id, result, code, happened_at::text from audit_event
           where seq > ? and recorded_at < clock_timestamp() - interval '1 minute' order by seq limit ?`,
          [last?.to_seq ?? 0, BLOCK],
        );
        const [first] = rows;
        const final = rows.at(-1);
        if (first === undefined || final === undefined) return 0;
        const root = sealOf(rows, last?.root ?? null);
        await tx.execute(
          'insert into audit_seal (id, from_seq, to_seq, root, previous, sealed_at) values (?, ?, ?, ?, ?, clock_timestamp())',
          [uuidv7(), first.seq, final.seq, root, last?.root ?? null],
        );
        return rows.length === BLOCK ? 1 : 0;
      }),
  };
}

/** The hash of a block: its rows in order, after the root of the block before. */
export function sealOf(rows: readonly AuditRow[], previous: string | null): string {
  const hash = createHash('sha256').update(previous ?? '');
  for (const row of rows) {
    hash.update(
      JSON.stringify([row.seq, row.actor, row.act, row.subject_id, row.result, row.code, row.happened_at]),
    );
  }
  return hash.digest('hex');
}
