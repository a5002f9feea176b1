import type { EntityManager } from '@mikro-orm/postgresql';
import type { Holder, Holding } from '../../domain/access/capacities';

interface Row {
  capacity: Holding['capacity'];
  scope_kind: 'body' | 'principal' | 'authority' | 'installation';
  scope_id: string | null;
  valid_from: Holding['from'];
  valid_to: Holding['to'];
}

/** A person with every role and seat ever held; null when there is no such person. */
export async function readHolder(em: EntityManager, personId: string): Promise<Holder | null> {
  const rows: Row[] = await em.execute(
    `select role as capacity, scope_kind, scope_id, valid_from::text, valid_to::text from role_assignment where person_id = ?
     union all
     select case when h.office is not null then h.office else s.kind end, 'body', s.body_id, h.valid_from::text, h.valid_to::text
       from seat_holder h join seat s on s.id = h.seat_id where h.person_id = ?
     union all
     select 'member', 'body', s.body_id, h.valid_from::text, h.valid_to::text
       from seat_holder h join seat s on s.id = h.seat_id where h.person_id = ? and h.office is not null`,
    [personId, personId, personId],
  );
  if (rows.length === 0 && (await em.execute('select 1 from person where id = ?', [personId])).length === 0)
    return null;
  return { personId, holdings: rows.map(toHolding) };
}

function toHolding(row: Row): Holding {
  const scope =
    row.scope_kind === 'installation' || row.scope_id === null
      ? ({ kind: 'installation', id: null } as const)
      : ({ kind: row.scope_kind, id: row.scope_id } as const);
  return { capacity: row.capacity, scope, from: row.valid_from, to: row.valid_to };
}
