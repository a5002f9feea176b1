import { addDays, addWeeks, type Day } from '../../time/day';
import { moveForwardIfNonWorking } from '../../time/holidays';
import type { AppealTime } from './appeal-time';
import type { NoticeState } from './notices';

/** What a board's notice states (M-11). */
export interface StatedOnNotice {
  /** The board's own day. */
  readonly postedDay: Day;
  readonly endsOn: Day;
  readonly earliestTakeDown: Day;
  /** From when the time is counted; null while boards are waited for: then it holds only if all post on this day. */
  readonly startsOn: Day | null;
}

/** KL 8:12, 13:5: the days a board's notice states: by the time that is counted, or before that by its own day alone. */
export function statedOnNotice(
  postedDay: Day,
  appealWeeks: number,
  time: AppealTime | null = null,
): StatedOnNotice {
  if (time?.state === 'counted') {
    const { startsOn, endsOn, earliestTakeDown } = time;
    return { postedDay, endsOn, earliestTakeDown, startsOn };
  }
  const endsOn = moveForwardIfNonWorking(addWeeks(postedDay, appealWeeks));
  return { postedDay, endsOn, earliestTakeDown: addDays(endsOn, 1), startsOn: null };
}

/** A board as its newest notice tells of it. */
export interface PrintedNotice {
  readonly statedDay: Day | null;
  readonly downDay: Day | null;
  readonly printedDay: Day | null;
  readonly printedTakeDown: Day | null;
}

/**
 * M-11: whether the notice of a board has to be made, or made anew: its own day is another, or it may be taken down on
 * another day than the one printed, since the last board was late or a day was corrected. A notice taken down on the
 * printed day would annul the time for every principal (KL 13:5). While a board is waited for the counted day is not
 * known, and what is printed stands.
 * @returns what it is to state; null where it states that already
 */
export function noticeToMake(
  board: PrintedNotice,
  notice: { readonly postingDay: Day; readonly state: NoticeState },
  time: AppealTime,
  appealWeeks: number,
): StatedOnNotice | null {
  const postedDay = board.statedDay ?? notice.postingDay;
  const stated = statedOnNotice(postedDay, appealWeeks, time);
  if (board.printedDay !== postedDay) return stated;
  return notice.state === 'running' && printsOtherTakeDown(board, time) ? stated : null;
}

/** Whether a notice that is up says another day to take it down than the counted one. */
export function printsOtherTakeDown(board: PrintedNotice, time: AppealTime): boolean {
  if (time.state !== 'counted' || board.downDay !== null || board.printedTakeDown === null) return false;
  return board.printedTakeDown !== time.earliestTakeDown;
}
