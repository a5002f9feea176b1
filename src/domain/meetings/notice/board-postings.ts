import type { Day } from '../../time/day';
import type { Posting } from './appeal-time';

/** One board's row: the stated day once it is confirmed, the days it was seen missing and back, the day it came down. */
export interface BoardPosting {
  readonly boardId: string;
  readonly statedDay: Day | null;
  readonly downDay: Day | null;
  /** In the order they happened. */
  readonly gaps: readonly { readonly missingFrom: Day; readonly restoredOn: Day | null }[];
}

/** The postings that the appeal time is counted from: a notice that went up again is a posting of its own (KL 13:5). */
export function postingsOf(boards: readonly BoardPosting[]): Posting[] {
  return boards.flatMap((board) => {
    if (board.statedDay === null) return [];
    const postings: Posting[] = [];
    let statedDay: Day | null = board.statedDay;
    for (const gap of board.gaps) {
      if (statedDay !== null) postings.push({ boardId: board.boardId, statedDay, downDay: gap.missingFrom });
      statedDay = gap.restoredOn;
    }
    if (statedDay !== null) postings.push({ boardId: board.boardId, statedDay, downDay: board.downDay });
    return postings;
  });
}
