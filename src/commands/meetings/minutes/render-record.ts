import { AgendaItem, type Meeting } from '../../../store/entities/meetings';
import { Paragraph } from '../../../store/entities/minutes';
import { rulesOfMeeting } from '../../../store/queries/meetings/plan/plan-rules';
import { readSession } from '../../../store/queries/meetings/session/session';
import { recordHash, recordParagraphs } from '../../../store/queries/meetings/session/session-record';
import { lockRow, type Transaction } from '../../runner/transaction';

/**
 * Writes the record blocks of an item's paragraph anew from what is recorded; its free texts stay (M-9). What is recorded of
 * a sub-item stands in its item's paragraph (M-20).
 * @throws when the item has no paragraph: what is recorded must never be left out of the minutes in silence
 */
export async function renderRecord(tx: Transaction, meeting: Meeting, itemId: string): Promise<void> {
  await tx.em.flush();
  const item = await tx.em.findOneOrFail(AgendaItem, itemId);
  const paragraphOf = item.parentId ?? item.id;
  const paragraph = await lockRow(tx, Paragraph, { itemId: paragraphOf });
  const inForce = await rulesOfMeeting(tx.em, meeting);
  if (!paragraph.ok || inForce === null) throw new Error('No paragraph to write the record in');
  const session = await readSession(tx.em, meeting, inForce.rules);
  const record = (await recordParagraphs(tx.em, session)).get(paragraphOf);
  if (record === undefined) throw new Error('No record of the paragraph');
  tx.em.assign(paragraph.row, { record, recordHash: recordHash(record) });
  await tx.em.flush();
}
