import type { EntityManager } from '@mikro-orm/postgresql';
import type { EnteredTerm } from '../../../domain/bodies/register-terms';
import type { Day } from '../../../domain/time/day';

/** A seat with the name of its principal. */
export interface SeatOfBody {
  readonly id: string;
  readonly kind: 'member' | 'substitute';
  readonly ordinal: number;
  readonly principal: string;
}

/** A body as a register of its elected people is compared with it. */
export interface BodyTerms {
  readonly id: string;
  readonly authorityId: string;
  readonly name: string;
  readonly principals: readonly string[];
  readonly seats: readonly SeatOfBody[];
  /** The terms of all its seats, past ones included. */
  readonly terms: readonly EnteredTerm[];
  /** The days on which it has met, the latest first. */
  readonly metOn: readonly Day[];
}

/** @returns null when there is no such body */
export async function readBodyTerms(em: EntityManager, slug: string): Promise<BodyTerms | null> {
  const [body]: { id: string; authorityId: string; name: string }[] = await em.execute(
    'select id, authority_id as "authorityId", name from body where slug = ?',
    [slug],
  );
  if (body === undefined) return null;
  const principals: { name: string }[] = await em.execute(
    `select p.name from body_principal b join principal p on p.id = b.principal_id where b.body_id = ? order by b.ordinal`,
    [body.id],
  );
  const met: { day: Day }[] = await em.execute(
    `select distinct day::text as day from meeting
       where body_id = ? and phase not in ('planned', 'agendaApproved', 'summoned') order by day desc`,
    [body.id],
  );
  return {
    ...body,
    principals: principals.map(({ name }) => name),
    seats: await em.execute(
      `select s.id, s.kind, s.ordinal, p.name as principal from seat s join principal p on p.id = s.principal_id
         where s.body_id = ?`,
      [body.id],
    ),
    terms: await em.execute(
      `select h.id, h.seat_id as "seatId", h.person_id as "personId", h.party, h.office,
           h.valid_from::text as "validFrom", h.valid_to::text as "validTo"
         from seat_holder h join seat s on s.id = h.seat_id where s.body_id = ?`,
      [body.id],
    ),
    metOn: met.map(({ day }) => day),
  };
}

/** The slugs of all bodies. */
export async function readBodySlugs(em: EntityManager): Promise<string[]> {
  const rows: { slug: string }[] = await em.execute('select slug from body order by slug');
  return rows.map(({ slug }) => slug);
}

/** Ids and names of people, by address in small letters. */
export async function readPeopleByAddress(
  em: EntityManager,
): Promise<ReadonlyMap<string, { readonly id: string; readonly name: string }>> {
  const rows: { id: string; name: string; email: string }[] = await em.execute(
    'select id, name, lower(email) as email from person',
  );
  return new Map(rows.map(({ email, ...person }) => [email, person]));
}
