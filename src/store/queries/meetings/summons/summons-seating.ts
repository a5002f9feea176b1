import type { EntityManager } from '@mikro-orm/postgresql';
import type { Seat, SeatHolder } from '../../../../domain/bodies/seats';

/** The seats of a body with everyone who holds or has held them. */
export async function readSeating(
  em: EntityManager,
  bodyId: string,
): Promise<{ readonly seats: Seat[]; readonly holders: SeatHolder[] }> {
  const seats: Seat[] = await em.execute(
    `select id, principal_id as "principalId", kind, ordinal, paired_seat_id as "pairedSeatId" from seat where body_id = ?`,
    [bodyId],
  );
  const holders: SeatHolder[] = await em.execute(
    `select h.seat_id as "seatId", h.person_id as "personId", h.party, h.office, h.valid_from::text as "validFrom",
       h.valid_to::text as "validTo" from seat_holder h join seat s on s.id = h.seat_id where s.body_id = ?`,
    [bodyId],
  );
  return { seats, holders };
}
