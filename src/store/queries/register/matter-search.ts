import type { EntityManager } from '@mikro-orm/postgresql';
import type { MatterState } from '../../../domain/register/matter-states';
import type { Day } from '../../../domain/time/day';

/** What a list of matters is asked for: by number, title, party, date and recipient. */
export interface MatterSearch {
  /** The bodies whose register the reader may see. */
  readonly bodyIds: readonly string[];
  /** In the number or the title, the matter's own or those of its documents. */
  readonly text: string;
  readonly party: string;
  /** Sender or recipient of a document in the matter. */
  readonly counterpart: string;
  readonly from: Day | null;
  readonly to: Day | null;
  readonly state: MatterState | null;
  readonly sort: 'number' | 'title' | 'opened';
  readonly descending: boolean;
  /** From 1. */
  readonly page: number;
}

export interface MatterRow {
  readonly id: string;
  readonly registryNumber: string | null;
  readonly title: string;
  readonly party: string | null;
  readonly openedOn: Day;
  readonly state: MatterState;
  readonly body: string;
}

export interface FoundMatters {
  readonly rows: readonly MatterRow[];
  readonly total: number;
}

/** Matters on one page of the list. */
export const MATTERS_A_PAGE = 50;

const orders: Readonly<Record<MatterSearch['sort'], readonly string[]>> = {
  number: ['m.period', 'm.number', 'm.id'],
  title: ['m.title', 'm.id'],
  opened: ['m.opened_on', 'm.number', 'm.id'],
};

/** The matters that fit, one page of them, with how many there are in all. */
export async function searchMatters(em: EntityManager, search: MatterSearch): Promise<FoundMatters> {
  const { where, params } = conditions(search);
  const order = orders[search.sort].map(
    (column) => `${column} ${search.descending ? 'desc' : 'asc'} nulls last`,
  );
  const found: (MatterRow & { readonly total: number })[] = await em.execute(
    `select m.id, m.registry_number as "registryNumber", m.title, m.party, m.opened_on::text as "openedOn", m.state, b.name as body,
         count(*) over ()::int as total
       from matter m join body b on b.id = m.body_id where ${where}
      order by ${order.join(', ')} limit ${String(MATTERS_A_PAGE)} offset ?`,
    [...params, (search.page - 1) * MATTERS_A_PAGE],
  );
  const [first] = found;
  if (first !== undefined || search.page === 1) return { rows: found, total: first?.total ?? 0 };
  // A page after the last one holds no row that could tell how many there are.
  const counted: { total: number }[] = await em.execute(
    `select count(*)::int as total from matter m where ${where}`,
    [...params],
  );
  return { rows: found, total: counted[0]?.total ?? 0 };
}

function conditions(search: MatterSearch): { readonly where: string; readonly params: readonly unknown[] } {
  const parts = ['m.body_id = any(?::uuid[])'];
  const params: unknown[] = [`{${search.bodyIds.join(',')}}`];
  const also = (sql: string, ...values: readonly unknown[]): void => {
    parts.push(sql);
    params.push(...values);
  };
  const { text, party, counterpart, from, to, state } = search;
  if (text !== '') {
    // A draft is outside the register, and so is its title (TF 2:10). Row level security hides papers of closed items; an index
    // of letters could not be used beneath it, so the body's index narrows what is read.
    also(
      `(${holds('m')} or m.id in (
         select d.matter_id from document d where d.body_id = any(?::uuid[]) and d.state <> 'draft' and ${holds('d')}))`,
      holding(text),
      holding(asComparable(text)),
      `{${search.bodyIds.join(',')}}`,
      holding(text),
      holding(asComparable(text)),
    );
  }
  if (party !== '') also('m.party ilike ?', holding(party));
  if (counterpart !== '') {
    also(
      'm.id in (select d.matter_id from document d where d.body_id = any(?::uuid[]) and d.counterpart ilike ?)',
      `{${search.bodyIds.join(',')}}`,
      holding(counterpart),
    );
  }
  if (from !== null) also('m.opened_on >= ?', from);
  if (to !== null) also('m.opened_on <= ?', to);
  if (state !== null) also('m.state = ?', state);
  return { where: parts.join(' and '), params };
}

/** Whether a matter or document holds the words as they were typed, or typed as its number is compared (migration 0053). */
function holds(row: string): string {
  return `(${row}.search_words like lower(?) or ${row}.search_words like lower(?))`;
}

/** A registry number as it is compared: people leave out spaces or add them, and type a hyphen for a dash. */
function asComparable(typed: string): string {
  return typed.replace(/\s+/gu, '').replace(/[–—]/gu, '-');
}

/** A pattern that finds the words as they stand: what was typed holds no wildcards. */
function holding(words: string): string {
  return `%${words.replace(/[\\%_]/g, '\\$&')}%`;
}
