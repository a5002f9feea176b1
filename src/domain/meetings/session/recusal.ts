import { allowed, refuse, type Verdict } from '../../refusals/refusal';

/** KL 6:28: the grounds of recusal (law.md A9). */
export const recusalGrounds = ['party', 'representative', 'supervision', 'other'] as const;

export type RecusalGround = (typeof recusalGrounds)[number];

/**
 * Who decided: the person's own word, or the body in a dispute (KL 6:30), which may also find that the person is not
 * recused. A recusal that the body dismissed is never in force.
 */
export const recusalDeciders = ['self', 'body', 'bodyDismissed'] as const;

export type RecusalDecider = (typeof recusalDeciders)[number];

/** A recusal of one person from one item; withdrawn when the ground turned out immaterial (KL 6:29). */
export interface SeatRecusal {
  readonly itemId: string;
  /** The seat of the recused; null for an official. */
  readonly seatId: string | null;
  readonly ground: RecusalGround;
  readonly decidedBy: RecusalDecider;
  readonly withdrawn: boolean;
}

/** The seats whose holders may not take part in the item or be present at it (KL 6:30). */
export function recusedSeats(recusals: readonly SeatRecusal[], itemId: string): ReadonlySet<string> {
  return new Set(
    recusals.flatMap((recusal) =>
      recusal.itemId === itemId && !recusal.withdrawn && recusal.seatId !== null ? [recusal.seatId] : [],
    ),
  );
}

/** A recusal from an item that comes back. */
export interface EarlierRecusal {
  readonly personId: string;
  /** Declared from the item itself; false for one from the item that it lies under, which holds for both. */
  readonly own: boolean;
  readonly decidedBy: RecusalDecider;
  readonly withdrawn: boolean;
}

/**
 * KL 6:30: a recusal is from the matter, so it holds when the item comes back: of each person the one in force, for whoever
 * still has a seat. What was taken back, or what the body found to be no recusal, is not carried.
 */
export function carriedRecusals<Row extends EarlierRecusal>(
  earlier: readonly Row[],
  seated: ReadonlySet<string>,
): Row[] {
  const inForce = earlier.filter(
    ({ withdrawn, decidedBy, personId }) =>
      !withdrawn && decidedBy !== 'bodyDismissed' && seated.has(personId),
  );
  return inForce.filter(
    (row) => row.own || !inForce.some((other) => other.own && other.personId === row.personId),
  );
}

/**
 * KL 6:30: whether the same is recorded twice. The body may decide on what somebody has announced, and find that a person
 * is not recused after all.
 * @param standing who decided the recusal that is in force; null while none is
 */
export function isDeclaredAlready(standing: RecusalDecider | null, decidedBy: RecusalDecider): boolean {
  if (standing === null || decidedBy === 'bodyDismissed') return false;
  return standing !== 'self' || decidedBy === 'self';
}

/** The item that a recusal is about. */
export interface RecusalItem {
  readonly label: string;
  readonly treated: boolean;
  /** One of its sub-items, for which its recusals hold too, is decided: it may be so while the item itself is not. */
  readonly subItemDecided: boolean;
  /** Its last vote, or that of one of its sub-items, is closed and counted. */
  readonly voted: boolean;
}

/** KL 4:27, 6:30: who takes part in deciding an item is settled when it or a sub-item is decided, or its vote closed. */
export function canChangeRecusals(item: RecusalItem): Verdict {
  if (item.treated) return refuse('recusal-after-decision', { item: item.label });
  if (item.subItemDecided) return refuse('recusal-after-sub-item', { item: item.label });
  return item.voted ? refuse('recusal-after-vote', { item: item.label }) : allowed;
}

/**
 * KL 6:28-30: whether the person concerned may take back the recusal: their own word, until the item is taken up, when it
 * is settled who stays in the room for it. After that, and where the body has decided, it is the secretary's to record.
 */
export function canTakeBackOwnRecusal(
  item: { readonly label: string; readonly opened: boolean },
  decidedBy: RecusalDecider,
): Verdict {
  if (decidedBy !== 'self') return refuse('recusal-decided-by-body', { item: item.label });
  return item.opened ? refuse('recusal-item-taken-up', { item: item.label }) : allowed;
}

/**
 * KL 6:28-30: whether a recusal may be recorded: before the item is decided or its vote closed, once a person, and with a
 * word about the circumstance where the ground is "other".
 */
export function canDeclareRecusal(
  item: RecusalItem,
  declared: { readonly ground: RecusalGround; readonly note: string; readonly already: boolean },
): Verdict {
  if (declared.already) return refuse('recusal-already-declared', { item: item.label });
  const changed = canChangeRecusals(item);
  if (!changed.ok) return changed;
  if (declared.ground === 'other' && declared.note.trim() === '') return refuse('recusal-needs-circumstance');
  return allowed;
}
