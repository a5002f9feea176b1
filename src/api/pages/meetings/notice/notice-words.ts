import { appealTime, type AppealTime } from '../../../../domain/meetings/notice/appeal-time';
import { postingsOf } from '../../../../domain/meetings/notice/board-postings';
import type { NoticeState } from '../../../../domain/meetings/notice/notices';
import type { Day } from '../../../../domain/time/day';
import type { Language } from '../../../../i18n/languages';
import { text, type TextKey } from '../../../../i18n/texts';
import type { NoticeBoard } from '../../../../store/queries/meetings/notice/notice-boards';
import type { StatusTag, Tone } from '../../../render/components';

const states: Readonly<Record<NoticeState, readonly [TextKey, Tone]>> = {
  posting: ['notices.statePosting', 'warning'],
  running: ['notices.stateRunning', 'info'],
  appealTimeEnded: ['notices.stateAppealTimeEnded', 'warning'],
  legalForce: ['notices.stateLegalForce', 'success'],
  appealed: ['notices.stateAppealed', 'warning'],
};

/** Where a notice stands; never legal force before the court has answered (M-11). */
export function noticeTag(lang: Language, state: NoticeState): StatusTag {
  const [key, tone] = states[state];
  return { text: text(lang, key), tone };
}

/** Where one board stands. */
export type BoardState = 'waiting' | 'late' | 'up' | 'missing' | 'down';

export function boardState(board: NoticeBoard, lastDay: Day | null, today: Day): BoardState {
  if (board.downDay !== null) return 'down';
  if (board.gaps.at(-1)?.restoredOn === null) return 'missing';
  if (board.statedDay !== null) return 'up';
  return lastDay !== null && today > lastDay ? 'late' : 'waiting';
}

const boards: Readonly<Record<BoardState, readonly [TextKey, Tone]>> = {
  waiting: ['notices.boardWaiting', 'neutral'],
  late: ['notices.boardLate', 'danger'],
  up: ['notices.boardUp', 'success'],
  missing: ['notices.boardMissing', 'danger'],
  down: ['notices.boardDown', 'neutral'],
};

export function boardTag(lang: Language, state: BoardState): StatusTag {
  const [key, tone] = boards[state];
  return { text: text(lang, key), tone };
}

/** The appeal time as the boards tell it now (KL 13:5). */
export function timeOf(notice: readonly NoticeBoard[], appealWeeks: number): AppealTime {
  return appealTime(
    notice.map(({ boardId }) => boardId),
    postingsOf(notice),
    appealWeeks,
  );
}
