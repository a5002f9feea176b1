import type { EntityManager } from '@mikro-orm/postgresql';
import type { NoticeState } from '../../../../domain/meetings/notice/notices';
import type { Day } from '../../../../domain/time/day';
import { readNoticeBoards, type NoticeBoard } from './notice-boards';

/** What notices and the certificate are written from. */
export interface NoticeLetter {
  readonly noticeId: string;
  readonly body: string;
  readonly host: string;
  readonly hostMailbox: string;
  readonly meetingDay: Day;
  readonly verifiedOn: Day;
  readonly postingDay: Day;
  /** As stored. */
  readonly state: NoticeState;
  readonly paragraphs: readonly number[];
  /** Some decision can be appealed, of an item or of a sub-item in its paragraph (KL 13:1, M-20). */
  readonly appealable: boolean;
  readonly boards: readonly NoticeBoard[];
  readonly secretary: string | null;
  readonly corrections: readonly {
    readonly field: 'statedDay' | 'downDay';
    readonly principal: string;
    readonly before: Day;
    readonly after: Day;
    readonly reason: string;
  }[];
  readonly times: readonly {
    readonly startsOn: Day;
    readonly endsOn: Day;
    readonly annulled: boolean;
    readonly reason: string | null;
  }[];
}

interface Row {
  body: string;
  body_id: string;
  host: string;
  mailbox: string;
  day: Day;
  verified_on: Day;
  posting_day: Day;
  state: NoticeState;
  minutes_id: string;
}

/** The facts of a notice; null when there is no such notice. */
export async function readNoticeLetter(em: EntityManager, noticeId: string): Promise<NoticeLetter | null> {
  const rows: Row[] = await em.execute(
    `select b.name as body, b.id as body_id, p.name as host, p.mailbox, m.day::text, n.verified_on::text, n.posting_day::text, n.state, n.minutes_id
     from notice n join meeting m on m.id = n.meeting_id join body b on b.id = n.body_id join principal p on p.id = b.host_principal_id
     where n.id = ?`,
    [noticeId],
  );
  const notice = rows[0];
  if (notice === undefined) return null;
  const paragraphs: { number: number; appealable: boolean }[] = await em.execute(
    `select p.number, exists (select from decision d join agenda_item i on i.id = d.item_id
         where (i.id = p.item_id or i.parent_id = p.item_id) and d.appeal_class = 'legalityReview') as appealable
     from paragraph p where p.minutes_id = ? order by p.number`,
    [notice.minutes_id],
  );
  const secretary: { name: string }[] = await em.execute(
    `select p.name from minutes m join person p on p.id = m.writer_person_id where m.id = ?`,
    [notice.minutes_id],
  );
  return {
    noticeId,
    body: notice.body,
    host: notice.host,
    hostMailbox: notice.mailbox,
    meetingDay: notice.day,
    verifiedOn: notice.verified_on,
    postingDay: notice.posting_day,
    state: notice.state,
    paragraphs: paragraphs.map(({ number }) => number),
    appealable: paragraphs.some(({ appealable }) => appealable),
    boards: await readNoticeBoards(em, noticeId),
    secretary: secretary[0]?.name ?? null,
    corrections: await em.execute(
      `select c.field, p.name as principal, c.before::text, c.after::text, c.reason from posting_correction c
       join notice_posting np on np.id = c.posting_id join principal p on p.id = np.principal_id
       where np.notice_id = ? order by c.at`,
      [noticeId],
    ),
    times: await em.execute(
      `select starts_on::text as "startsOn", ends_on::text as "endsOn", state = 'annulled' as annulled, reason
       from appeal_time where notice_id = ? order by number`,
      [noticeId],
    ),
  };
}
