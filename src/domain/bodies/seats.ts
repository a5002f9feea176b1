import { isInForce, type Validity } from '../time/validity';
import type { Day } from '../time/day';
import type { Office } from './body';

/** A chair at the table: it belongs to a principal, and someone holds it (B-2). */
export interface Seat {
  readonly id: string;
  readonly principalId: string;
  readonly kind: 'member' | 'substitute';
  /** Place in the body's list of its kind, from 1. */
  readonly ordinal: number;
  /** The member seat that a substitute is paired with, where the principal pairs them; null on member seats. */
  readonly pairedSeatId: string | null;
}

/** Who holds a seat, from and until a day, both counted. */
export interface SeatHolder extends Validity {
  readonly seatId: string;
  readonly personId: string;
  /** Party as written after the name, such as "S"; empty for bodies without parties. */
  readonly party: string;
  readonly office: Office | null;
}

/** A seat with the person who holds it on a day; `holder` is null on an empty seat. */
export interface HeldSeat extends Seat {
  readonly holder: SeatHolder | null;
}

/** The one who holds the seat on the day; undefined when it is empty. */
export function holderOn(holders: readonly SeatHolder[], seatId: string, day: Day): SeatHolder | undefined {
  return holders.find((holder) => holder.seatId === seatId && isInForce(holder, day));
}

/** The body as it was composed on a day: members in order, then substitutes in order. */
export function compositionOn(seats: readonly Seat[], holders: readonly SeatHolder[], day: Day): HeldSeat[] {
  const rank = (seat: Seat) => (seat.kind === 'member' ? 0 : 1);
  return [...seats]
    .sort((a, b) => rank(a) - rank(b) || a.ordinal - b.ordinal)
    .map((seat) => ({ ...seat, holder: holderOn(holders, seat.id, day) ?? null }));
}
