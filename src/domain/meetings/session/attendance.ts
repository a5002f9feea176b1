import type { RulesOfProcedure } from '../../bodies/rules-of-procedure';
import type { HeldSeat } from '../../bodies/seats';
import { quorum, type Quorum } from './quorum';
import { recusedSeats, type SeatRecusal } from './recusal';

export type PresenceMode = 'room' | 'remote';

/** One thing seen in the room, in the order it was seen; it holds from the item on (law.md A11: between items). */
export interface PresenceEvent {
  readonly kind: 'present' | 'arrives' | 'leaves' | 'seated' | 'unseated';
  /** The seat of the person. */
  readonly seatId: string;
  /** For seated and unseated: the member seat that the substitute serves in. */
  readonly forSeatId: string | null;
  /** The item it holds from; null from the start. */
  readonly itemId: string | null;
  readonly mode: PresenceMode;
  /** Why someone leaves: whoever leaves for recusal may serve again. */
  readonly reason: 'recusal' | 'other' | null;
}

/** A meeting as seen in the room. */
export interface SessionRecord {
  readonly board: readonly HeldSeat[];
  readonly rules: RulesOfProcedure;
  readonly events: readonly PresenceEvent[];
  readonly recusals: readonly SeatRecusal[];
  /** Ids of the items in the order treated, the one that is open last. */
  readonly items: readonly string[];
  /**
   * Those of them that were withdrawn after they had been opened: nobody is counted for them, but whoever came or went
   * while they were open has done so (KL 5:65, 6:27).
   */
  readonly withdrawn?: ReadonlySet<string>;
}

/** Who serves in a member's seat for an item; `servedBy` is null on a seat that nobody serves in. */
export interface SeatService {
  readonly seat: HeldSeat;
  readonly servedBy: HeldSeat | null;
  readonly mode: PresenceMode | null;
}

/** One elected person in the room for an item. */
export interface InRoom {
  readonly seat: HeldSeat;
  readonly mode: PresenceMode;
  readonly serving: boolean;
}

export interface ItemAttendance {
  readonly itemId: string;
  readonly seats: readonly SeatService[];
  readonly room: readonly InRoom[];
  /** Recused people: no papers, no presence, no vote for the item. */
  readonly recused: readonly HeldSeat[];
  /** Those of them who are at the meeting: the minutes say why they had no part. */
  readonly recusedAtMeeting: readonly HeldSeat[];
  readonly quorum: Quorum;
  /** Substitutes who have begun to serve, at this item or before. */
  readonly begunToServe: ReadonlySet<string>;
}

interface Seating {
  readonly substituteId: string;
  /** Seated for a recusal: the member is back when the item is done. */
  readonly forRecusal: boolean;
}

interface RoomState {
  readonly present: Map<string, PresenceMode>;
  readonly leftForGood: Set<string>;
  readonly awayForRecusal: Set<string>;
  readonly seatedFor: Map<string, Seating>;
  readonly begun: Set<string>;
}

function apply(state: RoomState, event: PresenceEvent, recused: ReadonlySet<string>): void {
  switch (event.kind) {
    case 'present':
    case 'arrives':
      state.present.set(event.seatId, event.mode);
      state.awayForRecusal.delete(event.seatId);
      return;
    case 'leaves':
      state.present.delete(event.seatId);
      if (event.reason === 'recusal') state.awayForRecusal.add(event.seatId);
      else state.leftForGood.add(event.seatId);
      return;
    case 'seated':
      if (event.forSeatId !== null) {
        const forRecusal = recused.has(event.forSeatId) || state.awayForRecusal.has(event.forSeatId);
        state.seatedFor.set(event.forSeatId, { substituteId: event.seatId, forRecusal });
      }
      return;
    case 'unseated':
      if (event.forSeatId !== null) state.seatedFor.delete(event.forSeatId);
  }
}

/** Who serves in one member seat, given who is there; a member who takes the seat back ends the substitute's service. */
function serviceOf(
  seat: HeldSeat,
  state: RoomState,
  record: SessionRecord,
  recused: ReadonlySet<string>,
): SeatService {
  const mayServe = (seatId: string) =>
    state.present.has(seatId) &&
    !recused.has(seatId) &&
    !(record.rules.leaverMayNotReturn && state.leftForGood.has(seatId));
  const seating = state.seatedFor.get(seat.id);
  const takesSeat = seating === undefined || seating.forRecusal || record.rules.lateMemberTakesSeat;
  if (seat.holder !== null && mayServe(seat.id) && takesSeat) {
    state.seatedFor.delete(seat.id);
    return { seat, servedBy: seat, mode: state.present.get(seat.id) ?? null };
  }
  if (seating !== undefined && mayServe(seating.substituteId)) {
    const servedBy = record.board.find((each) => each.id === seating.substituteId) ?? null;
    state.begun.add(seating.substituteId);
    return { seat, servedBy, mode: state.present.get(seating.substituteId) ?? null };
  }
  return { seat, servedBy: null, mode: null };
}

/**
 * M-6: for each item treated, who serves in every seat, who is in the room, who is recused, and the quorum (KL 6:27).
 * A late member takes the seat, and whoever left for another cause than recusal does not serve again that day, as the
 * rules of procedure say (after KL 5:18-20; law.md A11).
 */
export function attendanceByItem(record: SessionRecord): ItemAttendance[] {
  const members = record.board.filter((seat) => seat.kind === 'member');
  const state: RoomState = {
    present: new Map(),
    leftForGood: new Set(),
    awayForRecusal: new Set(),
    seatedFor: new Map(),
    begun: new Set(),
  };
  return record.items.flatMap((itemId, index) => {
    const recused = recusedSeats(record.recusals, itemId);
    for (const event of record.events) {
      if (event.itemId === itemId || (index === 0 && event.itemId === null)) apply(state, event, recused);
    }
    const seats = members.map((seat) => serviceOf(seat, state, record, recused));
    if (record.withdrawn?.has(itemId) === true) return [];
    const serving = new Set(seats.flatMap(({ servedBy }) => (servedBy === null ? [] : [servedBy.id])));
    return {
      itemId,
      seats,
      room: record.board.flatMap((seat) => {
        const mode = state.present.get(seat.id);
        return mode === undefined || recused.has(seat.id)
          ? []
          : [{ seat, mode, serving: serving.has(seat.id) }];
      }),
      recused: record.board.filter((seat) => recused.has(seat.id)),
      recusedAtMeeting: record.board.filter(
        ({ id }) => recused.has(id) && (state.present.has(id) || state.awayForRecusal.has(id)),
      ),
      quorum: quorum(record.rules.quorum, members.length, serving.size),
      begunToServe: new Set(state.begun),
    };
  });
}

/** Someone's service in a seat, with the items it lasted for: the attendance list of the minutes (KL 5:65). */
export interface Service {
  readonly servedBy: HeldSeat;
  readonly seat: HeldSeat;
  readonly itemIds: readonly string[];
}

/** KL 5:65 via 6:35: who has served, and for which items. In the order of the seats, a member before the substitutes. */
export function services(attendance: readonly ItemAttendance[]): Service[] {
  const found = new Map<string, { servedBy: HeldSeat; seat: HeldSeat; itemIds: string[] }>();
  for (const item of attendance) {
    for (const { seat, servedBy } of item.seats) {
      if (servedBy === null) continue;
      const key = `${seat.id} ${servedBy.id}`;
      const service = found.get(key) ?? { servedBy, seat, itemIds: [] };
      service.itemIds.push(item.itemId);
      found.set(key, service);
    }
  }
  const kind = (service: Service) => (service.servedBy.kind === 'member' ? 0 : 1);
  return [...found.values()].sort((a, b) => a.seat.ordinal - b.seat.ordinal || kind(a) - kind(b));
}

/** The ids of the seats whose holders serve for the item, and so take part in deciding it (KL 4:24, 4:27). */
export function servingSeatIds(item: ItemAttendance): ReadonlySet<string> {
  return new Set(item.seats.flatMap(({ servedBy }) => (servedBy === null ? [] : [servedBy.id])));
}
