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
  /** Its last vote, or that of one of its sub-items, is closed and counted. */
  readonly voted: boolean;
}

/** KL 4:27, 6:30: who takes part in deciding an item is settled when it is decided, or its vote closed. */
export function canChangeRecusals(item: RecusalItem): Verdict {
  if (item.treated) return refuse('recusal-after-decision', { item: item.label });
  return item.voted ? refuse('recusal-after-vote', { item: item.label }) : allowed;
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
