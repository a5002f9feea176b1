import { SaveOrder } from '../../../contracts/meetings/agenda/order';
import { moveDown, moveUp, typedOrder, type AgendaPlace } from '../../../domain/meetings/agenda/agenda-order';
import { refuse, type Refusal } from '../../../domain/refusals/refusal';
import type { AgendaItemView } from '../../../store/queries/meetings/agenda/agenda-items';
import { agendaStamp } from '../../../store/queries/meetings/agenda/agenda-snapshot';
import { defineCommand } from '../../runner/command';
import { onMeeting } from '../plan/objects';
import { agendaNow, openAgenda } from './open-agenda';
import { keepOrder } from './place-item';

/**
 * M-3: the order of the whole list in one act, as typed, dragged, or with one button pressed. Made from another state of
 * the agenda it is refused, so that two orders are never mixed.
 */
export const saveOrder = defineCommand<SaveOrder, { meetingId: string; moved: number }>({
  name: 'saveOrder',
  kind: 'edit',
  input: SaveOrder,
  permission: (tx, input) => onMeeting(tx, 'agenda.write', input.meetingId),
  handle: async (tx, input) => {
    const open = await openAgenda(tx, input.meetingId);
    if (!open.ok) return open;
    const items = await agendaNow(tx, open);
    if (agendaStamp(items) !== input.version) return refuse('stale-version');
    const ordered = asTyped(items, input);
    if (!Array.isArray(ordered)) return ordered;
    const pressed = pressedButton(ordered, input.move ?? null);
    if (!Array.isArray(pressed)) return pressed;
    const moved = await keepOrder(tx, pressed);
    const { id: meetingId, authorityId } = open.meeting;
    return {
      ok: true,
      result: { meetingId, moved },
      subject: { kind: 'meeting', id: meetingId, authorityId },
    };
  },
});

/**
 * Siblings sorted by the position typed for each; one that was changed goes before one that stood at the same position.
 * Sub-items keep their order below their item unless positions were typed for them too.
 */
function asTyped(items: readonly AgendaItemView[], input: SaveOrder): AgendaPlace[] | Refusal {
  if (input.item.length !== input.position.length) return refuse('item-not-on-agenda');
  if (input.item.some((id) => !items.some((item) => item.id === id))) return refuse('item-not-on-agenda');
  const typed = new Map(input.item.map((id, index) => [id, input.position[index] ?? 0]));
  const parents = [...new Set(items.map(({ parentId }) => parentId))];
  return parents.flatMap((parentId) => {
    const among = items.filter((item) => item.parentId === parentId).map(({ id }) => id);
    return typedOrder(among, typed).map((id, index) => ({ id, parentId, ordinal: index + 1 }));
  });
}

function pressedButton(order: AgendaPlace[], move: string | null): AgendaPlace[] | Refusal {
  if (move === null) return order;
  const [direction, id = ''] = move.split(':');
  const moved = direction === 'up' ? moveUp(order, id) : moveDown(order, id);
  return moved.ok ? moved.items : moved;
}
