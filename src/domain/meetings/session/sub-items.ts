import { allowed, refuse, type Verdict } from '../../refusals/refusal';

/** An item of a session as the rules of sub-items see it. */
export interface SubItemPlace {
  readonly id: string;
  /** The item it lies below; null for an item of the agenda itself. */
  readonly parentId: string | null;
  /** On the agenda, such as "5" or "5.1". */
  readonly label: string;
  readonly kind: string;
  readonly closed: boolean;
  readonly withdrawn: boolean;
  /** From 1 in the order treated; null while it has not been opened. */
  readonly treatedOrder: number | null;
}

/** KL 6:25: what belongs to a closed sub-item cannot stand in the paragraph of an open item, which is published. */
function mayStandIn(parent: SubItemPlace, subItem: SubItemPlace): boolean {
  return parent.closed || !subItem.closed;
}

/** M-20: whether the item is a sub-item that the meeting has to decide on its own. */
export function isDecidedAlone(item: SubItemPlace, items: readonly SubItemPlace[]): boolean {
  const parent = items.find(({ id }) => id === item.parentId);
  return parent !== undefined && item.kind === 'decision' && !parent.withdrawn && mayStandIn(parent, item);
}

/** M-20: a sub-item is taken up when its item has been, since it is written in the item's paragraph. */
export function canTakeSubItem(item: SubItemPlace, items: readonly SubItemPlace[]): Verdict {
  const parent = items.find(({ id }) => id === item.parentId);
  if (parent === undefined) return allowed;
  if (parent.treatedOrder === null) return refuse('sub-item-before-its-item', { item: parent.label });
  return mayStandIn(parent, item) ? allowed : refuse('closed-sub-item', { item: parent.label });
}

/** M-20: the sub-items that were taken up on their own: they are written in the item's paragraph, in agenda order. */
export function takenSubItems<Item extends SubItemPlace>(items: readonly Item[], parent: Item): Item[] {
  return items.filter(
    (item) =>
      item.parentId === parent.id &&
      !item.withdrawn &&
      item.treatedOrder !== null &&
      mayStandIn(parent, item),
  );
}
