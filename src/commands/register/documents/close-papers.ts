import { Document, Memo, Text } from '../../../store/entities/register';
import type { Transaction } from '../../runner/transaction';

/**
 * Hides a document with the closed item it belongs to, or shows it again: row level security then reads the item's
 * readers and recusals (KL 6:30). A memo's texts hide with it, but for its authors. Called by the acts that close an
 * item or attach a document to one.
 * @param itemId the closed item; null opens the document again
 */
export async function closePapers(tx: Transaction, documentId: string, itemId: string | null): Promise<void> {
  const document = await tx.em.findOneOrFail(Document, documentId);
  const memo = await tx.em.findOne(Memo, { documentId });
  if (memo !== null) {
    memo.closedItemId = itemId;
    await tx.em.flush();
    for (const text of await tx.em.find(Text, { ownerKind: 'memo', ownerId: memo.id }))
      text.closed = itemId !== null;
  }
  document.closed = itemId !== null;
  document.ownerKind = itemId !== null ? 'agendaItem' : memo === null ? null : 'memo';
  document.ownerId = itemId ?? memo?.id ?? null;
  await tx.em.flush();
}
