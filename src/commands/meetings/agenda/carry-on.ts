import type { AgendaItem } from '../../../store/entities/meetings';
import { readUndecidedSubItems, type PlannedItem } from '../../../store/queries/meetings/agenda/agenda-items';
import type { Transaction } from '../../runner/transaction';
import { carryRecusals } from '../before/carried-recusals';
import { closePapersWithItem } from './closed-papers';
import { writePoints, writeSummary } from './item-rows';
import { newItem, placeItem } from './place-item';
import type { OpenAgenda } from './open-agenda';

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
  const { meeting } = open;
  const item = await newItem(tx, open, {
    kind: earlier.kind,
    title: earlier.title,
    publicTitle: earlier.publicTitle,
    closed: earlier.closed,
    exerciseOfAuthority: earlier.exerciseOfAuthority,
    presenters: [...earlier.presenters],
    recipientIds: [...earlier.recipientIds],
    plannedTime: null,
    parentId,
    matterId: earlier.matterId,
    templateKey: null,
    continuesId: earlier.id,
  });
  const { id, authorityId, bodyId } = item;
  await writePoints(tx, id, earlier.points);
  await writeSummary(tx, { itemId: id, authorityId, bodyId, closed: earlier.closed }, earlier.summary);
  await tx.em.execute(
    'insert into item_document (item_id, document_id, ordinal, label) select ?, document_id, ordinal, label from item_document where item_id = ?',
    [id, earlier.id],
  );
  await closePapersWithItem(tx, { id, closed: earlier.closed });
  await carryRecusals(tx, earlier.id, { itemId: id, meeting });
  await placeItem(tx, open, item);
  for (const below of await readUndecidedSubItems(tx.em, earlier.id)) await carryOn(tx, open, below, id);
  return { id, matterId: earlier.matterId, closed: earlier.closed, late: item.late };
}
