import type { RulesOfProcedure, SubstituteOrder } from '../../bodies/rules-of-procedure';
import type { HeldSeat } from '../../bodies/seats';

/** The principal's own order among its substitutes, or the body's (KL 6:16-17, M-5). */
export function substituteOrderOf(rules: RulesOfProcedure, principalId: string): SubstituteOrder {
  return rules.substituteOrderByPrincipal[principalId] ?? rules.substituteOrder;
}

function goesFirst(order: SubstituteOrder, member: HeldSeat, substitute: HeldSeat): boolean {
  switch (order) {
    case 'paired':
      return substitute.pairedSeatId === member.id;
    case 'partyFirst':
      return member.holder !== null && substitute.holder?.party === member.holder.party;
    case 'list':
      return false;
  }
}

/**
 * Who may serve in a member's seat, the first to be asked first: substitutes of the same principal only, in its order
 * (KL 6:16-17, 9:24; law.md A10: nobody is borrowed across principals). A substitute who has begun to serve goes before
 * the others (after KL 5:19). Empty seats are passed over.
 */
export function substituteQueue(
  board: readonly HeldSeat[],
  member: HeldSeat,
  rules: RulesOfProcedure,
  begunToServe: ReadonlySet<string> = new Set(),
): HeldSeat[] {
  const order = substituteOrderOf(rules, member.principalId);
  const rank = (seat: HeldSeat) => {
    if (begunToServe.has(seat.id)) return 0;
    return goesFirst(order, member, seat) ? 1 : 2;
  };
  return board
    .filter(
      (seat) => seat.kind === 'substitute' && seat.principalId === member.principalId && seat.holder !== null,
    )
    .sort((a, b) => rank(a) - rank(b) || a.ordinal - b.ordinal);
}

/** One substitute asked; no answer yet is null. */
export interface SubstituteAsked {
  readonly seatId: string;
  readonly answer: 'accepted' | 'declined' | 'expired' | null;
}

/** What the call for a substitute does next. */
export type SubstituteCallTurn =
  | { readonly turn: 'filled' | 'waiting'; readonly seatId: string }
  | { readonly turn: 'ask'; readonly seat: HeldSeat }
  | { readonly turn: 'exhausted' };

/**
 * M-5: the substitute next in order is asked, and the one after when the answer is no or does not come.
 * @param queue from {@link substituteQueue}
 * @param unavailable seats whose substitutes are absent, recused, or promised to another seat
 */
export function nextSubstitute(
  queue: readonly HeldSeat[],
  asked: readonly SubstituteAsked[],
  unavailable: ReadonlySet<string>,
): SubstituteCallTurn {
  const accepted = asked.find((ask) => ask.answer === 'accepted');
  if (accepted !== undefined) return { turn: 'filled', seatId: accepted.seatId };
  const open = asked.find((ask) => ask.answer === null);
  if (open !== undefined) return { turn: 'waiting', seatId: open.seatId };
  const seat = queue.find(
    (each) => !unavailable.has(each.id) && !asked.some((ask) => ask.seatId === each.id),
  );
  return seat === undefined ? { turn: 'exhausted' } : { turn: 'ask', seat };
}
