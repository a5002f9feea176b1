import { refuse, type Refusal } from '../refusals/refusal';
import { addDays, type Day } from '../time/day';
import { isInForce } from '../time/validity';
import { mayTakeSeat } from './composition';
import type { SeatHolder } from './seats';

/** A term of office as the register of elected people has it, with the row that tells it. */
export interface RegisterTerm extends SeatHolder {
  readonly row: number;
}

/** A term of office as it is entered. */
export interface EnteredTerm extends SeatHolder {
  readonly id: string;
}

/** What of a row a rule speaks against. */
export type TermField = 'person' | 'party' | 'office' | 'from' | 'until';

export interface TermFault {
  readonly row: number;
  readonly field: TermField;
  readonly refusal: Refusal;
}

/** A term that is entered, and the last day it gets. */
export interface TermEnd {
  readonly id: string;
  readonly validTo: Day;
}

export interface TermPlan {
  readonly ends: readonly TermEnd[];
  /** In the order in which they begin. */
  readonly takes: readonly RegisterTerm[];
  /** How many were entered just so. */
  readonly found: number;
  /** In the order of the rows. With any of them nothing is entered. */
  readonly faults: readonly TermFault[];
}

/**
 * What must be entered so that the terms are as the register has them (B-2). A term without a last day ends the day before
 * the seat's next one. A term that is entered is never changed but for its end, and nobody takes or leaves a seat on a day
 * when the body met. Whoever the register does not name keeps their seat.
 * @param entered the terms of all seats of the body, past ones included
 * @param metOn the days on which the body has met
 */
export function planTerms(
  register: readonly RegisterTerm[],
  entered: readonly EnteredTerm[],
  metOn: readonly Day[],
): TermPlan {
  const faults: TermFault[] = [];
  const fault = (row: number, field: TermField, refusal: Refusal): void =>
    void faults.push({ row, field, refusal });
  const ends = new Map<string, Day>();
  const fresh: RegisterTerm[] = [];
  let found = 0;
  for (const term of withEnds(register)) {
    const same = entered.find((each) => isSameTerm(each, term));
    if (same === undefined) fresh.push(term);
    else if (same.party !== term.party) fault(term.row, 'party', refuse('term-entered-otherwise'));
    else if (same.office !== term.office) fault(term.row, 'office', refuse('term-entered-otherwise'));
    else if (same.validTo === term.validTo) found += 1;
    else if (same.validTo !== null)
      fault(term.row, 'until', refuse('holder-already-ended', { day: same.validTo }));
    else if (term.validTo !== null) {
      ends.set(same.id, term.validTo);
      const met = metOn.find((day) => isInForce(same, day) && day > (term.validTo ?? day));
      if (met !== undefined) fault(term.row, 'until', refuse('seat-held-at-meeting', { day: met }));
    }
  }
  fresh.sort((a, b) => (a.validFrom < b.validFrom ? -1 : 1));
  for (const term of fresh) {
    const before = entered.find((each) => isRunningBefore(each, term) && !ends.has(each.id));
    if (before !== undefined) ends.set(before.id, addDays(term.validFrom, -1));
    // Who left and who came are one change: the day is told once, at the row of the one who comes.
    const met = metOn.find((day) => isInForce(term, day) || (before !== undefined && day >= term.validFrom));
    if (met !== undefined) fault(term.row, 'from', refuse('seat-held-at-meeting', { day: met }));
  }
  const seated: SeatHolder[] = entered.map((each) => ({
    ...each,
    validTo: ends.get(each.id) ?? each.validTo,
  }));
  for (const term of fresh) {
    const against = refusalsOf(term, seated);
    for (const refusal of against) fault(term.row, fieldOf(refusal), refusal);
    if (against.length === 0) seated.push(term);
  }
  return {
    ends: [...ends].map(([id, validTo]) => ({ id, validTo })),
    takes: fresh,
    found,
    faults: faults.sort((a, b) => a.row - b.row),
  };
}

/** Each term with its last day: its own, or the day before the next term of the seat in the register. */
function withEnds(register: readonly RegisterTerm[]): RegisterTerm[] {
  return register.map((term) => {
    if (term.validTo !== null) return term;
    const [next] = register
      .filter((each) => each.seatId === term.seatId && each.validFrom > term.validFrom)
      .map(({ validFrom }) => validFrom)
      .sort();
    return next === undefined ? term : { ...term, validTo: addDays(next, -1) };
  });
}

function isSameTerm(a: SeatHolder, b: SeatHolder): boolean {
  return a.seatId === b.seatId && a.personId === b.personId && a.validFrom === b.validFrom;
}

function isRunningBefore(each: SeatHolder, term: SeatHolder): boolean {
  return each.seatId === term.seatId && each.validTo === null && each.validFrom < term.validFrom;
}

/** All that speaks against a term, each kind once. */
function refusalsOf(term: SeatHolder, seated: readonly SeatHolder[]): Refusal[] {
  const refusals = new Map<string, Refusal>();
  for (const others of [[], ...seated.map((other) => [other])]) {
    const verdict = mayTakeSeat(term, others);
    if (!verdict.ok && !refusals.has(verdict.code)) refusals.set(verdict.code, verdict);
  }
  return [...refusals.values()];
}

function fieldOf({ code }: Refusal): TermField {
  if (code === 'person-has-a-seat') return 'person';
  if (code === 'seat-period-reversed') return 'until';
  return code === 'seat-taken' ? 'from' : 'office';
}
