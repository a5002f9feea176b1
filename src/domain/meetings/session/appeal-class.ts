import type { Outcome } from './outcomes';

/** How a decision is appealed: by legality review, or not at all. */
export type AppealClass = 'legalityReview' | 'none';

/** Outcomes by which the body decides the matter itself. */
const deciding: ReadonlySet<Outcome> = new Set<Outcome>([
  'approved',
  'approvedWithChanges',
  'rejected',
  'conditional',
]);

/**
 * KL 13:2: legality review is of decisions that settle something; formalities and what is only noted or put off are not
 * appealed.
 */
export function appealClassOf(decision: {
  readonly municipalLaw: boolean;
  readonly itemKind: string;
  readonly outcome: Outcome;
}): AppealClass {
  const { municipalLaw, itemKind, outcome } = decision;
  return municipalLaw && itemKind === 'decision' && deciding.has(outcome) ? 'legalityReview' : 'none';
}
