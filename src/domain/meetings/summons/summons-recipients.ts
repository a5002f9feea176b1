import type { HeldSeat } from '../../bodies/seats';
import type { AgendaVersionItem } from '../agenda/agenda-version-items';

/** One who gets the summons, and as what (M-4). */
export interface SummonsRecipient {
  readonly personId: string;
  readonly capacity: 'member' | 'substitute' | 'other';
  readonly seatId: string | null;
  /** Only those who are to serve are called to sit; a substitute is told time and place (KL 6:17). */
  readonly calledToServe: boolean;
  /** The items an outside person is called to; empty: all of the meeting. */
  readonly itemIds: readonly string[];
}

/** Someone called to single items, such as a presenter. */
export interface CalledToItems {
  readonly personId: string;
  readonly itemIds: readonly string[];
}

/** Presenters of items that stand, called to them; whoever is named without being a person of the register is not called. */
export function calledToItems(
  items: readonly Pick<AgendaVersionItem, 'id' | 'withdrawn' | 'presenters'>[],
): CalledToItems[] {
  return items
    .filter(({ withdrawn }) => !withdrawn)
    .flatMap(({ id, presenters }) =>
      presenters.flatMap(({ personId }) => (personId === null ? [] : [{ personId, itemIds: [id] }])),
    );
}

/**
 * KL 6:17, M-4: the summons goes alike to every member and every substitute, and to others for their items. Whoever sits
 * on the board is not called a second time for an item.
 * @param servingSubstitutes seats of substitutes who have accepted to serve
 */
export function summonsRecipients(
  board: readonly HeldSeat[],
  servingSubstitutes: ReadonlySet<string>,
  others: readonly CalledToItems[],
): SummonsRecipient[] {
  const seated = board.flatMap(({ id, kind, holder }): SummonsRecipient[] =>
    holder === null
      ? []
      : [
          {
            personId: holder.personId,
            capacity: kind,
            seatId: id,
            calledToServe: kind === 'member' || servingSubstitutes.has(id),
            itemIds: [],
          },
        ],
  );
  const known = new Set(seated.map((recipient) => recipient.personId));
  const outside = new Map<string, SummonsRecipient>();
  for (const { personId, itemIds } of others) {
    if (known.has(personId)) continue;
    const before = outside.get(personId)?.itemIds ?? [];
    outside.set(personId, {
      personId,
      capacity: 'other',
      seatId: null,
      calledToServe: false,
      itemIds: [...new Set([...before, ...itemIds])],
    });
  }
  return [...seated, ...outside.values()];
}
