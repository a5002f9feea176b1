import type { NumberingPeriod } from '../../bodies/rules-of-procedure';
import { refuse, type Refusal } from '../../refusals/refusal';
import { yearOf, type Day } from '../../time/day';

/** A top-level item as the meeting leaves it. */
export interface ClosingItem {
  readonly id: string;
  readonly label: string;
  readonly withdrawn: boolean;
  /** The order in which it was treated, from 1; null when it was not. */
  readonly treatedOrder: number | null;
  /** Whether the item asks for a decision, and whether it has an outcome. */
  readonly needsDecision: boolean;
  readonly decided: boolean;
}

export interface NumberedParagraph {
  readonly itemId: string;
  readonly number: number;
  /** Printed with «utgår» (B-8). */
  readonly withdrawn: boolean;
}

/** The period that numbers are counted in: a year, a term, or the single meeting (B-8). */
export function numberingPeriod(
  period: NumberingPeriod,
  meeting: { readonly id: string; readonly day: Day },
  term: string,
): string {
  switch (period) {
    case 'year':
      return String(yearOf(meeting.day));
    case 'term':
      return term;
    case 'meeting':
      return meeting.id;
  }
}

/**
 * What keeps a meeting from being closed, all of it at once: items not treated or not decided, a vote that is open, and
 * an earlier meeting of the same numbering period that is not closed, since its numbers come first (B-8).
 */
export function closingFaults(
  items: readonly ClosingItem[],
  state: { readonly openVote: boolean; readonly earlierOpenMeeting: Day | null },
): Refusal[] {
  const faults: Refusal[] = [];
  if (state.earlierOpenMeeting !== null) {
    faults.push(refuse('earlier-meeting-not-closed', { day: state.earlierOpenMeeting }));
  }
  if (state.openVote) faults.push(refuse('vote-not-closed'));
  for (const item of items) {
    if (item.withdrawn) continue;
    if (item.treatedOrder === null) faults.push(refuse('item-not-treated', { item: item.label }));
    else if (item.needsDecision && !item.decided)
      faults.push(refuse('item-not-decided', { item: item.label }));
  }
  return faults;
}

/**
 * B-8: paragraph numbers, given when the meeting is closed, in the order treated. A withdrawn item has its place where
 * it stood on the agenda: it keeps its paragraph with «utgår», or has none, as the rules of procedure say.
 * @param items in the order of the agenda
 * @param next the next number of the body's counter; 1 in a new period
 */
export function numberParagraphs(
  items: readonly ClosingItem[],
  next: number,
  withdrawnItemKeepsNumber: boolean,
): { readonly paragraphs: readonly NumberedParagraph[]; readonly next: number } {
  const counted = items.filter((item) => !item.withdrawn || withdrawnItemKeepsNumber);
  const place = (item: ClosingItem, index: number): number => {
    if (item.treatedOrder !== null && !item.withdrawn) return item.treatedOrder;
    // Just after the last item before it on the agenda that was treated.
    const before = counted
      .slice(0, index)
      .filter((each) => !each.withdrawn && each.treatedOrder !== null)
      .at(-1);
    return (before?.treatedOrder ?? 0) + 0.5;
  };
  const paragraphs = counted
    .map((item, index) => ({ item, place: place(item, index), index }))
    .sort((a, b) => a.place - b.place || a.index - b.index)
    .map(({ item }, index) => ({ itemId: item.id, number: next + index, withdrawn: item.withdrawn }));
  return { paragraphs, next: next + paragraphs.length };
}
