import { Body } from '../../../store/entities/bodies';
import { AgendaItem, Meeting } from '../../../store/entities/meetings';
import type { Act } from '../../../domain/access/acts';
import type { Refusal } from '../../../domain/refusals/refusal';
import type { Permission } from '../../runner/command';
import { findRow, type Transaction } from '../../runner/transaction';

/** May the actor do this to the body? */
export async function onBody(tx: Transaction, act: Act, bodyId: string): Promise<Permission | Refusal> {
  const body = await findRow(tx, Body, { id: bodyId });
  return body.ok ? { act, object: { bodyId } } : body;
}

/** May the actor do this to the meeting? */
export async function onMeeting(tx: Transaction, act: Act, meetingId: string): Promise<Permission | Refusal> {
  const meeting = await findRow(tx, Meeting, { id: meetingId });
  return meeting.ok ? { act, object: { bodyId: meeting.row.bodyId } } : meeting;
}

/** May the actor do this to the item? An item hidden by row level security is not found. */
export async function onItem(tx: Transaction, act: Act, itemId: string): Promise<Permission | Refusal> {
  const item = await findRow(tx, AgendaItem, { id: itemId });
  return item.ok ? { act, object: { bodyId: item.row.bodyId } } : item;
}
