/** What became of the summons with one recipient. */
export interface SummonsReach {
  readonly capacity: 'member' | 'substitute' | 'other';
  readonly openedAt: Date | null;
  readonly calledAt: Date | null;
}

/**
 * KL 6:17, M-4: whether the secretary is to ring. The members are called to sit; a substitute who is to serve answers
 * a letter of its own, and who is called to an item is not rung. Nobody is rung who has opened it or has been rung.
 */
export function toBeRung({ capacity, openedAt, calledAt }: SummonsReach): boolean {
  return capacity === 'member' && openedAt === null && calledAt === null;
}
