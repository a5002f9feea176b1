import type { EntityManager } from '@mikro-orm/postgresql';
import type { AccessObject } from '../../../../domain/access/capacities';
import type { Refusal } from '../../../../domain/refusals/refusal';
import type { Day } from '../../../../domain/time/day';
import type { ClockTime } from '../../../../domain/time/stockholm';
import { meetingAccess } from '../plan/overview';

/** The minutes of a meeting, as their pages begin. */
export interface MinutesHead {
  readonly id: string;
  readonly meetingId: string;
  readonly authorityId: string;
  readonly bodyId: string;
  readonly state: 'drafting' | 'verifying' | 'verified';
  readonly documentId: string | null;
  readonly verifiedOn: Day | null;
  readonly version: number;
  /** The last day of verification (KL 5:69). */
  readonly dueDay: Day | null;
  readonly rule: string | null;
  readonly noticeId: string | null;
  /** When and where the body decided that they are verified (M-10). */
  readonly planned: { readonly day: Day; readonly time: ClockTime; readonly place: string };
  /** When the meeting began and ended. */
  readonly openedAt: Date;
  readonly closedAt: Date;
}

/** The minutes of a meeting; null before it is closed. */
export async function readMinutesHead(em: EntityManager, meetingId: string): Promise<MinutesHead | null> {
  const rows: (Omit<MinutesHead, 'openedAt' | 'closedAt'> & { openedAt: string; closedAt: string })[] =
    await em.execute(
      `select m.id, m.meeting_id as "meetingId", m.authority_id as "authorityId", m.body_id as "bodyId", m.state,
       m.document_id as "documentId", m.verified_on::text as "verifiedOn", m.version, d.day::text as "dueDay", d.rule,
       (select id from notice n where n.minutes_id = m.id) as "noticeId", json_build_object('day', m.verification_day::text, 'time', m.verification_time, 'place', m.verification_place) as planned,
       held.opened_at as "openedAt", held.closed_at as "closedAt"
     from minutes m join meeting held on held.id = m.meeting_id left join deadline d on d.owner_id = m.id and d.kind = 'verification' and d.closed_on is null
     where m.meeting_id = ? order by d.round desc limit 1`,
      [meetingId],
    );
  const row = rows[0];
  return row === undefined
    ? null
    : { ...row, openedAt: new Date(row.openedAt), closedAt: new Date(row.closedAt) };
}

/** The object of access of a meeting's minutes: its body, and whoever signs, in office or not. */
export async function minutesAccess(em: EntityManager, meetingId: string): Promise<AccessObject | Refusal> {
  const access = await meetingAccess(em, meetingId);
  if ('ok' in access) return access;
  const signers: { id: string }[] = await em.execute(
    `select v.person_id as id from verifier v join minutes m on m.id = v.minutes_id
     where m.meeting_id = ? and v.replaced_by_id is null`,
    [meetingId],
  );
  return { ...access, ownerIds: signers.map(({ id }) => id) };
}

/** A verifier's note on a paragraph. */
export interface CommentView {
  readonly id: string;
  readonly paragraphId: string;
  readonly by: string;
  readonly text: string;
  readonly at: Date;
  readonly resolved: boolean;
}

/** The notes on the paragraphs of minutes, in the order they were made. */
export async function readComments(em: EntityManager, minutesId: string): Promise<CommentView[]> {
  const rows: (Omit<CommentView, 'at'> & { at: string })[] = await em.execute(
    `select c.id, c.paragraph_id as "paragraphId", p.name as by, c.text, c.at, c.resolved_at is not null as resolved
     from paragraph_comment c join paragraph x on x.id = c.paragraph_id join person p on p.id = c.person_id
     where x.minutes_id = ? order by c.at limit 1000`,
    [minutesId],
  );
  return rows.map((row) => ({ ...row, at: new Date(row.at) }));
}

/** The recorded motions and propositions of an item, with their ids, for correcting their words. */
export async function readRecordedWords(em: EntityManager, itemId: string) {
  const motions: { id: string; by: string; text: string }[] = await em.execute(
    `select m.id, p.name as by, m.text from motion m join person p on p.id = m.person_id
     where m.item_id = ? and m.withdrawn_at is null order by m.ordinal limit 100`,
    [itemId],
  );
  const propositions: { id: string; words: string; carried: boolean | null }[] = await em.execute(
    'select id, words, carried from proposition where item_id = ? order by ordinal limit 100',
    [itemId],
  );
  return { motions, propositions };
}
