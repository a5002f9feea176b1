import type { QuorumRule } from '../../bodies/rules-of-procedure';
import { allowed, refuse, type Verdict } from '../../refusals/refusal';

/** How many serve for an item and how many must. Never stored: derived from who serves. */
export interface Quorum {
  readonly serving: number;
  readonly needed: number;
  readonly quorate: boolean;
}

/** KL 6:27: more than half of the members, counted on the body's seats whether or not they are filled. */
export function quorumNeeded(rule: QuorumRule, memberSeats: number): number {
  return rule === 'moreThanHalfOfSeats' ? Math.floor(memberSeats / 2) + 1 : 1;
}

/** KL 6:27: counted for each item by those who serve for it; the recused are not among them (law.md A5, A9). */
export function quorum(rule: QuorumRule, memberSeats: number, serving: number): Quorum {
  const needed = quorumNeeded(rule, memberSeats);
  return { serving, needed, quorate: serving >= needed };
}

/** KL 6:27: a board that is not quorate may not decide the item. */
export function canDecide(counted: Quorum): Verdict {
  return counted.quorate
    ? allowed
    : refuse('not-quorate', { serving: counted.serving, needed: counted.needed });
}

/** KL 6:23 second paragraph: how many members can demand an extraordinary meeting, at least one third. */
export function extraordinaryMeetingDemand(memberSeats: number): number {
  return Math.ceil(memberSeats / 3);
}
