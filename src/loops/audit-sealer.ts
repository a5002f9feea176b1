import type { EntityManager } from '@mikro-orm/postgresql';
import { v7 as uuidv7 } from 'uuid';
import { BLOCK, SEALED_ROW, sealOf, type SealedRow } from '../store/queries/operations/audit-seals';
import type { Loop } from './loop';

/** Two sealers at once would chain twice from one root. */
const SEALER_LOCK = 72_656_811;

/**
 * Chains the audit log in blocks: each seal holds the hash of its rows and of the seal before, so that tampering shows (T-2).
 * Rows younger than a minute wait, since an older transaction may still commit a lower number, and so do those after them:
 * a seal leaves no row out that lies between its first and its last.
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
        const rows: SealedRow[] = await tx.execute(
          `select ${SEALED_ROW} from audit_event
           where seq > ? and seq < coalesce((select min(seq) from audit_event
             where seq > ? and recorded_at >= statement_timestamp() - interval '1 minute'), 9223372036854775807)
           order by seq limit ?`,
          [last?.to_seq ?? 0, last?.to_seq ?? 0, BLOCK],
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
