import type { Meeting } from '../../../store/entities/meetings';
import { Paragraph } from '../../../store/entities/minutes';
import { rulesOfMeeting } from '../../../store/queries/meetings/plan/plan-rules';
import { readSession } from '../../../store/queries/meetings/session/session';
import { recordHash, recordParagraphs } from '../../../store/queries/meetings/session/session-record';
import { lockRow, type Transaction } from '../../runner/transaction';

/** Writes the record blocks of an item's paragraph anew from what is recorded; its free texts stay (M-9). */
export async function renderRecord(tx: Transaction, meeting: Meeting, itemId: string): Promise<void> {
  await tx.em.flush();
  const paragraph = await lockRow(tx, Paragraph, { itemId });
  const inForce = await rulesOfMeeting(tx.em, meeting);
  if (!paragraph.ok || inForce === null) return;
  const session = await readSession(tx.em, meeting, inForce.rules);
  const record = (await recordParagraphs(tx.em, session)).get(itemId);
  if (record === undefined) return;
  tx.em.assign(paragraph.row, { record, recordHash: recordHash(record) });
  await tx.em.flush();
}
