import { MoveTrainingDay, type TrainingDayMoved } from '../../contracts/operations';
import { refuse } from '../../domain/refusals/refusal';
import { OFFICE_OPENS } from '../../domain/processes/office-morning';
import { isDay, type Day } from '../../domain/time/day';
import { momentAt } from '../../domain/time/stockholm';
import { findAccount, personSubject } from '../people/accounts';
import { defineCommand } from '../runner/command';
import type { Transaction } from '../runner/transaction';

/** Years are not tried in the demo county: roles and rules end. */
const MOST_DAYS = 400;
const DAY_MS = 86_400_000;

/**
 * Decides to which moment the demo county's time is moved on: never back, since what was done on a day stays done on it.
 * The API moves it, and only where time can be moved.
 */
export const moveTrainingDay = defineCommand<MoveTrainingDay, TrainingDayMoved>({
  name: 'moveTrainingDay',
  kind: 'edit',
  input: MoveTrainingDay,
  permission: 'internal',
  handle: async (tx, { personId, to }) => {
    const account = await findAccount(tx, { personId });
    if (account === null) return refuse('not-found');
    const at = isDay(to) ? await beginningOf(tx, to) : new Date(to);
    if (at <= tx.now || at.getTime() - tx.now.getTime() > MOST_DAYS * DAY_MS)
      return refuse('training-day-invalid');
    return { ok: true, result: { at: at.toISOString() }, subject: personSubject(account) };
  },
});

/** A day begins when the office opens; a day with a meeting, when the first of its meetings does. */
async function beginningOf(tx: Transaction, day: Day): Promise<Date> {
  const meetings: { first: string | null }[] = await tx.em.execute(
    'select min(start_time) as first from meeting where day = ?::date',
    [day],
  );
  return momentAt(day, meetings[0]?.first ?? OFFICE_OPENS);
}
