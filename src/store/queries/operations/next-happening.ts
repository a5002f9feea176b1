import type { EntityManager } from '@mikro-orm/postgresql';
import { OFFICE_OPENS } from '../../../domain/processes/office-morning';
import type { Day } from '../../../domain/time/day';
import { dayOf, momentAt } from '../../../domain/time/stockholm';
import { nextInstant } from '../case-files/unsettled';

/**
 * When something happens next, for whoever tries the product: a deadline, a reminder, what a process waits for, or the day on
 * which a notice is to be put up, which lies before the deadline to have done so. Null: nothing waits.
 */
export async function nextHappening(em: EntityManager, now: Date): Promise<Date | null> {
  const [posting]: { day: Day | null }[] = await em.execute(
    `select min(n.posting_day)::text as day from notice n where n.posting_day > ?::date
       and exists (select from notice_posting p where p.notice_id = n.id and p.stated_day is null)`,
    [dayOf(now)],
  );
  const day = posting?.day ?? null;
  const moments = [await nextInstant(em, now, false), day === null ? null : momentAt(day, OFFICE_OPENS)];
  return moments.filter((at) => at !== null).sort((a, b) => a.getTime() - b.getTime())[0] ?? null;
}
