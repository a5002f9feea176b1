import type { Day } from '../time/day';
import type { Office } from './body';

/** A chair at the table: it belongs to a principal, and someone holds it (B-2). */
export interface Seat {
  readonly id: string;
  readonly principalId: string;
  readonly kind: 'member' | 'substitute';
  /** Place in the body's list, from 1; a substitute's number pairs it with the member's seat of the same number. */
  readonly order: number;
}

/** Who holds a seat, from and until a day, both counted. */
export interface SeatHolder {
  readonly seatId: string;
  readonly personId: string;
  /** Party as written after the name, such as "S"; null for bodies without parties. */
  readonly party: string | null;
  readonly office: Office | null;
  readonly from: Day;
  /** Last day; null while it is not known. */
  readonly until: Day | null;
}

/** A seat with the person who holds it on a day; `holder` is null on an empty seat. */
export interface HeldSeat extends Seat {
  readonly holder: SeatHolder | null;
}

/** Whether the holder holds the seat on the day. */
export function holdsOn(holder: SeatHolder, day: Day): boolean {
  return holder.from <= day && (holder.until === null || day <= holder.until);
}

/** The one who holds the seat on the day; undefined when it is empty. */
export function holderOn(holders: readonly SeatHolder[], seatId: string, day: Day): SeatHolder | undefined {
  return holders.find((holder) => holder.seatId === seatId && holdsOn(holder, day));
}

/** The body as it was composed on a day: members in order, then substitutes in order. */
export function compositionOn(seats: readonly Seat[], holders: readonly SeatHolder[], day: Day): HeldSeat[] {
  const rank = (seat: Seat) => (seat.kind === 'member' ? 0 : 1);
  return [...seats]
    .sort((a, b) => rank(a) - rank(b) || a.order - b.order)
    .map((seat) => ({ ...seat, holder: holderOn(holders, seat.id, day) ?? null }));
}
