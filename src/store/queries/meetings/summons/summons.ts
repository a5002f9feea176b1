import type { EntityManager } from '@mikro-orm/postgresql';

/** An issued summons. */
export interface SummonsView {
  readonly id: string;
  readonly authorityId: string;
  readonly number: number;
  readonly agendaVersionId: string;
  readonly issuedBy: string;
  readonly issuedByName: string;
  readonly issuedAt: Date;
  readonly lateReason: string | null;
  readonly changeNote: string | null;
  readonly letterDocumentId: string | null;
  readonly packageDocumentId: string | null;
  /** The versions before it. */
  readonly olderIds: readonly string[];
}

/** All versions of a meeting's summons, newest first. */
export async function readSummonses(em: EntityManager, meetingId: string): Promise<SummonsView[]> {
  const rows: (Omit<SummonsView, 'issuedAt' | 'olderIds'> & { issuedAt: string })[] = await em.execute(
    `select s.id, s.authority_id as "authorityId", s.number, s.agenda_version_id as "agendaVersionId", s.issued_by as "issuedBy",
       p.name as "issuedByName", s.issued_at as "issuedAt", s.late_reason as "lateReason", s.change_note as "changeNote",
       s.letter_document_id as "letterDocumentId", s.package_document_id as "packageDocumentId"
     from summons s join person p on p.id = s.issued_by where s.meeting_id = ? order by s.number desc limit 200`,
    [meetingId],
  );
  return rows.map((row, index) => ({
    ...row,
    issuedAt: new Date(row.issuedAt),
    olderIds: rows.slice(index + 1).map(({ id }) => id),
  }));
}

/** The summons that holds; null before the first. */
export async function latestSummons(em: EntityManager, meetingId: string): Promise<SummonsView | null> {
  return (await readSummonses(em, meetingId))[0] ?? null;
}

export type RecipientCapacity = 'member' | 'substitute' | 'other';

/** Who a letter about the summons goes to, and as what. */
export interface AddressedRecipient {
  readonly personId: string;
  readonly capacity: RecipientCapacity;
  /** The items an outside person is called to. */
  readonly itemIds: readonly string[];
}

/** Recipients whose letter is not written yet. */
export async function unsentRecipients(em: EntityManager, summonsId: string): Promise<AddressedRecipient[]> {
  return em.execute(
    `select r.person_id as "personId", r.capacity, r.item_ids as "itemIds" from summons_recipient r where r.summons_id = ? and not exists (
       select from mail where subject_kind = 'summons' and subject_id = r.summons_id and to_person_id = r.person_id)
     order by r.id`,
    [summonsId],
  );
}

/** The substitutes who have said that they will serve (M-5). */
export async function servingSubstitutes(em: EntityManager, meetingId: string): Promise<ReadonlySet<string>> {
  const rows: { id: string }[] = await em.execute(
    `select a.person_id as id from substitute_call c join substitute_ask a on a.call_id = c.id and a.seat_id = c.serving_seat_id
     where c.meeting_id = ? and c.state = 'filled' and a.answer = 'accepted'`,
    [meetingId],
  );
  return new Set(rows.map(({ id }) => id));
}

/** One recipient with what became of the letter. */
export interface RecipientView {
  readonly id: string;
  readonly personId: string;
  readonly name: string;
  readonly title: string | null;
  readonly unit: string | null;
  /** Has the board's own office, as head of the centre or secretary. */
  readonly boardOfficer: boolean;
  readonly phone: string | null;
  readonly capacity: RecipientCapacity;
  readonly party: string | null;
  readonly office: 'chair' | 'viceChair' | null;
  readonly principal: string | null;
  readonly itemIds: readonly string[];
  /** State of the latest letter; null while it is not written. */
  readonly mailState: 'queued' | 'sent' | 'bounced' | 'withdrawn' | 'held' | null;
  readonly sentAt: Date | null;
  readonly openedAt: Date | null;
  /** When somebody rang, and who. */
  readonly calledAt: Date | null;
  readonly calledBy: string | null;
}

/** How many a summons went to, and how many of them have opened it. */
export async function countOpened(
  em: EntityManager,
  summonsId: string,
): Promise<{ readonly recipients: number; readonly opened: number }> {
  const rows: { recipients: number; opened: number }[] = await em.execute(
    'select count(*)::int as recipients, count(opened_at)::int as opened from summons_recipient where summons_id = ?',
    [summonsId],
  );
  return rows[0] ?? { recipients: 0, opened: 0 };
}

/**
 * The recipients of a summons: members in seat order, substitutes, then others: the head of the centre and the secretary,
 * then whoever presents, in the order of the agenda (as their rows were written).
 */
export async function readRecipients(em: EntityManager, summonsId: string): Promise<RecipientView[]> {
  const rows: (Omit<RecipientView, 'sentAt' | 'openedAt' | 'calledAt'> & {
    sentAt: string | null;
    openedAt: string | null;
    calledAt: string | null;
  })[] = await em.execute(
    `select r.id, r.person_id as "personId", p.name, p.title, p.unit, p.phone, r.capacity, o.rank is not null as "boardOfficer", h.party, h.office, pr.name as principal,
         r.item_ids as "itemIds", l.state as "mailState", l.sent_at as "sentAt", r.opened_at as "openedAt",
         r.called_at as "calledAt", c.name as "calledBy"
       from summons_recipient r join person p on p.id = r.person_id left join person c on c.id = r.called_by
       join summons s on s.id = r.summons_id join meeting m on m.id = s.meeting_id
       left join seat on seat.id = r.seat_id left join principal pr on pr.id = seat.principal_id
       left join seat_holder h on h.seat_id = seat.id and h.person_id = r.person_id
         and m.day between h.valid_from and coalesce(h.valid_to, 'infinity'::date)
       left join lateral (select min(case a.role when 'headOfCentre' then 1 else 2 end) as rank from role_assignment a
         where a.person_id = r.person_id and a.scope_id = m.body_id and a.role in ('headOfCentre', 'secretary')
         and m.day between a.valid_from and coalesce(a.valid_to, 'infinity'::date)) o on true
       left join lateral (select state, sent_at from mail where subject_kind = 'summons' and subject_id = r.summons_id
         and to_person_id = r.person_id order by queued_at desc, id desc limit 1) l on true
       where r.summons_id = ? order by case r.capacity when 'member' then 1 when 'substitute' then 2 else 3 end, seat.ordinal,
         o.rank, r.id limit 500`,
    [summonsId],
  );
  return rows.map((row) => ({
    ...row,
    sentAt: row.sentAt === null ? null : new Date(row.sentAt),
    openedAt: row.openedAt === null ? null : new Date(row.openedAt),
    calledAt: row.calledAt === null ? null : new Date(row.calledAt),
  }));
}
