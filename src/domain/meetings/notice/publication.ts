import type { RulesOfProcedure } from '../../bodies/rules-of-procedure';
import { addDays, type Day } from '../../time/day';

/**
 * M-16: whether a notice is listed and the copy of its minutes for the public is shown: while the notice is up, and as
 * many days after it was taken down as the body's rules of procedure say. The original stays where it is kept.
 */
export function isPublished(
  { publishedDays }: Pick<RulesOfProcedure, 'publishedDays'>,
  takenDownOn: Day | null,
  today: Day,
): boolean {
  if (takenDownOn === null || publishedDays === null) return true;
  return today <= addDays(takenDownOn, publishedDays);
}
