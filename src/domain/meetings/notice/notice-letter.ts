import { addDays, addWeeks, type Day } from '../../time/day';
import { moveForwardIfNonWorking } from '../../time/holidays';

/** KL 8:12, 13:5: the days a board's notice states when all boards post it on their common day. */
export function statedOnNotice(
  postingDay: Day,
  appealWeeks: number,
): { readonly endsOn: Day; readonly earliestTakeDown: Day } {
  const endsOn = moveForwardIfNonWorking(addWeeks(postingDay, appealWeeks));
  return { endsOn, earliestTakeDown: addDays(endsOn, 1) };
}
