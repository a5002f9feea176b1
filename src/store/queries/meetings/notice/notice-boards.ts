import type { EntityManager } from '@mikro-orm/postgresql';
import type { BoardPosting } from '../../../../domain/meetings/notice/board-postings';
import type { Day } from '../../../../domain/time/day';

/** A board of a notice as pages and documents write it. */
export interface NoticeBoard extends BoardPosting {
  readonly postingId: string;
  readonly principalId: string;
  readonly principal: string;
  readonly address: string;
  /** What its newest notice states; null before the first is made. */
  readonly printedDay: Day | null;
  readonly printedTakeDown: Day | null;
  /** Name of who confirmed it signed in; null while it is not confirmed, or when it was done by the one-time link. */
  readonly confirmedBy: string | null;
  /** The day that stands was confirmed, or corrected last, by the one-time link. */
  readonly statedByLink: boolean;
  readonly version: number;
}

interface Row {
  id: string;
  principal_id: string;
  principal: string;
  board_address: string;
  stated_day: Day | null;
  down_day: Day | null;
  printed_day: Day | null;
  printed_take_down: Day | null;
  confirmed_by: string | null;
  stated_by_link: boolean | null;
  version: number;
}

/** The boards of a notice by the principals' order, each with its gaps. */
export async function readNoticeBoards(em: EntityManager, noticeId: string): Promise<NoticeBoard[]> {
  const rows: Row[] = await em.execute(
    `select np.id, np.principal_id, p.name as principal, np.board_address, np.stated_day::text, np.down_day::text, np.printed_day::text, np.printed_take_down::text,
       confirmer.name as confirmed_by, np.version,
       coalesce((select c.corrected_by from posting_correction c where c.posting_id = np.id and c.field = 'statedDay'
         order by c.at desc, c.id desc limit 1), np.confirmed_by) = 'link:' || np.id::text as stated_by_link
     from notice_posting np join principal p on p.id = np.principal_id join notice n on n.id = np.notice_id
     left join person confirmer on 'person:' || confirmer.id::text = np.confirmed_by
     left join body_principal bp on bp.body_id = n.body_id and bp.principal_id = np.principal_id
     where np.notice_id = ? order by bp.ordinal, p.name`,
    [noticeId],
  );
  const gaps: { posting_id: string; missing_from: Day; restored_on: Day | null }[] = await em.execute(
    `select g.posting_id, g.missing_from::text, g.restored_on::text from posting_gap g
     join notice_posting np on np.id = g.posting_id where np.notice_id = ? order by g.missing_from, g.reported_at`,
    [noticeId],
  );
  return rows.map((row) => ({
    postingId: row.id,
    boardId: row.principal_id,
    principalId: row.principal_id,
    principal: row.principal,
    address: row.board_address,
    statedDay: row.stated_day,
    downDay: row.down_day,
    printedDay: row.printed_day,
    printedTakeDown: row.printed_take_down,
    confirmedBy: row.confirmed_by,
    statedByLink: row.stated_by_link ?? false,
    version: row.version,
    gaps: gaps
      .filter((gap) => gap.posting_id === row.id)
      .map((gap) => ({ missingFrom: gap.missing_from, restoredOn: gap.restored_on })),
  }));
}
