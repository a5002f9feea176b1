import { v7 as uuidv7 } from 'uuid';
import {
  carriedRecusals,
  type EarlierRecusal,
  type RecusalGround,
} from '../../../domain/meetings/session/recusal';
import { Recusal } from '../../../store/entities/before';
import type { Meeting } from '../../../store/entities/meetings';
import { readComposition } from '../../../store/queries/bodies/composition';
import type { Transaction } from '../../runner/transaction';

interface EarlierRow extends EarlierRecusal {
  readonly id: string;
  readonly ground: RecusalGround;
  readonly note: string | null;
  readonly announcedAt: string;
  readonly carriedFromId: string | null;
}

/**
 * KL 6:30: a recusal is from the matter: the item that carries another on begins with its recusals, as they were declared at
 * the former meeting. The new item is written.
 */
export async function carryRecusals(
  tx: Transaction,
  fromItemId: string,
  to: { readonly itemId: string; readonly meeting: Pick<Meeting, 'id' | 'authorityId' | 'bodyId' | 'day'> },
): Promise<void> {
  const earlier: EarlierRow[] = await tx.em.execute(
    `select r.id, r.person_id as "personId", r.item_id = i.id as own, r.ground, r.note, r.decided_by as "decidedBy",
       r.announced_at as "announcedAt", r.withdrawn_at is not null as withdrawn, r.carried_from_id as "carriedFromId"
     from agenda_item i join recusal r on r.item_id in (i.id, i.parent_id) where i.id = ? limit 1000`,
    [fromItemId],
  );
  if (earlier.length === 0) return;
  const { id: meetingId, authorityId, bodyId, day } = to.meeting;
  const board = await readComposition(tx.em, bodyId, day);
  const seats = new Map(board.flatMap(({ id, holder }) => (holder === null ? [] : [[holder.personId, id]])));
  for (const row of carriedRecusals(earlier, new Set(seats.keys()))) {
    tx.em.persist(
      tx.em.create(Recusal, {
        id: uuidv7(),
        authorityId,
        meetingId,
        itemId: to.itemId,
        seatId: seats.get(row.personId) ?? null,
        personId: row.personId,
        ground: row.ground,
        note: row.note,
        decidedBy: row.decidedBy,
        announcedAt: new Date(row.announcedAt),
        withdrawnAt: null,
        // The meeting where it was declared, also when the item has come back before.
        carriedFromId: row.carriedFromId ?? row.id,
      }),
    );
  }
}
