import type { EntityManager } from '@mikro-orm/postgresql';
import type { NoticePeriodFacts } from '../../../../domain/meetings/notice/notice-period-due';
import type { NoticeState } from '../../../../domain/meetings/notice/notices';
import type { Day } from '../../../../domain/time/day';
import { endOfDay } from '../../../../domain/time/stockholm';

interface Row {
  version: number;
  state: NoticeState;
  certificate_document_id: string | null;
  taken_down_on: Day | null;
  unmade: number;
  unasked: number;
  bounced: number;
  ends_on: Day | null;
}

/** What the rows of a notice say to its process; null when there is no such notice. */
export async function readNoticePeriod(
  em: EntityManager,
  noticeId: string,
): Promise<{ readonly version: number; readonly facts: NoticePeriodFacts } | null> {
  const rows: Row[] = await em.execute(
    `select n.version, n.state, n.certificate_document_id, n.taken_down_on::text,
       (select count(*)::int from notice_posting p where p.notice_id = n.id and not exists (
          select from document d join document_version v on v.document_id = d.id
          where d.owner_kind = 'posting' and d.owner_id = p.id and v.made_key = 'notice/' || p.id || '/' || coalesce(p.stated_day, n.posting_day))) as unmade,
       (select count(*)::int from notice_posting p where p.notice_id = n.id and p.stated_day is null and not exists (
          select from task t where t.subject_id = p.id and t.kind = 'postNotice' and t.closed_at is null)) as unasked,
       (select count(*)::int from notice_posting p where p.notice_id = n.id and ${BOUNCED}) as bounced,
       (select a.ends_on::text from appeal_time a where a.notice_id = n.id and a.state <> 'annulled'
          order by a.number desc limit 1) as ends_on
     from notice n where n.id = ?`,
    [noticeId],
  );
  const notice = rows[0];
  if (notice === undefined) return null;
  const reminders: { due_at: string }[] = await em.execute(
    `select r.due_at from reminder r join deadline d on d.id = r.deadline_id
     where d.owner_id = ? and r.state = 'waiting' and d.done_on is null and d.closed_on is null`,
    [noticeId],
  );
  return {
    version: notice.version,
    facts: {
      state: notice.state,
      unmade: notice.unmade,
      unasked: notice.unasked,
      bounced: notice.bounced,
      reminders: reminders.map((row) => new Date(row.due_at)),
      endsAt: notice.ends_on === null ? null : endOfDay(notice.ends_on),
      allDown: notice.taken_down_on !== null,
      certificateMade: notice.certificate_document_id !== null,
    },
  };
}

/** A posting `p` that is not confirmed, whose letters came back and none was taken, and of which there is no task yet. */
const BOUNCED = `p.stated_day is null
  and exists (select from mail m where m.subject_kind = 'posting' and m.subject_id = p.id and m.state = 'bounced')
  and not exists (select from mail m where m.subject_kind = 'posting' and m.subject_id = p.id and m.state in ('queued', 'sent'))
  and not exists (select from task t where t.subject_id = p.id and t.kind = 'noticeBounced')`;

/** The postings of a notice that the secretary is to be told of, since no letter reached the registrar. */
export async function readBouncedPostings(em: EntityManager, noticeId: string): Promise<string[]> {
  const rows: { id: string }[] = await em.execute(
    `select p.id from notice_posting p where p.notice_id = ? and ${BOUNCED} order by p.id limit 1000`,
    [noticeId],
  );
  return rows.map(({ id }) => id);
}
