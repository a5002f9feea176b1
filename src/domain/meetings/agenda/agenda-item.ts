import { allowed, refuse, type Refusal, type Verdict } from '../../refusals/refusal';

/** Kinds of item, as the glossary names them. */
export type AgendaItemKind =
  'formality' | 'decision' | 'information' | 'delegatedDecisions' | 'notifications';

/** What a rule about one item needs to know of it. */
export interface AgendaItemFacts {
  readonly id: string;
  readonly label: string;
  readonly title: string;
  readonly publicTitle: string | null;
  readonly closed: boolean;
  /** Whether the item is an exercise of public authority against someone (myndighetsutövning mot enskild). */
  readonly exerciseOfAuthority: boolean;
}

const blank = (text: string | null): boolean => (text ?? '').trim() === '';

/** What is wrong with one item, all of it at once (M-3, KL 6:25). */
export function agendaItemFaults(item: AgendaItemFacts): Refusal[] {
  const faults: Refusal[] = [];
  if (blank(item.title)) faults.push(refuse('item-without-title', { item: item.label }));
  if (item.exerciseOfAuthority && !item.closed)
    faults.push(refuse('item-must-be-closed', { item: item.label }));
  if (item.closed && blank(item.publicTitle)) {
    faults.push(refuse('closed-item-without-public-title', { item: item.label }));
  }
  return faults;
}

/** What keeps the chair from approving the agenda: an empty one, or faults of its items (M-3). */
export function agendaFaults(items: readonly AgendaItemFacts[]): Refusal[] {
  return items.length === 0 ? [refuse('agenda-empty')] : items.flatMap(agendaItemFaults);
}

/** Whether an item may be withdrawn: not once it is treated, and with the reason that stands in the minutes (M-3). */
export function canWithdrawItem(
  item: { readonly label: string; readonly treated: boolean; readonly withdrawn: boolean },
  reason: string,
): Verdict {
  if (item.withdrawn) return refuse('item-already-withdrawn', { item: item.label });
  if (item.treated) return refuse('item-already-treated', { item: item.label });
  return blank(reason) ? refuse('withdrawal-needs-reason', { item: item.label }) : allowed;
}

/**
 * M-3, M-7: whether an item may be carried on by a new one: once, at a later meeting, when its own meeting is done with it.
 * Its recusals and papers would else be carried while they still change.
 */
export function canCarryOnItem(earlier: {
  readonly label: string;
  /** Whether its meeting is held before the one that the new item stands on. */
  readonly before: boolean;
  /** Whether it was put off, and its own meeting is done with it: referred back, tabled, postponed or withdrawn. */
  readonly settled: boolean;
  /** Whether another item that still stands carries it on; the report of an assignment does not. */
  readonly carriedOn: boolean;
}): Verdict {
  const { label: item } = earlier;
  if (!earlier.before) return refuse('carried-item-not-earlier', { item });
  if (!earlier.settled) return refuse('carried-item-not-settled', { item });
  return earlier.carriedOn ? refuse('carried-item-already', { item }) : allowed;
}

/**
 * M-3, B-8: whether an item may be taken off the agenda as if it had never stood there. One that the chair has approved
 * has been called to by its number, and is withdrawn with a reason instead; so is one that others have written about.
 */
export function canRemoveItem(item: {
  readonly label: string;
  /** Whether an approved version of the agenda holds it. */
  readonly approved: boolean;
  readonly subItems: boolean;
  /** Whether anything stands on it: recusals, motions, notes of presence, a returned assignment, a later item. */
  readonly linked: boolean;
}): Verdict {
  if (item.approved) return refuse('item-approved', { item: item.label });
  if (item.subItems) return refuse('item-has-sub-items', { item: item.label });
  return item.linked ? refuse('item-has-links', { item: item.label }) : allowed;
}
