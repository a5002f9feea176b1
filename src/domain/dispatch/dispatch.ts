import { allowed, refuse, type Refusal, type Verdict } from '../refusals/refusal';
import type { Day } from '../time/day';
import { isInForce, type Validity } from '../time/validity';
import type { Outcome } from '../meetings/session/outcomes';

/** One who can be sent to: a person in a role, or a principal's official mailbox. */
export interface Recipient {
  readonly key: string;
  readonly name: string;
  readonly address: string;
}

/** A principal as it stood from and until a day, with its mailbox. */
export interface DispatchPrincipal extends Validity {
  readonly kind: 'region' | 'municipality';
  readonly mailbox: Recipient;
  readonly auditors: Recipient | null;
}

/** One line of «Expedieras till»: a single recipient, or a group that becomes one row for each principal (M-18). */
export type DispatchEntry =
  | { readonly kind: 'recipient'; readonly recipient: Recipient }
  | {
      readonly kind: 'group';
      readonly name: string;
      readonly members: 'municipalities' | 'regions' | 'allPrincipals';
    };

/** One row to be sent, with the line it came from. */
export interface DispatchRow {
  readonly recipient: Recipient;
  readonly group: string | null;
}

export type DispatchExpansion = { readonly ok: true; readonly rows: readonly DispatchRow[] } | Refusal;

function membersOf(
  group: 'municipalities' | 'regions' | 'allPrincipals',
  principals: readonly DispatchPrincipal[],
  day: Day,
): Recipient[] {
  return principals
    .filter((principal) => isInForce(principal, day))
    .filter(
      ({ kind }) =>
        group === 'allPrincipals' || kind === (group === 'municipalities' ? 'municipality' : 'region'),
    )
    .map((principal) => principal.mailbox);
}

function distinct(rows: readonly DispatchRow[]): DispatchRow[] {
  const seen = new Set<string>();
  return rows.filter(({ recipient }) => !seen.has(recipient.key) && seen.add(recipient.key));
}

/**
 * M-12, M-18: one row per recipient, the groups expanded to the principals of the dispatch date. Whoever stands twice is
 * sent to once. A group without principals is refused, for nobody would see that it reached no one.
 */
export function expandDispatch(
  entries: readonly DispatchEntry[],
  principals: readonly DispatchPrincipal[],
  day: Day,
): DispatchExpansion {
  const rows: DispatchRow[] = [];
  for (const entry of entries) {
    if (entry.kind === 'recipient') {
      rows.push({ recipient: entry.recipient, group: null });
      continue;
    }
    const members = membersOf(entry.members, principals, day);
    if (members.length === 0) return refuse('dispatch-group-empty', { group: entry.name, day });
    rows.push(...members.map((recipient) => ({ recipient, group: entry.name })));
  }
  return { ok: true, rows: distinct(rows) };
}

/** M-18: the full minutes go to the auditors of every principal, without being asked for. */
export function standingRecipients(principals: readonly DispatchPrincipal[], day: Day): DispatchRow[] {
  return distinct(
    principals
      .filter((principal) => isInForce(principal, day))
      .flatMap(({ auditors }) => (auditors === null ? [] : [{ recipient: auditors, group: null }])),
  );
}

/** An item with its dispatch list, as the meeting left it. */
export interface DispatchableItem {
  readonly id: string;
  readonly outcome: Outcome | null;
  readonly entries: readonly DispatchEntry[];
}

/** M-12: the items that extracts are sent of: decided ones with somebody to send to. What is only reported has no rows. */
export function itemsToDispatch<Item extends DispatchableItem>(items: readonly Item[]): Item[] {
  return items.filter(
    ({ outcome, entries }) => entries.length > 0 && outcome !== null && outcome !== 'withdrawn',
  );
}

/** M-12: a recipient is asked to report back on a day to come, the day after the letter at the earliest. */
export function canAskForReplyBy(day: Day, today: Day): Verdict {
  return day > today ? allowed : refuse('reply-day-passed', { day });
}
