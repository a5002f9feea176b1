import type { EntityManager } from '@mikro-orm/postgresql';
import { appealTime } from '../../../../domain/meetings/notice/appeal-time';
import { postingsOf } from '../../../../domain/meetings/notice/board-postings';
import { noticeToMake } from '../../../../domain/meetings/notice/notice-letter';
import type { NoticePeriodFacts } from '../../../../domain/meetings/notice/notice-period-due';
import type { NoticeState } from '../../../../domain/meetings/notice/notices';
import type { Day } from '../../../../domain/time/day';
import { endOfDay } from '../../../../domain/time/stockholm';
import { boundRules } from '../plan/plan-rules';
import { readNoticeBoards } from './notice-boards';

interface Row {
  version: number;
  state: NoticeState;
  certificate_document_id: string | null;
  taken_down_on: Day | null;
  posting_day: Day;
  rules_id: string | null;
  body_id: string;
  meeting_day: Day;
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
       n.posting_day::text, m.rules_id, m.body_id, m.day::text as meeting_day,
       (select count(*)::int from notice_posting p where p.notice_id = n.id and p.stated_day is null and not exists (
          select from task t where t.subject_id = p.id and t.kind = 'postNotice' and t.closed_at is null)) as unasked,
       (select count(*)::int from notice_posting p where p.notice_id = n.id and ${BOUNCED}) as bounced,
       (select a.ends_on::text from appeal_time a where a.notice_id = n.id and a.state <> 'annulled'
          order by a.number desc limit 1) as ends_on
     from notice n join meeting m on m.id = n.meeting_id where n.id = ?`,
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
      unmade: await countUnmade(em, noticeId, notice),
      unasked: notice.unasked,
      bounced: notice.bounced,
      reminders: reminders.map((row) => new Date(row.due_at)),
      endsAt: notice.ends_on === null ? null : endOfDay(notice.ends_on),
      allDown: notice.taken_down_on !== null,
      certificateMade: notice.certificate_document_id !== null,
    },
  };
}

/** How many boards have no notice yet, or one that states other days than it should by now. */
async function countUnmade(em: EntityManager, noticeId: string, notice: Row): Promise<number> {
  const boards = await readNoticeBoards(em, noticeId);
  const { rules_id: rulesId, body_id: bodyId, meeting_day: day, posting_day: postingDay, state } = notice;
  const { appealWeeks } = await boundRules(em, { rulesId, bodyId, day });
  const time = appealTime(
    boards.map(({ boardId }) => boardId),
    postingsOf(boards),
    appealWeeks,
  );
  return boards.filter((board) => noticeToMake(board, { postingDay, state }, time, appealWeeks) !== null)
    .length;
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
