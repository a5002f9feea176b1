import { createHash } from 'node:crypto';
import type { EntityManager } from '@mikro-orm/postgresql';

/** A row of the audit log as a seal covers it: the texts of `SEALED_COLUMNS`, in their order. */
export interface SealedRow {
  readonly seq: string;
  readonly sealed: readonly (string | null)[];
}

/** Every column of the log: what no seal covers could be changed unseen. */
export const SEALED_COLUMNS = [
  'seq',
  'authority_id',
  'actor',
  'act',
  'subject_kind',
  'subject_id',
  'result',
  'code',
  'happened_at',
  'recorded_at',
  'trace_id',
] as const;

/** A moment as its seconds: its usual text follows the time zone of whoever asks. */
const texts = SEALED_COLUMNS.map((column) =>
  column.endsWith('_at') ? `extract(epoch from ${column})::text` : `${column}::text`,
).join(', ');

/** For selecting rows as they are sealed. */
export const SEALED_ROW = `seq, jsonb_build_array(${texts}) as sealed`;

/** So many rows are read at a time, and sealed in one block. */
export const BLOCK = 5000;

/** The hash of a block: its rows in order, after the root of the block before (T-2). */
export function sealOf(rows: readonly SealedRow[], previous: string | null): string {
  const hash = createHash('sha256').update(previous ?? '');
  for (const { sealed } of rows) hash.update(JSON.stringify(sealed));
  return hash.digest('hex');
}

/** The first seal that does not hold. */
export interface BrokenSeal {
  readonly fromSeq: string;
  readonly toSeq: string;
  /** `chain`: it does not follow the seal before it. `rows`: the rows under it are others than those that were sealed. */
  readonly broken: 'chain' | 'rows';
}

/** What the audit log is worth: how much of it holds, from the first row on. */
export interface LogVerdict {
  readonly rows: number;
  readonly seals: number;
  /** Rows that no seal covers yet. */
  readonly unsealed: number;
  /** The last seal that holds; null where there is none. */
  readonly last: { readonly root: string; readonly toSeq: string } | null;
  readonly broken: BrokenSeal | null;
}

interface Seal {
  fromSeq: string;
  toSeq: string;
  root: string;
  previous: string | null;
}

/** Goes through the audit log from its first row, as far as the seals hold. Reads in batches, and writes nothing. */
export async function verifyLog(em: EntityManager): Promise<LogVerdict> {
  let rows = 0;
  let seals = 0;
  let last: LogVerdict['last'] = null;
  const told = async (broken: BrokenSeal | null): Promise<LogVerdict> => ({
    rows,
    seals,
    unsealed: broken === null ? await countAfter(em, last?.toSeq ?? '0') : 0,
    last,
    broken,
  });
  for (
    let batch = await sealsAfter(em, '0');
    batch.length > 0;
    batch = await sealsAfter(em, last?.toSeq ?? '0')
  ) {
    for (const { fromSeq, toSeq, root, previous } of batch) {
      if (previous !== (last?.root ?? null)) return told({ fromSeq, toSeq, broken: 'chain' });
      const found = await hashRows(em, last?.toSeq ?? '0', toSeq, previous);
      if (found.root !== root || found.first !== fromSeq) return told({ fromSeq, toSeq, broken: 'rows' });
      rows += found.count;
      seals += 1;
      last = { root, toSeq };
    }
  }
  return told(null);
}

async function sealsAfter(em: EntityManager, seq: string): Promise<Seal[]> {
  return em.execute(
    `select from_seq as "fromSeq", to_seq as "toSeq", root, previous from audit_seal
     where to_seq > ? order by to_seq limit 500`,
    [seq],
  );
}

/** What a seal over the rows after one number and up to another would hold now. */
async function hashRows(
  em: EntityManager,
  after: string,
  upTo: string,
  previous: string | null,
): Promise<{ readonly root: string; readonly count: number; readonly first: string | null }> {
  const hash = createHash('sha256').update(previous ?? '');
  let count = 0;
  let first: string | null = null;
  for (let from = after; ;) {
    const rows: SealedRow[] = await em.execute(
      `select ${SEALED_ROW} from audit_event where seq > ? and seq <= ? order by seq limit ?`,
      [from, upTo, BLOCK],
    );
    for (const { sealed } of rows) hash.update(JSON.stringify(sealed));
    first ??= rows[0]?.seq ?? null;
    count += rows.length;
    from = rows.at(-1)?.seq ?? from;
    if (rows.length < BLOCK) return { root: hash.digest('hex'), count, first };
  }
}

async function countAfter(em: EntityManager, seq: string): Promise<number> {
  const rows: { count: number }[] = await em.execute(
    'select count(*)::int as count from audit_event where seq > ?',
    [seq],
  );
  return rows[0]?.count ?? 0;
}
