import type { Loaded } from '@mikro-orm/core';
import { AgendaItem, Meeting } from '../../../store/entities/meetings';
import { Minutes } from '../../../store/entities/minutes';
import { lockRow, type Transaction } from '../../runner/transaction';

/** Minutes that are being written, and the item whose paragraph tells of the item asked about. */
export interface DraftOfItem {
  readonly meeting: Loaded<Meeting>;
  readonly paragraphOf: string;
}

/**
 * Locks the meeting and its minutes where they are still being written, before the rows of the item are locked. Null where
 * there are none yet, or their text is out for signing or verified: then nothing is written in them (M-10).
 */
export async function draftOfItem(tx: Transaction, itemId: string): Promise<DraftOfItem | null> {
  const item = await tx.em.findOneOrFail(AgendaItem, itemId);
  const meeting = await lockRow(tx, Meeting, { id: item.meetingId });
  if (!meeting.ok) return null;
  const minutes = await lockRow(tx, Minutes, { meetingId: item.meetingId });
  if (!minutes.ok || minutes.row.state !== 'drafting') return null;
  return { meeting: meeting.row, paragraphOf: item.parentId ?? item.id };
}
