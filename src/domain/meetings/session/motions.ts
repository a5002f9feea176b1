/** What a member asks the body to decide. */
export interface Motion {
  readonly id: string;
  readonly ordinal: number;
  readonly kind: 'approve' | 'reject' | 'amend' | 'referBack' | 'table' | 'other';
  readonly withdrawn: boolean;
}

/** The chair's question to the body; no motion is the proposal of the memo. */
export interface ProposedProposition {
  readonly motionId: string | null;
  readonly ordinal: number;
}

const isProcedural = (motion: Motion): boolean => motion.kind === 'referBack' || motion.kind === 'table';

/**
 * KL 5:53 via 6:33: the order in which the chair may put the questions. Whether to decide today at all comes first
 * (referred back, tabled); then the proposal of the memo, then each motion against it in the order made. A motion to
 * approve is the proposal itself. The chair may choose another order and the body has the last word.
 */
export function orderOfPropositions(motions: readonly Motion[], hasProposal: boolean): ProposedProposition[] {
  const live = [...motions].filter((motion) => !motion.withdrawn).sort((a, b) => a.ordinal - b.ordinal);
  const procedural = live.filter(isProcedural);
  const substance = live.filter(
    (motion) => !isProcedural(motion) && !(hasProposal && motion.kind === 'approve'),
  );
  const order = [
    ...procedural.map((motion) => motion.id),
    ...(hasProposal ? [null] : []),
    ...substance.map((motion) => motion.id),
  ];
  return order.map((motionId, index) => ({ motionId, ordinal: index + 1 }));
}

/**
 * KL 5:66: whether the item has more than one thing to choose between, so that the minutes must tell the order. Several
 * who move the same, such as approval where there is no proposal, give the body nothing to choose between.
 */
export function needsOrderOfPropositions(motions: readonly Motion[], hasProposal: boolean): boolean {
  const byId = new Map(motions.map((motion) => [motion.id, motion]));
  const sides = orderOfPropositions(motions, hasProposal).map(({ motionId }) => {
    const motion = motionId === null ? undefined : byId.get(motionId);
    if (motion === undefined) return 'proposal';
    return motion.kind === 'amend' || motion.kind === 'other' ? motion.id : motion.kind;
  });
  return new Set(sides).size > 1;
}
