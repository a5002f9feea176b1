import type { EntityManager } from '@mikro-orm/postgresql';
import type { Day } from '../../../../domain/time/day';

/** The people who hold a role or office of a body on a day, for letters. */
export async function peopleHolding(
  em: EntityManager,
  bodyId: string,
  capacity: 'secretary' | 'chair' | 'viceChair',
  day: Day,
): Promise<string[]> {
  const rows: { id: string }[] = await em.execute(
    capacity === 'secretary'
      ? `select distinct person_id as id from role_assignment where role = 'secretary' and scope_kind = 'body' and scope_id = ?
           and valid_from <= ?::date and (valid_to is null or valid_to >= ?::date)`
      : `select h.person_id as id from seat_holder h join seat s on s.id = h.seat_id where s.body_id = ?
           and h.valid_from <= ?::date and (h.valid_to is null or h.valid_to >= ?::date) and h.office = ?`,
    capacity === 'secretary' ? [bodyId, day, day] : [bodyId, day, day, capacity],
  );
  return rows.map(({ id }) => id);
}
