import type { EntityManager } from '@mikro-orm/postgresql';
import type { Holding } from '../../../domain/access/capacities';
import type { Day } from '../../../domain/time/day';

/** Someone of the demo county to sign in as, with one of the roles held on the day. */
export interface DemoPerson {
  readonly personId: string;
  readonly name: string;
  readonly capacity: Holding['capacity'];
  /** Body, principal or authority; null for the whole installation. */
  readonly within: string | null;
}

/** Everyone with an open account, once per role of the day. */
export async function readDemoPeople(em: EntityManager, today: Day): Promise<DemoPerson[]> {
  return em.execute(
    `select p.id as "personId", p.name, held.capacity, coalesce(b.name, c.name) as within
     from person p join account a on a.person_id = p.id and a.state = 'active'
     join (
       select person_id, role as capacity, scope_id from role_assignment
         where ?::date between valid_from and coalesce(valid_to, 'infinity'::date)
       union
       select h.person_id, coalesce(h.office, s.kind), s.body_id from seat_holder h join seat s on s.id = h.seat_id
         where ?::date between h.valid_from and coalesce(h.valid_to, 'infinity'::date)
     ) held on held.person_id = p.id
     left join body b on b.id = held.scope_id left join principal c on c.id = held.scope_id
     order by within nulls last, p.name`,
    [today, today],
  );
}
