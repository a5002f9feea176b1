import type { EntityManager } from '@mikro-orm/postgresql';
import { referenceQueries, type ReferenceKind } from './reference-queries';

/** What a pointer of a case file was found to be. */
export interface FoundReference {
  readonly id: string;
  /** For forms that send the version they were made from; null for rows without one. */
  readonly version: number | null;
}

/**
 * Looks a pointer up, such as `item` and `6`.
 * @param focus the meeting in focus
 * @returns every row it fits; a pointer is right when there is exactly one
 */
export async function findReference(
  em: EntityManager,
  kind: ReferenceKind,
  name: string,
  focus: string | null,
): Promise<FoundReference[]> {
  const { sql } = referenceQueries[kind];
  const slash = sql.includes(':sub') ? name.lastIndexOf('/') : -1;
  const given: Readonly<Record<string, string | null>> = {
    name: slash < 0 ? name : name.slice(0, slash),
    sub: slash < 0 ? '' : name.slice(slash + 1),
    meeting: focus,
  };
  const values: (string | null)[] = [];
  // The driver's own placeholder is the question mark, which PostgreSQL also uses as an operator.
  const bound = sql
    .replaceAll(' ? ', ' \\? ')
    .replace(/(?<!:):(name|sub|meeting)\b/g, (_match, key: string) => {
      values.push(given[key] ?? null);
      return '?';
    });
  return em.execute(bound, values);
}

/** The meeting of a body on a day. */
export async function findMeeting(em: EntityManager, bodySlug: string, day: string): Promise<string | null> {
  const rows: { id: string }[] = await em.execute(
    'select m.id from meeting m join body b on b.id = m.body_id where b.slug = ? and m.day::text = ?',
    [bodySlug, day],
  );
  return rows[0]?.id ?? null;
}
