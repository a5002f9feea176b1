import { v7 as uuidv7 } from 'uuid';
import { moveTo } from '../../../domain/meetings/agenda/agenda-order';
import { isLateSubmission } from '../../../domain/meetings/agenda/in-time';
import { AgendaItem } from '../../../store/entities/meetings';
import { readUndecidedSubItems, type PlannedItem } from '../../../store/queries/meetings/agenda/agenda-items';
import type { Transaction } from '../../runner/transaction';
import { carryRecusals } from '../before/carried-recusals';
import { closePapersWithItem } from './closed-papers';
import { writePoints, writeSummary } from './item-rows';
import { agendaNow, type OpenAgenda } from './open-agenda';
import { keepOrder, placeAmong } from './order-rows';

/**
 * Writes the item that carries an earlier one on: with its words, papers, presenters and recipients, so that nothing is typed
 * again, with its recusals (KL 6:30), and with the sub-items that nothing was decided in (M-20).
 * @param parentId the new item that a sub-item comes with
 */
export async function carryOn(
  tx: Transaction,
  open: OpenAgenda,
  earlier: PlannedItem,
  parentId: string | null = null,
): Promise<Pick<AgendaItem, 'id' | 'matterId' | 'closed' | 'late'>> {
  const { meeting, inForce } = open;
  const siblings = (await agendaNow(tx, open)).filter((item) => item.parentId === parentId);
  const id = uuidv7();
  const { authorityId, bodyId } = meeting;
  const item = tx.em.create(AgendaItem, {
    id,
    authorityId,
    bodyId,
    meetingId: meeting.id,
    ordinal: Math.max(0, ...siblings.map(({ ordinal }) => ordinal)) + 1,
    parentId,
    agendaNumber: null,
    matterId: earlier.matterId,
    kind: earlier.kind,
    templateKey: null,
    title: earlier.title,
    publicTitle: earlier.publicTitle,
    closed: earlier.closed,
    exerciseOfAuthority: earlier.exerciseOfAuthority,
    presenters: [...earlier.presenters],
    recipientIds: [...earlier.recipientIds],
    late: earlier.kind !== 'formality' && isLateSubmission(inForce.rules, meeting.day, tx.now),
    state: 'listed',
    withdrawnReason: null,
    continuesId: earlier.id,
    plannedTime: null,
    treatedOrder: null,
    openedAt: null,
    treatedAt: null,
  });
  tx.em.persist(item);
  await tx.em.flush();
  await writePoints(tx, id, earlier.points);
  await writeSummary(tx, { itemId: id, authorityId, bodyId, closed: earlier.closed }, earlier.summary);
  await tx.em.execute(
    'insert into item_document (item_id, document_id, ordinal, label) select ?, document_id, ordinal, label from item_document where item_id = ?',
    [id, earlier.id],
  );
  await closePapersWithItem(tx, { id, closed: earlier.closed });
  await carryRecusals(tx, earlier.id, { itemId: id, meeting });
  const moved = moveTo(await agendaNow(tx, open), id, placeAmong(siblings));
  if (moved.ok) await keepOrder(tx, moved.items);
  for (const below of await readUndecidedSubItems(tx.em, earlier.id)) await carryOn(tx, open, below, id);
  return { id, matterId: earlier.matterId, closed: earlier.closed, late: item.late };
}
