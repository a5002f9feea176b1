import { compareDays, type Day } from '../../time/day';
import type { Outcome } from './outcomes';

/** What an outcome brings with it (M-7, M-13). */
export type Consequence = 'newLinkedItem' | 'followCondition' | 'none';

/** Referred back, tabled or postponed means a new, linked item later; a conditional decision is followed until met. */
export function consequenceOf(outcome: Outcome): Consequence {
  switch (outcome) {
    case 'referredBack':
    case 'tabled':
    case 'postponed':
      return 'newLinkedItem';
    case 'conditional':
      return 'followCondition';
    case 'approved':
    case 'approvedWithChanges':
    case 'rejected':
    case 'withdrawn':
    case 'noted':
      return 'none';
  }
}

/** A meeting of the body, as far as the return of an item asks. */
export interface ComingMeeting {
  readonly id: string;
  readonly day: Day;
}

/** A new item that points back at the one it carries on; history is never rewritten. */
export interface LinkedItemProposal {
  readonly continuesId: string;
  /** The body's next meeting; null when none is planned yet, so that the item waits in the list of matters. */
  readonly meetingId: string | null;
  readonly day: Day | null;
}

/** The new linked item that the outcome asks for, on the body's next planned meeting; undefined when it asks for none. */
export function linkedItemFor(
  item: { readonly id: string; readonly outcome: Outcome },
  meetingDate: Day,
  planned: readonly ComingMeeting[],
): LinkedItemProposal | undefined {
  if (consequenceOf(item.outcome) !== 'newLinkedItem') return undefined;
  const next = [...planned]
    .filter(({ day }) => day > meetingDate)
    .sort((a, b) => compareDays(a.day, b.day))[0];
  return { continuesId: item.id, meetingId: next?.id ?? null, day: next?.day ?? null };
}
