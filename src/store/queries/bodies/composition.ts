import type { EntityManager } from '@mikro-orm/postgresql';
import type { HeldSeat } from '../../../domain/bodies/seats';
import type { Office } from '../../../domain/bodies/body';
import type { Day } from '../../../domain/time/day';

/** A seat as it was held on a day, with the names that pages and minutes write. */
export interface NamedSeat extends HeldSeat {
  /** Null on an empty seat. */
  readonly name: string | null;
  readonly principal: string;
}

interface Row {
  id: string;
  principal_id: string;
  principal: string;
  kind: 'member' | 'substitute';
  ordinal: number;
  paired_seat_id: string | null;
  person_id: string | null;
  name: string | null;
  party: string | null;
  office: Office | null;
  valid_from: Day | null;
  valid_to: Day | null;
}

/** The body as it was composed on a day: members in order, then substitutes in order (B-2). */
export async function readComposition(em: EntityManager, bodyId: string, day: Day): Promise<NamedSeat[]> {
  const rows: Row[] = await em.execute(
    `select s.id, s.principal_id, p.name as principal, s.kind, s.ordinal, s.paired_seat_id,
       h.person_id, person.name, h.party, h.office, h.valid_from::text, h.valid_to::text
     from seat s
     join principal p on p.id = s.principal_id
     left join seat_holder h on h.seat_id = s.id and h.valid_from <= ?::date and (h.valid_to is null or h.valid_to >= ?::date)
     left join person on person.id = h.person_id
     where s.body_id = ? order by s.kind, s.ordinal limit 500`,
    [day, day, bodyId],
  );
  return rows.map((row) => ({
    id: row.id,
    principalId: row.principal_id,
    principal: row.principal,
    kind: row.kind,
    ordinal: row.ordinal,
    pairedSeatId: row.paired_seat_id,
    name: row.name,
    holder:
      row.person_id === null || row.valid_from === null
        ? null
        : {
            seatId: row.id,
            personId: row.person_id,
            party: row.party ?? '',
            office: row.office,
            validFrom: row.valid_from,
            validTo: row.valid_to,
          },
  }));
}
