import { canMove, type MeetingAct } from '../../../../domain/meetings/phases';
import type { NamedSeat } from '../../../../store/queries/bodies/composition';
import type { OwnActs } from '../../../../store/queries/meetings/before/before-members';
import type { MeetingHead } from '../../../../store/queries/meetings/plan/overview';
import type { Session, SessionItem } from '../../../../store/queries/meetings/session/session';
import type { ReadContext } from '../../../context';
import { refusalWords } from '../../../refusal-words';

/** One reader's part in a meeting: what the sections of the page about it have in common. */
export interface Part {
  readonly context: ReadContext;
  readonly head: MeetingHead;
  readonly session: Session;
  readonly seat: NamedSeat;
  readonly own: OwnActs;
  readonly address: string;
}

/** Why the act cannot be done in the phase that the meeting is in; nothing where it can. */
export function blockedBy(
  { context: { lang }, head }: Part,
  wanted: MeetingAct,
): { readonly blocked?: string } {
  const verdict = canMove(head.phase, wanted);
  return verdict.ok ? {} : { blocked: refusalWords(lang, verdict).detail };
}

/** An item as a choice in a form. */
export const itemOption = ({ id, label, title }: SessionItem) => ({ value: id, text: `${label} ${title}` });

/** The item's label on the agenda; empty where the reader may not see the item. */
export const labelOf = (session: Session, itemId: string): string =>
  session.items.find(({ id }) => id === itemId)?.label ?? '';
