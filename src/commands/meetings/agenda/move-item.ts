import { MoveItem } from '../../../contracts/meetings/agenda/order';
import { moveDown, moveTo, moveUp } from '../../../domain/meetings/agenda/agenda-order';
import { defineCommand } from '../../runner/command';
import { onItem } from '../plan/objects';
import { agendaNow, openItem, withRules } from './open-agenda';
import { keepOrder } from './place-item';

/** M-3: order by buttons or by position number. */
export const moveItem = defineCommand<MoveItem, { meetingId: string; moved: number }>({
  name: 'moveItem',
  kind: 'edit',
  input: MoveItem,
  permission: (tx, input) => onItem(tx, 'agenda.write', input.itemId),
  handle: async (tx, { itemId, to }) => {
    const item = await openItem(tx, itemId);
    if (!item.ok) return item;
    const open = await withRules(tx, item);
    if (!open.ok) return open;
    const items = await agendaNow(tx, open);
    const order =
      to === 'up'
        ? moveUp(items, itemId)
        : to === 'down'
          ? moveDown(items, itemId)
          : moveTo(items, itemId, to);
    if (!order.ok) return order;
    const moved = await keepOrder(tx, order.items);
    const { id: meetingId, authorityId } = open.meeting;
    return {
      ok: true,
      result: { meetingId, moved },
      subject: { kind: 'meeting', id: meetingId, authorityId },
    };
  },
});
