import { allowed, refuse, type Verdict } from '../../refusals/refusal';
import { attendanceByItem, type ItemAttendance, type PresenceEvent, type SessionRecord } from './attendance';
import { substituteQueue } from '../before/substitutes';

function canSeat(record: SessionRecord, event: PresenceEvent, itemId: string): Verdict {
  const member = record.board.find((seat) => seat.id === event.forSeatId && seat.kind === 'member');
  const substitute = record.board.find((seat) => seat.id === event.seatId && seat.kind === 'substitute');
  if (member === undefined || substitute === undefined) return refuse('seat-unknown');
  if (member.principalId !== substitute.principalId) return refuse('substitute-of-other-principal');
  const now = attendanceByItem(record).find((item) => item.itemId === itemId);
  if (now === undefined) return refuse('item-not-open');
  const service = now.seats.find(({ seat }) => seat.id === member.id);
  if (service?.servedBy?.id === member.id) return refuse('member-serves-the-seat', { seat: member.ordinal });
  if (now.recused.some((seat) => seat.id === substitute.id)) return refuse('substitute-recused');
  const mayServe = (seatId: string) =>
    now.room.some(({ seat, serving }) => seat.id === seatId && !serving) && !mayNotReturn(record, seatId);
  if (!now.room.some(({ seat }) => seat.id === substitute.id)) return refuse('substitute-not-present');
  if (mayNotReturn(record, substitute.id)) return refuse('left-may-not-serve-again');
  if (!mayServe(substitute.id)) return refuse('substitute-serves-already');
  if (service !== undefined && service.servedBy !== null)
    return refuse('substitute-in-the-seat', { seat: member.ordinal });
  const first = substituteQueue(record.board, member, record.rules, now.begunToServe).find((seat) =>
    mayServe(seat.id),
  );
  return first === undefined || first.id === substitute.id
    ? allowed
    : refuse('substitute-out-of-turn', { first: first.ordinal, chosen: substitute.ordinal });
}

/** After KL 5:20: whoever broke off for another cause than recusal does not serve again that day. */
function mayNotReturn(record: SessionRecord, seatId: string): boolean {
  return (
    record.rules.leaverMayNotReturn &&
    record.events.some(
      (event) => event.kind === 'leaves' && event.seatId === seatId && event.reason !== 'recusal',
    )
  );
}

/** Whether the person was last seen coming or going, over the whole meeting. */
function isPresent(record: SessionRecord, seatId: string): boolean {
  const moves = record.events.filter((event) => event.seatId === seatId && event.kind !== 'seated');
  const last = moves.filter((event) => event.kind !== 'unseated').at(-1);
  return last !== undefined && last.kind !== 'leaves';
}

/**
 * Whether something seen in the room may be recorded (M-6): people come before they go, and a substitute is seated from
 * the same principal, in turn, in a seat that nobody serves in.
 * @param itemId the item that is open, or next to be opened; the last of `record.items`
 */
export function canRecordPresence(record: SessionRecord, event: PresenceEvent, itemId: string): Verdict {
  const seat = record.board.find((each) => each.id === event.seatId);
  if (seat === undefined || seat.holder === null) return refuse('seat-unknown');
  const { forSeatId } = event;
  if (forSeatId !== null && !record.board.some(({ id }) => id === forSeatId)) return refuse('seat-unknown');
  switch (event.kind) {
    case 'present':
    case 'arrives':
      if (event.mode === 'remote' && !record.rules.remoteParticipation) return refuse('remote-not-allowed');
      return isPresent(record, event.seatId) ? refuse('already-present') : allowed;
    case 'leaves':
      return isPresent(record, event.seatId) ? allowed : refuse('not-present');
    case 'seated':
      return canSeat(record, event, itemId);
    case 'unseated':
      return attendanceByItem(record).some(
        (item) => item.itemId === itemId && item.seats.some(({ servedBy }) => servedBy?.id === event.seatId),
      )
        ? allowed
        : refuse('substitute-does-not-serve');
  }
}

/** What an item was settled with: the answers of its last counted vote, and whether it is decided. */
export interface SettledItem {
  readonly itemId: string;
  readonly label: string;
  readonly decided: boolean;
  /** Null without a vote that counts. */
  readonly ballots: readonly { readonly seatId: string; readonly personId: string }[] | null;
}

/** Whether those who answered the roll call are those who serve, each in the same seat. */
function votedAsServing(attendance: ItemAttendance, ballots: NonNullable<SettledItem['ballots']>): boolean {
  const serving = attendance.seats.flatMap(({ seat, servedBy }) =>
    servedBy === null ? [] : [`${seat.id} ${servedBy.holder?.personId ?? ''}`],
  );
  const voted = new Set(ballots.map(({ seatId, personId }) => `${seatId} ${personId}`));
  return serving.length === voted.size && serving.every((each) => voted.has(each));
}

/**
 * KL 4:27, 5:54-55, 6:27: a note of the room is corrected, but a vote stands as it was cast, and what was decided was decided
 * by a quorum. What did not go together before the correction is no hindrance to it.
 */
export function canCorrectPresence(
  settled: readonly SettledItem[],
  before: readonly ItemAttendance[],
  after: readonly ItemAttendance[],
): Verdict {
  for (const { itemId, label: item, decided, ballots } of settled) {
    const was = before.find((each) => each.itemId === itemId);
    const is = after.find((each) => each.itemId === itemId);
    if (was === undefined || is === undefined) continue;
    if (ballots !== null && votedAsServing(was, ballots) && !votedAsServing(is, ballots))
      return refuse('presence-contradicts-vote', { item });
    const { serving, needed } = is.quorum;
    if (decided && was.quorum.quorate && !is.quorum.quorate)
      return refuse('presence-not-quorate', { item, serving, needed });
  }
  return allowed;
}
