import type { EntityManager } from '@mikro-orm/postgresql';
import type { Day } from '../../../../domain/time/day';
import type { ClockTime } from '../../../../domain/time/stockholm';

/** What was told before the meeting, by seat or person: the roll call begins from it. */
export interface Expected {
  /** Seats whose holders have reported that they cannot come. */
  readonly absent: ReadonlySet<string>;
  /** Substitutes' seats that have said yes, with the member seat each was called for. */
  readonly called: ReadonlyMap<string, string>;
  /** People whom the chair has let take part remotely. */
  readonly remote: ReadonlySet<string>;
}

export async function readExpected(em: EntityManager, meetingId: string): Promise<Expected> {
  const absent: { seatId: string }[] = await em.execute(
    'select seat_id as "seatId" from absence where meeting_id = ? and withdrawn_at is null limit 500',
    [meetingId],
  );
  const called: { servingSeatId: string; seatId: string }[] = await em.execute(
    `select serving_seat_id as "servingSeatId", seat_id as "seatId" from substitute_call
     where meeting_id = ? and state = 'filled' and serving_seat_id is not null limit 500`,
    [meetingId],
  );
  const remote: { personId: string }[] = await em.execute(
    `select person_id as "personId" from remote_request where meeting_id = ? and state = 'approved' limit 500`,
    [meetingId],
  );
  return {
    absent: new Set(absent.map(({ seatId }) => seatId)),
    called: new Map(called.map(({ servingSeatId, seatId }) => [servingSeatId, seatId])),
    remote: new Set(remote.map(({ personId }) => personId)),
  };
}

export interface AttendeeView {
  readonly id: string;
  readonly itemId: string | null;
  readonly name: string;
  readonly capacity: string;
  readonly mode: 'room' | 'remote';
}

export async function readAttendees(em: EntityManager, meetingId: string): Promise<AttendeeView[]> {
  return em.execute(
    'select id, item_id as "itemId", name, capacity, mode from attendee where meeting_id = ? order by id limit 200',
    [meetingId],
  );
}

/** Somebody called to an item, with their title. */
export interface CalledPerson {
  readonly personId: string;
  readonly name: string;
  readonly title: string | null;
}

/** Who is called to an item, or to what stands below it, and not yet recorded in the room, neither for it nor for the whole meeting. */
export async function readCalledTo(em: EntityManager, itemId: string): Promise<CalledPerson[]> {
  return em.execute(
    `select distinct p.id as "personId", p.name, p.title from agenda_item i
     cross join jsonb_to_recordset(i.presenters) as called ("personId" uuid) join person p on p.id = called."personId"
     where (i.id = ? or i.parent_id = ?) and not exists (select from attendee a where a.meeting_id = i.meeting_id and a.person_id = p.id
       and (a.item_id is null or a.item_id in (i.id, ?)))
     order by p.name limit 50`,
    [itemId, itemId, itemId],
  );
}

/**
 * Who was called to an item that was taken up and is not recorded as there; members have the roll call, and the secretary
 * writes the minutes.
 */
export async function readUnrecorded(
  em: EntityManager,
  meetingId: string,
): Promise<{ readonly name: string; readonly itemId: string }[]> {
  return em.execute(
    `select distinct p.name, coalesce(i.parent_id, i.id) as "itemId" from agenda_item i
     cross join jsonb_to_recordset(i.presenters) as called ("personId" uuid) join person p on p.id = called."personId"
     join meeting m on m.id = i.meeting_id
     where i.meeting_id = ? and i.state = 'listed' and i.treated_order is not null
       and not exists (select from attendee a where a.meeting_id = m.id and a.person_id = p.id and (a.item_id is null or a.item_id in (i.id, i.parent_id)))
       and not exists (select from seat_holder h join seat s on s.id = h.seat_id where s.body_id = m.body_id and h.person_id = p.id
         and h.valid_from <= m.day and (h.valid_to is null or h.valid_to >= m.day))
       and not exists (select from role_assignment r where r.person_id = p.id and r.role = 'secretary' and r.scope_id = m.body_id
         and r.valid_from <= m.day and (r.valid_to is null or r.valid_to >= m.day))
     order by p.name limit 100`,
    [meetingId],
  );
}

export interface VerificationPlanView {
  readonly verifierIds: readonly string[];
  readonly names: readonly string[];
  readonly day: Day;
  readonly time: ClockTime;
  readonly place: string;
}

/** What the body has decided about verification; null before it has. */
export async function readVerificationPlan(
  em: EntityManager,
  meetingId: string,
): Promise<VerificationPlanView | null> {
  const rows: VerificationPlanView[] = await em.execute(
    `select verifier_ids as "verifierIds", day::text as day, time, place,
       array(select p.name from jsonb_array_elements_text(verifier_ids) v(id) join person p on p.id = v.id::uuid) as names
     from verification_plan where meeting_id = ?`,
    [meetingId],
  );
  return rows[0] ?? null;
}

/** People whom a body may give something to do: its officials and office, then its elected, by name. */
export async function readPossibleOwners(
  em: EntityManager,
  bodyId: string,
  day: Day,
): Promise<{ readonly id: string; readonly name: string; readonly title: string }[]> {
  return em.execute(
    `select p.id, p.name, coalesce(p.title, '') as title from person p where p.id in (
       select person_id from role_assignment where scope_kind = 'body' and scope_id = ? and role <> 'auditor'
         and valid_from <= ?::date and (valid_to is null or valid_to >= ?::date)
       union select h.person_id from seat_holder h join seat s on s.id = h.seat_id where s.body_id = ?
         and h.valid_from <= ?::date and (h.valid_to is null or h.valid_to >= ?::date))
     order by p.name limit 300`,
    [bodyId, day, day, bodyId, day, day],
  );
}
