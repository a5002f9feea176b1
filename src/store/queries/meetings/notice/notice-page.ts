import type { EntityManager } from '@mikro-orm/postgresql';
import type { AccessObject } from '../../../../domain/access/capacities';
import type { NoticeState } from '../../../../domain/meetings/notice/notices';
import { refuse, type Refusal } from '../../../../domain/refusals/refusal';
import type { Day } from '../../../../domain/time/day';

/** A notice, as its pages begin. */
export interface NoticeHead {
  readonly id: string;
  readonly meetingId: string;
  readonly minutesId: string;
  readonly bodyId: string;
  readonly body: string;
  readonly hostMailbox: string;
  readonly meetingDay: Day;
  readonly verifiedOn: Day;
  readonly postingDay: Day;
  /** KL 8:12: the last day to post. */
  readonly lastDay: Day | null;
  readonly state: NoticeState;
  readonly certificateDocumentId: string | null;
  readonly takenDownOn: Day | null;
  readonly version: number;
}

const columns = `n.id, n.meeting_id as "meetingId", n.minutes_id as "minutesId", n.body_id as "bodyId", b.name as body,
  (select h.mailbox from principal h where h.id = b.host_principal_id) as "hostMailbox",
  m.day::text as "meetingDay", n.verified_on::text as "verifiedOn", n.posting_day::text as "postingDay",
  (select d.day::text from deadline d where d.owner_id = n.id and d.kind = 'notice' order by d.round desc limit 1) as "lastDay",
  n.state, n.certificate_document_id as "certificateDocumentId", n.taken_down_on::text as "takenDownOn", n.version`;

/** A notice; null when there is none. */
export async function readNoticeHead(em: EntityManager, noticeId: string): Promise<NoticeHead | null> {
  const rows: NoticeHead[] = await em.execute(
    `select ${columns} from notice n join meeting m on m.id = n.meeting_id join body b on b.id = n.body_id where n.id = ?`,
    [noticeId],
  );
  return rows[0] ?? null;
}

/**
 * Whose notice it is, for `may`: the body's, and of every principal with a board.
 * @param principalIds the principals that the reader holds a role of: one with a board of the notice stands in the object
 */
export async function noticeAccess(
  em: EntityManager,
  noticeId: string,
  principalIds: readonly string[] = [],
): Promise<AccessObject | Refusal> {
  const head = await readNoticeHead(em, noticeId);
  if (head === null) return refuse('not-found');
  if (principalIds.length === 0) return { bodyId: head.bodyId };
  const boards: { principalId: string }[] = await em.execute(
    'select principal_id as "principalId" from notice_posting where notice_id = ? and principal_id in (?) limit 1',
    [noticeId, principalIds],
  );
  return { bodyId: head.bodyId, principalId: boards[0]?.principalId };
}

/** Whose posting it is, for `may`. */
export async function postingAccess(em: EntityManager, postingId: string): Promise<AccessObject | Refusal> {
  const rows: { bodyId: string; principalId: string }[] = await em.execute(
    `select n.body_id as "bodyId", p.principal_id as "principalId" from notice_posting p join notice n on n.id = p.notice_id
     where p.id = ?`,
    [postingId],
  );
  return rows[0] ?? refuse('not-found');
}

/** Which notice a posting belongs to; null when there is no such posting. */
export async function noticeOfPosting(em: EntityManager, postingId: string): Promise<string | null> {
  const rows: { id: string }[] = await em.execute('select notice_id as id from notice_posting where id = ?', [
    postingId,
  ]);
  return rows[0]?.id ?? null;
}

/** The newest version of the notice that was made for a board; null while it is being made. */
export async function postingVersion(em: EntityManager, postingId: string): Promise<string | null> {
  const rows: { id: string }[] = await em.execute(
    `select v.id from document d join document_version v on v.document_id = d.id
     where d.owner_kind = 'posting' and d.owner_id = ? and d.kind = 'notice' order by v.number desc limit 1`,
    [postingId],
  );
  return rows[0]?.id ?? null;
}

/** The court's answer; null before it is recorded. */
export async function readCourtAnswer(em: EntityManager, noticeId: string) {
  const rows: {
    day: Day;
    reference: string;
    appealed: boolean;
    appeals: { paragraphId: string; caseNumber: string; stay: boolean }[];
  }[] = await em.execute(
    'select day::text as day, reference, appealed, appeals from court_answer where notice_id = ?',
    [noticeId],
  );
  return rows[0] ?? null;
}

/** The paragraphs a notice announces, for the court's answer. Numbers alone: titles of closed items are not shown. */
export async function readNoticeParagraphs(
  em: EntityManager,
  minutesId: string,
): Promise<{ readonly id: string; readonly number: number; readonly title: string }[]> {
  return em.execute(
    `select p.id, p.number, coalesce(case when p.closed then i.public_title else i.title end, '') as title
     from paragraph p left join agenda_item i on i.id = p.item_id where p.minutes_id = ? order by p.number limit 500`,
    [minutesId],
  );
}

/** Whether a link's proof is the one that the letters about a posting carried. */
export async function isPostingLink(
  em: EntityManager,
  postingId: string,
  tokenHash: string,
): Promise<boolean> {
  const rows: unknown[] = await em.execute(
    'select 1 from notice_posting where id = ? and link_token_hash = ?',
    [postingId, tokenHash],
  );
  return rows.length > 0;
}
