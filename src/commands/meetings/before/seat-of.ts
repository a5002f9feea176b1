import type { Refusal } from '../../../domain/refusals/refusal';
import { refuse } from '../../../domain/refusals/refusal';
import { Meeting } from '../../../store/entities/meetings';
import { readComposition, type NamedSeat } from '../../../store/queries/bodies/composition';
import type { Act } from '../../../domain/access/acts';
import type { Permission } from '../../runner/command';
import { findRow, type Transaction } from '../../runner/transaction';

/** Whoever holds the seat on the meeting's day, or the body's secretary, may act for it. */
export async function forSeat(
  tx: Transaction,
  act: Act,
  input: { readonly meetingId: string; readonly seatId: string },
): Promise<Permission | Refusal> {
  const meeting = await findRow(tx, Meeting, { id: input.meetingId });
  if (!meeting.ok) return meeting;
  const seat = await seatOf(tx, meeting.row, input.seatId);
  if (!seat.ok) return seat;
  return { act, object: { bodyId: meeting.row.bodyId, ownerIds: [seat.personId] } };
}

/** The seat as it is held on the meeting's day. */
export async function seatOf(
  tx: Transaction,
  meeting: Pick<Meeting, 'bodyId' | 'day'>,
  seatId: string,
): Promise<
  | { readonly ok: true; readonly seat: NamedSeat; readonly personId: string; readonly board: NamedSeat[] }
  | Refusal
> {
  const board = await readComposition(tx.em, meeting.bodyId, meeting.day);
  const seat = board.find(({ id }) => id === seatId);
  if (seat?.holder === null || seat === undefined) return refuse('seat-unknown');
  return { ok: true, seat, personId: seat.holder.personId, board };
}
