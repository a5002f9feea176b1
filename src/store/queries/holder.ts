import type { EntityManager } from '@mikro-orm/postgresql';
import type { Holder, Holding } from '../../domain/access/capacities';

/** One role or seat of a person, or the person without any. */
export interface HoldingRow {
  /** Null where nobody is known by the id. */
  person: string | null;
  capacity: Holding['capacity'] | null;
  scope_kind: 'body' | 'principal' | 'installation' | null;
  scope_id: string | null;
  valid_from: Holding['from'];
  valid_to: Holding['to'];
}

/** The person's roles and seats, or one row of nothing for a person without any. */
export const HOLDINGS = `select p.id as person, held.* from person p left join lateral (
    select role as capacity, scope_kind, scope_id, valid_from::text, valid_to::text from role_assignment where person_id = p.id
    union all
    select coalesce(h.office, s.kind), 'body', s.body_id, h.valid_from::text, h.valid_to::text
      from seat_holder h join seat s on s.id = h.seat_id where h.person_id = p.id
    union all
    select 'member', 'body', s.body_id, h.valid_from::text, h.valid_to::text
      from seat_holder h join seat s on s.id = h.seat_id where h.person_id = p.id and h.office is not null) held on true
  where p.id = ?`;

/** A person with every role and seat ever held; null when there is no such person. */
export async function readHolder(em: EntityManager, personId: string): Promise<Holder | null> {
  return toHolder(personId, await em.execute(HOLDINGS, [personId]));
}

/** The rows of `HOLDINGS` as the person they are of; null where nobody is known by the id. */
export function toHolder(personId: string, rows: readonly HoldingRow[]): Holder | null {
  const known = rows.some(({ person }) => person !== null);
  return known ? { personId, holdings: rows.flatMap(toHolding) } : null;
}

function toHolding({
  capacity,
  scope_kind,
  scope_id,
  valid_from: from,
  valid_to: to,
}: HoldingRow): Holding[] {
  if (capacity === null) return [];
  const scope =
    scope_kind === null || scope_kind === 'installation' || scope_id === null
      ? ({ kind: 'installation', id: null } as const)
      : ({ kind: scope_kind, id: scope_id } as const);
  return [{ capacity, scope, from, to }];
}
