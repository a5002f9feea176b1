import type { EntityManager } from '@mikro-orm/postgresql';
import type { Holder, Holding } from '../../domain/access/capacities';
import type { Day } from '../../domain/time/day';

interface Row {
  /** Null where nobody is known by the id. */
  person: string | null;
  capacity: Holding['capacity'] | null;
  scope_kind: 'body' | 'principal' | 'authority' | 'installation' | null;
  scope_id: string | null;
  valid_from: Holding['from'];
  valid_to: Holding['to'];
}

/** The person's roles and seats, or one row of nothing for a person without any. */
const HOLDINGS = `select p.id as person, held.* from person p left join lateral (
    select role as capacity, scope_kind, scope_id, valid_from::text, valid_to::text from role_assignment where person_id = p.id
    union all
    select coalesce(h.office, s.kind), 'body', s.body_id, h.valid_from::text, h.valid_to::text
      from seat_holder h join seat s on s.id = h.seat_id where h.person_id = p.id
    union all
    select 'member', 'body', s.body_id, h.valid_from::text, h.valid_to::text
      from seat_holder h join seat s on s.id = h.seat_id where h.person_id = p.id and h.office is not null) held on true
  where p.id = ?`;

/** The transaction's actor and day for row level security (docs/adr/0002), set before anything is read. */
const STATED = `select set_config('samrad.actor', ?, true), set_config('samrad.authority', '', true), set_config('samrad.day', ?, true)`;

/**
 * A person with every role and seat ever held; null when there is no such person.
 * @param stated says in the same question who acts, for row level security
 */
export async function readHolder(
  em: EntityManager,
  personId: string,
  stated?: { readonly actor: string; readonly today: Day },
): Promise<Holder | null> {
  const rows: Row[] =
    stated === undefined
      ? await em.execute(HOLDINGS, [personId])
      : await em.execute(
          `with stated as materialized (${STATED}), holdings as (${HOLDINGS})
           select holdings.* from stated left join holdings on true`,
          [stated.actor, stated.today, personId],
        );
  const known = rows.some(({ person }) => person !== null);
  return known ? { personId, holdings: rows.flatMap(toHolding) } : null;
}

function toHolding({ capacity, scope_kind, scope_id, valid_from: from, valid_to: to }: Row): Holding[] {
  if (capacity === null) return [];
  const scope =
    scope_kind === null || scope_kind === 'installation' || scope_id === null
      ? ({ kind: 'installation', id: null } as const)
      : ({ kind: scope_kind, id: scope_id } as const);
  return [{ capacity, scope, from, to }];
}
