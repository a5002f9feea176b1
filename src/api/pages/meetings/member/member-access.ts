import { may } from '../../../../domain/access/may';
import { hasReached } from '../../../../domain/meetings/phases';
import { refuse, type Refusal } from '../../../../domain/refusals/refusal';
import { calledToItems, recusedItems } from '../../../../store/queries/meetings/summons/member-papers';
import type { MeetingHead } from '../../../../store/queries/meetings/plan/overview';
import type { ReadContext } from '../../../context';
import { readerOf } from '../overview/overview-head';

/** What the reader may see of a meeting's papers. */
export interface PaperAccess {
  /** All items, those of `recused` apart, or only those they are called to. */
  readonly all: boolean;
  readonly called: ReadonlySet<string>;
  readonly recused: ReadonlySet<string>;
  /** Papers are out; before that only those who prepare the meeting see them. */
  readonly out: boolean;
}

/** M-4, KL 6:30: members and substitutes read everything once they are summoned, presenters their items, the recused not theirs. */
export async function paperAccess(context: ReadContext, head: MeetingHead): Promise<PaperAccess> {
  const { em, holder, today } = context;
  const personId = holder?.personId ?? '';
  const reader = readerOf(context, head);
  // The chair and the vice chair approve the agenda before the summons, with its papers before them.
  const prepares = (['secretary', 'headOfCentre', 'chair', 'viceChair'] as const).some((role) =>
    reader.has(role),
  );
  return {
    all: may(holder, 'papers.read', { bodyId: head.bodyId }, today).ok,
    called: new Set(holder === null ? [] : await calledToItems(em, head.id, personId)),
    recused: new Set(holder === null ? [] : await recusedItems(em, head.id, personId)),
    out: prepares || hasReached(head.phase, 'summoned'),
  };
}

/** Whether one item's papers may be opened; the sentence says why not. */
export function mayOpen(access: PaperAccess, itemId: string): { readonly ok: true } | Refusal {
  if (!access.out) return refuse('papers-not-out');
  if (access.recused.has(itemId)) return refuse('recused-from-item');
  return access.all || access.called.has(itemId) ? { ok: true } : refuse('papers-not-for-reader');
}
