import { refuse, type Refusal } from '../../refusals/refusal';

/** An item's place: after its siblings of lower ordinal, below its parent when it is a sub-item (M-20). */
export interface AgendaPlace {
  readonly id: string;
  readonly parentId: string | null;
  readonly ordinal: number;
}

function siblings<Item extends AgendaPlace>(items: readonly Item[], parentId: string | null): Item[] {
  return items.filter((item) => item.parentId === parentId).sort((a, b) => a.ordinal - b.ordinal);
}

/** The items as they are read: each followed by its sub-items. */
export function inAgendaOrder<Item extends AgendaPlace>(items: readonly Item[]): Item[] {
  return siblings(items, null).flatMap((item) => [item, ...siblings(items, item.id)]);
}

export type Moved<Item> = { readonly ok: true; readonly items: Item[] } | Refusal;

/**
 * Puts an item at a position among its siblings, 1 the first, and numbers the siblings' ordinals anew from 1. Sub-items
 * move with their item (M-3).
 */
export function moveTo<Item extends AgendaPlace>(
  items: readonly Item[],
  id: string,
  position: number,
): Moved<Item> {
  const moving = items.find((item) => item.id === id);
  if (moving === undefined) return refuse('item-not-on-agenda');
  const others = siblings(items, moving.parentId).filter((item) => item.id !== id);
  const last = others.length + 1;
  if (!Number.isInteger(position) || position < 1 || position > last) {
    return refuse('position-outside-agenda', { position, last });
  }
  const order = [...others.slice(0, position - 1), moving, ...others.slice(position - 1)].map(
    (item) => item.id,
  );
  return {
    ok: true,
    items: items.map((item) =>
      order.includes(item.id) ? { ...item, ordinal: order.indexOf(item.id) + 1 } : item,
    ),
  };
}

function moveBy<Item extends AgendaPlace>(items: readonly Item[], id: string, step: -1 | 1): Moved<Item> {
  const moving = items.find((item) => item.id === id);
  if (moving === undefined) return refuse('item-not-on-agenda');
  const among = siblings(items, moving.parentId);
  const position = among.findIndex((item) => item.id === id) + 1 + step;
  return moveTo(items, id, Math.min(Math.max(position, 1), among.length));
}

/** One step up among its siblings; the first stays where it is. */
export function moveUp<Item extends AgendaPlace>(items: readonly Item[], id: string): Moved<Item> {
  return moveBy(items, id, -1);
}

/** One step down among its siblings; the last stays where it is. */
export function moveDown<Item extends AgendaPlace>(items: readonly Item[], id: string): Moved<Item> {
  return moveBy(items, id, 1);
}

/**
 * Ids sorted by the positions typed for them, 1 the first; one that was changed goes before one that stood at the same
 * position. An id without a position keeps its own.
 */
export function typedOrder(ids: readonly string[], typed: ReadonlyMap<string, number>): string[] {
  const stood = (id: string) => ids.indexOf(id) + 1;
  const place = (id: string) => typed.get(id) ?? stood(id);
  const unchanged = (id: string) => (place(id) === stood(id) ? 1 : 0);
  return [...ids].sort((a, b) => place(a) - place(b) || unchanged(a) - unchanged(b));
}
