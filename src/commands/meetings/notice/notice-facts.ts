import type { RulesOfProcedure } from '../../../domain/bodies/rules-of-procedure';
import { appealTime, type AppealTime } from '../../../domain/meetings/notice/appeal-time';
import { postingsOf } from '../../../domain/meetings/notice/board-postings';
import { Body } from '../../../store/entities/bodies';
import { Meeting } from '../../../store/entities/meetings';
import type { Notice } from '../../../store/entities/notices';
import { readNoticeBoards, type NoticeBoard } from '../../../store/queries/meetings/notice/notice-boards';
import { boundRules } from '../../../store/queries/meetings/plan/plan-rules';
import type { Transaction } from '../../runner/transaction';

/** A notice with everything its rules ask about. */
export interface NoticeFacts {
  readonly meeting: Meeting;
  readonly body: Body;
  readonly rules: RulesOfProcedure;
  readonly boards: readonly NoticeBoard[];
  readonly time: AppealTime;
}

/** Reads the notice's boards as they stand in the transaction and counts the appeal time from them. */
export async function noticeFacts(tx: Transaction, notice: Notice): Promise<NoticeFacts> {
  await tx.em.flush();
  const meeting = await tx.em.findOneOrFail(Meeting, notice.meetingId);
  const body = await tx.em.findOneOrFail(Body, notice.bodyId);
  const rules = await boundRules(tx.em, meeting);
  const boards = await readNoticeBoards(tx.em, notice.id);
  const time = appealTime(
    boards.map(({ boardId }) => boardId),
    postingsOf(boards),
    rules.appealWeeks,
  );
  return { meeting, body, rules, boards, time };
}
