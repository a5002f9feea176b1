import type { AgendaItemKind } from '../agenda/agenda-item';
import { grantsNothing, type Outcome } from './outcomes';

/** Items that ask for nothing to be done: their proposal is to note them, and noting them decides just that. */
const onlyToNote: readonly AgendaItemKind[] = ['information', 'delegatedDecisions', 'notifications'];

/** The points of a decision, and what a form has in it before anybody writes. */
export interface PointsSent {
  readonly itemKind: string;
  readonly outcome: Outcome;
  readonly points: readonly string[];
  readonly proposal: readonly string[];
  /** The decision as it stood, where one is changed or corrected. */
  readonly before: { readonly outcome: Outcome; readonly points: readonly string[] } | null;
}

/**
 * KL 5:66 with 6:35: the minutes state what was decided, never what was only proposed. Under an outcome that grants
 * nothing, points that were only taken over fall away; so do they where a proposal to do something was merely noted.
 * What somebody wrote of their own is left, to be refused by `decisionFaults` or, of an older record, to be printed.
 */
export function decidedPoints({ itemKind, outcome, points, proposal, before }: PointsSent): string[] {
  const nothing = grantsNothing(outcome);
  const merelyNoted = outcome === 'noted' && !onlyToNote.some((kind) => kind === itemKind);
  if (!nothing && !merelyNoted) return [...points];
  const replaced = before !== null && (nothing || before.outcome !== outcome) ? before.points : [];
  const takenOver = new Set([...proposal, ...replaced].map(words));
  return points.filter((point) => !takenOver.has(words(point)));
}

/** A form breaks lines in its own way: the words are what counts. */
function words(point: string): string {
  return point.replace(/\s+/g, ' ').trim();
}
