import { addDays, addWeeks, compareDays, latestDay, type Day } from '../../time/day';
import { moveForwardIfNonWorking } from '../../time/holidays';

/**
 * A confirmed posting on one principal's board: the day stated on the notice, and the day it was taken down or found
 * missing. A notice that went up again is a posting of its own.
 */
export interface Posting {
  readonly boardId: string;
  readonly statedDay: Day;
  readonly downDay: Day | null;
}

/** A time that began and came to nothing, since a notice was missing before its end. */
export interface AnnulledTime {
  readonly startsOn: Day;
  readonly endsOn: Day;
  readonly boardId: string;
  readonly missingFrom: Day;
}

/** KL 13:5: when the appeal time runs, as far as the postings tell. */
export type AppealTime =
  | {
      readonly state: 'waiting';
      /** Boards without the notice. */
      readonly missing: readonly string[];
      readonly annulled: readonly AnnulledTime[];
    }
  | {
      readonly state: 'counted';
      readonly startsOn: Day;
      /** Three weeks later; the time ends with this day, 24:00. */
      readonly endsOn: Day;
      /** The day before any move by 1930:173 2 §. */
      readonly calendarEndsOn: Day;
      readonly earliestTakeDown: Day;
      readonly annulled: readonly AnnulledTime[];
    };

/** The first day from `from` on when the board carries the notice; undefined when it does not any more. */
function carriesFrom(postings: readonly Posting[], boardId: string, from: Day): Day | undefined {
  return postings
    .filter((posting) => posting.boardId === boardId && (posting.downDay === null || posting.downDay > from))
    .map((posting) => (posting.statedDay > from ? posting.statedDay : from))
    .sort(compareDays)[0];
}

/**
 * The first day after `start` when the board does not carry the notice that it carried on `start`; undefined when it
 * still does. A notice put up on the very day another was taken down leaves a gap: it was missing for a while.
 */
function missingAfter(postings: readonly Posting[], boardId: string, start: Day): Day | undefined {
  const ofBoard = postings.filter((posting) => posting.boardId === boardId);
  let until = start;
  for (;;) {
    const covering = ofBoard.filter((posting) => posting.statedDay < until || posting.statedDay <= start);
    if (covering.some((posting) => posting.downDay === null)) return undefined;
    const next = latestDay(
      covering.flatMap((posting) => (posting.downDay === null ? [] : [posting.downDay])),
    );
    if (next === undefined || next <= until) return until;
    until = next;
  }
}

/** The first of the boards to lose its notice on or before the end; a notice must stay the whole last day. */
function firstGap(
  boards: readonly string[],
  postings: readonly Posting[],
  start: Day,
  end: Day,
): { readonly boardId: string; readonly missingFrom: Day } | undefined {
  return boards
    .flatMap((boardId) => {
      const missingFrom = missingAfter(postings, boardId, start);
      return missingFrom !== undefined && missingFrom <= end ? [{ boardId, missingFrom }] : [];
    })
    .sort((a, b) => compareDays(a.missingFrom, b.missingFrom))[0];
}

/**
 * KL 13:5 with 9:32 (law.md A23), M-11: three weeks from the latest stated day of all boards. A notice that is missing
 * before the end annuls the time: a new full one runs from the day when all carry it again.
 * @param boards every board the law demands: of each principal, for a joint board
 * @param postings the confirmed ones, in any order
 * @param weeks the body's `appealWeeks`
 */
export function appealTime(
  boards: readonly string[],
  postings: readonly Posting[],
  weeks: number,
): AppealTime {
  const annulled: AnnulledTime[] = [];
  let from: Day | undefined;
  for (;;) {
    const starts = boards.map((boardId) =>
      from === undefined
        ? postings
            .filter((posting) => posting.boardId === boardId)
            .map((posting) => posting.statedDay)
            .sort(compareDays)[0]
        : carriesFrom(postings, boardId, from),
    );
    const missing = boards.filter((_, index) => starts[index] === undefined);
    const startsOn = latestDay(starts.flatMap((start) => (start === undefined ? [] : [start])));
    if (missing.length > 0 || startsOn === undefined) return { state: 'waiting', missing, annulled };
    // A board may have lost its notice before the last one had it: then all carry it only later.
    const lost = boards.find((boardId) => carriesFrom(postings, boardId, startsOn) !== startsOn);
    if (lost !== undefined) {
      from = startsOn;
      continue;
    }
    const calendarEndsOn = addWeeks(startsOn, weeks);
    const endsOn = moveForwardIfNonWorking(calendarEndsOn);
    const gap = firstGap(boards, postings, startsOn, endsOn);
    if (gap === undefined) {
      return {
        state: 'counted',
        startsOn,
        endsOn,
        calendarEndsOn,
        earliestTakeDown: addDays(endsOn, 1),
        annulled,
      };
    }
    annulled.push({ startsOn, endsOn, ...gap });
    from = gap.missingFrom;
  }
}
