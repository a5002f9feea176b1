import type { Act } from '../../../domain/access/acts';
import type { Refusal } from '../../../domain/refusals/refusal';
import { Recusal } from '../../../store/entities/before';
import { AgendaItem, Meeting } from '../../../store/entities/meetings';
import type { Permission } from '../../runner/command';
import { findRow, type Transaction } from '../../runner/transaction';
import { seatOf } from '../before/seat-of';

/** Whoever holds the seat may act for it at the item, unless recused; so may the body's secretary. */
export async function ofItemSeat(
  tx: Transaction,
  act: Act,
  itemId: string,
  seatId: string,
): Promise<Permission | Refusal> {
  const item = await findRow(tx, AgendaItem, { id: itemId });
  if (!item.ok) return item;
  const meeting = await tx.em.findOneOrFail(Meeting, item.row.meetingId);
  const seat = await seatOf(tx, meeting, seatId);
  if (!seat.ok) return seat;
  const recused = await tx.em.find(Recusal, { itemId, withdrawnAt: null });
  return {
    act,
    object: {
      bodyId: meeting.bodyId,
      ownerIds: [seat.personId],
      recusedIds: recused.map(({ personId }) => personId),
    },
  };
}
