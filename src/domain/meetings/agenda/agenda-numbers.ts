import { inAgendaOrder, type AgendaPlace } from './agenda-order';

/** An item with the number an approved agenda gave it; null while it has none. */
export interface NumberedPlace extends AgendaPlace {
  readonly agendaNumber: number | null;
}

/**
 * B-8: the numbers an approval gives. Items that have one keep it; the others get the next ones in the order they stand.
 * A number is never used again, so a withdrawn item's stays its own. Sub-items have none: they are read as 5.1, 5.2.
 * @param lastGiven the last number given before, in the meeting or in the year as the rules of procedure say
 */
export function numberAgenda(
  items: readonly NumberedPlace[],
  lastGiven: number,
): { readonly numbers: ReadonlyMap<string, number>; readonly lastGiven: number } {
  const numbers = new Map<string, number>();
  let last = lastGiven;
  for (const item of inAgendaOrder(items)) {
    if (item.parentId !== null) continue;
    if (item.agendaNumber !== null) numbers.set(item.id, item.agendaNumber);
    else numbers.set(item.id, (last += 1));
  }
  return { numbers, lastGiven: last };
}

/**
 * How each item is named on the agenda: "5", "5.1". Before the first approval an item is named by its place, counted on
 * from the last number given.
 */
export function agendaLabels(
  items: readonly NumberedPlace[],
  lastGiven: number,
): ReadonlyMap<string, string> {
  const { numbers } = numberAgenda(items, lastGiven);
  const labels = new Map<string, string>();
  let subItem = 0;
  for (const item of inAgendaOrder(items)) {
    if (item.parentId === null) {
      subItem = 0;
      labels.set(item.id, String(numbers.get(item.id)));
    } else {
      subItem += 1;
      labels.set(item.id, `${String(numbers.get(item.parentId))}.${subItem}`);
    }
  }
  return labels;
}
