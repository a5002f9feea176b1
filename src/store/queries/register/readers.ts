import type { EntityManager } from '@mikro-orm/postgresql';
import type { Act } from '../../../domain/access/acts';
import type { AccessObject, Holder } from '../../../domain/access/capacities';
import { may } from '../../../domain/access/may';
import { refuse, type Refusal } from '../../../domain/refusals/refusal';
import type { Day } from '../../../domain/time/day';

export interface BodyChoice {
  readonly id: string;
  readonly name: string;
}

/** The bodies towards which a person may do the act today: what one list's filter is made from. */
export async function bodiesFor(
  em: EntityManager,
  holder: Holder,
  act: Act,
  today: Day,
): Promise<BodyChoice[]> {
  const bodies: BodyChoice[] = await em.execute('select id, name from body order by name, id limit 1000');
  return bodies.filter(({ id }) => may(holder, act, { bodyId: id }, today).ok);
}

/** Whose matter it is, for `may`. */
export async function matterAccess(em: EntityManager, matterId: string): Promise<AccessObject | Refusal> {
  return bodyOf(await em.execute('select body_id as "bodyId" from matter where id = ?', [matterId]));
}

/** Whose document it is, for `may`; one that row level security hides is not there. */
export async function documentAccess(em: EntityManager, documentId: string): Promise<AccessObject | Refusal> {
  return bodyOf(await em.execute('select body_id as "bodyId" from document where id = ?', [documentId]));
}

/** Whose memo it is and who writes it, for `may`. */
export async function memoAccess(em: EntityManager, memoId: string): Promise<AccessObject | Refusal> {
  const rows: { bodyId: string; author: string; coAuthor: string | null }[] = await em.execute(
    'select body_id as "bodyId", author_person_id as author, co_author_person_id as "coAuthor" from memo where id = ?',
    [memoId],
  );
  const memo = rows[0];
  if (memo === undefined) return refuse('not-found');
  return { bodyId: memo.bodyId, ownerIds: [memo.author, memo.coAuthor].filter((id) => id !== null) };
}

function bodyOf(rows: { bodyId: string | null }[]): AccessObject | Refusal {
  const row = rows[0];
  return row === undefined ? refuse('not-found') : { bodyId: row.bodyId ?? undefined };
}

/** A series of registry numbers that a matter can be opened in. */
export interface SeriesChoice {
  readonly id: string;
  readonly bodyId: string;
  readonly code: string;
  readonly name: string;
  readonly keptHere: boolean;
  readonly pattern: string;
}

/** The series of a body's authority, its own first. */
export async function seriesOf(em: EntityManager, bodyId: string): Promise<SeriesChoice[]> {
  return em.execute(
    `select s.id, b.id as "bodyId", s.code, s.name, s.kept_here as "keptHere", s.pattern
       from body b join number_series s on s.authority_id = b.authority_id
      where b.id = ? order by (s.id = b.series_id) desc nulls last, s.kept_here desc, s.code limit 100`,
    [bodyId],
  );
}

/** The name of a body; null when there is none. */
export async function bodyName(em: EntityManager, bodyId: string): Promise<string | null> {
  const rows: { name: string }[] = await em.execute('select name from body where id = ?', [bodyId]);
  return rows[0]?.name ?? null;
}
