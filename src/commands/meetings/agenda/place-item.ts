import type { Loaded } from '@mikro-orm/core';
import { v7 as uuidv7 } from 'uuid';
import { moveTo, type AgendaPlace } from '../../../domain/meetings/agenda/agenda-order';
import { isLateSubmission } from '../../../domain/meetings/agenda/in-time';
import { AgendaItem } from '../../../store/entities/meetings';
import type { Transaction } from '../../runner/transaction';
import { agendaNow, type OpenAgenda } from './open-agenda';

/** What an item is made of: its own words, and where it comes from. */
type NewItem = Pick<
  AgendaItem,
  | 'kind'
  | 'title'
  | 'publicTitle'
  | 'closed'
  | 'exerciseOfAuthority'
  | 'presenters'
  | 'recipientIds'
  | 'plannedTime'
  | 'parentId'
  | 'matterId'
  | 'templateKey'
  | 'continuesId'
>;

/** Writes an item last among its siblings; late after the submission deadline (M-3). Whoever calls it gives it its place. */
export async function newItem(
  tx: Transaction,
  open: OpenAgenda,
  columns: NewItem,
): Promise<Loaded<AgendaItem>> {
  const { meeting, inForce } = open;
  const siblings = (await agendaNow(tx, open)).filter(({ parentId }) => parentId === columns.parentId);
  const item = tx.em.create(AgendaItem, {
    id: uuidv7(),
    authorityId: meeting.authorityId,
    bodyId: meeting.bodyId,
    meetingId: meeting.id,
    ordinal: Math.max(0, ...siblings.map(({ ordinal }) => ordinal)) + 1,
    agendaNumber: null,
    late: columns.kind !== 'formality' && isLateSubmission(inForce.rules, meeting.day, tx.now),
    state: 'listed',
    withdrawnReason: null,
    treatedOrder: null,
    openedAt: null,
    treatedAt: null,
    ...columns,
  });
  tx.em.persist(item);
  await tx.em.flush();
  return item;
}

/** Gives a written item its place: the one that is wanted, else before what ends every agenda. */
export async function placeItem(
  tx: Transaction,
  open: OpenAgenda,
  { id, parentId }: Pick<AgendaItem, 'id' | 'parentId'>,
  position: number | null = null,
): Promise<ReturnType<typeof moveTo>> {
  const agenda = await agendaNow(tx, open);
  const siblings = agenda.filter((item) => item.parentId === parentId && item.id !== id);
  const place = Math.min(position ?? placeAmong(siblings), siblings.length + 1);
  const moved = moveTo(agenda, id, place);
  if (moved.ok) await keepOrder(tx, moved.items);
  return moved;
}

/**
 * Writes the ordinals that differ. An item's place is no part of its own text, so its version stays: whoever edits the
 * item meanwhile is not refused. @returns how many items moved
 */
export async function keepOrder(tx: Transaction, items: readonly AgendaPlace[]): Promise<number> {
  let moved = 0;
  for (const { id, ordinal } of items) {
    const rows: unknown[] = await tx.em.execute(
      'update agenda_item set ordinal = ? where id = ? and ordinal <> ? returning id',
      [ordinal, id, ordinal],
    );
    moved += rows.length;
  }
  return moved;
}

/** A matter goes before the formal items that end every agenda: reported decisions, notifications, other questions. */
function placeAmong(
  siblings: readonly { readonly templateKey: string | null; readonly kind: string }[],
): number {
  const closing = new Set(['delegatedDecisions', 'notifications', 'other']);
  const first = siblings.findIndex(({ templateKey }) => closing.has(templateKey ?? ''));
  return first < 0 ? siblings.length + 1 : first + 1;
}
