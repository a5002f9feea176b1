import { TakeItem, type TakenItem } from '../../../contracts/meetings/session/items';
import { canTakeSubItem } from '../../../domain/meetings/session/sub-items';
import { refuse } from '../../../domain/refusals/refusal';
import { AgendaItem } from '../../../store/entities/meetings';
import { isOpenedLast, openedItems } from '../../../store/queries/meetings/session/session';
import { defineCommand } from '../../runner/command';
import type { Transaction } from '../../runner/transaction';
import { onItem } from '../plan/objects';
import { openSessionItem, type OpenSessionItem } from './open-session';
import { holdWaitingNotes } from './presence/presence-rows';
import { hasOpenVote } from './decisions/vote-rows';

/**
 * M-6: the item is opened; items get their place in the order treated. One that was left undecided may be taken up again
 * and is then treated last. The item that was open before is done, unless it still waits for its decision.
 */
export const takeItem = defineCommand<TakeItem, TakenItem>({
  name: 'takeItem',
  kind: 'edit',
  input: TakeItem,
  permission: (tx, input) => onItem(tx, 'session.run', input.itemId),
  handle: async (tx, input) => {
    const open = await openSessionItem(tx, input.itemId, 'treatItem');
    if (!open.ok) return open;
    const { item, planned, session, label } = open;
    const inOrder = canTakeSubItem(planned, session.items);
    if (!inOrder.ok) return inOrder;
    if (planned.decided) return refuse('item-decided-already', { item: label });
    const subject = { kind: 'agendaItem', id: item.id, authorityId: item.authorityId };
    const { current } = session;
    if (current?.id === item.id && isOpenedLast(session, current))
      return { ok: true, result: { itemId: item.id, treatedOrder: planned.treatedOrder ?? 1 }, subject };
    if (await hasOpenVote(tx, open.meeting.id)) return refuse('vote-not-closed');
    if (planned.voted) return refuse('item-voted-already', { item: label });
    if (current !== null && (current.kind !== 'decision' || current.decided)) await finish(tx, current.id);
    await moveNotes(tx, open);
    item.treatedOrder = (openedItems(session.items).at(-1)?.treatedOrder ?? 0) + 1;
    item.openedAt = tx.now;
    item.treatedAt = null;
    return { ok: true, result: { itemId: item.id, treatedOrder: item.treatedOrder }, subject };
  },
});

async function finish(tx: Transaction, itemId: string): Promise<void> {
  const item = await tx.em.findOneOrFail(AgendaItem, itemId);
  item.treatedAt ??= tx.now;
}

/**
 * What was noted between items held from the item that was expected next: now it holds from this one. When this one was
 * treated before, its earlier notes stay where they were seen: they hold from the item that followed it then.
 */
async function moveNotes(tx: Transaction, { item, session, meeting }: OpenSessionItem): Promise<void> {
  const opened = openedItems(session.items);
  const before = opened.findIndex(({ id }) => id === item.id);
  const follower = before < 0 ? undefined : opened[before + 1];
  if (follower !== undefined) {
    await tx.em.execute('update presence_event set item_id = ? where meeting_id = ? and item_id = ?', [
      follower.id,
      meeting.id,
      item.id,
    ]);
  }
  await holdWaitingNotes(tx, meeting.id, item.id);
}
