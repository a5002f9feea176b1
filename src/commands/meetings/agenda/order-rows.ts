import type { AgendaPlace } from '../../../domain/meetings/agenda/agenda-order';
import type { Transaction } from '../../runner/transaction';

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
export function placeAmong(
  siblings: readonly { readonly templateKey: string | null; readonly kind: string }[],
): number {
  const closing = new Set(['delegatedDecisions', 'notifications', 'other']);
  const first = siblings.findIndex(({ templateKey }) => closing.has(templateKey ?? ''));
  return first < 0 ? siblings.length + 1 : first + 1;
}
