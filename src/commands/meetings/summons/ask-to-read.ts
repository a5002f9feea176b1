import type { Meeting } from '../../../store/entities/meetings';
import { latestSummons } from '../../../store/queries/meetings/summons/summons';
import { closeTasks, openTask } from '../../notifications/tasks';
import type { Transaction } from '../../runner/transaction';

type MeetingToRead = Pick<Meeting, 'id' | 'authorityId' | 'bodyId' | 'day'>;

/** M-4, N-1: whoever is to decide has the papers as a task until they are opened. */
export async function askToRead(
  tx: Transaction,
  { id, authorityId, bodyId, day }: MeetingToRead,
  summonsId: string,
  personId: string,
): Promise<void> {
  const [before]: { open: boolean | null; cycles: number }[] = await tx.em.execute(
    `select bool_or(closed_at is null) as open, count(*)::int as cycles from task
     where subject_id = ? and kind = 'readPapers' and person_id = ?`,
    [summonsId, personId],
  );
  if (before?.open === true) return;
  await openTask(tx, {
    kind: 'readPapers',
    subject: { kind: 'summons', id: summonsId, authorityId },
    for: { personId },
    cycle: (before?.cycles ?? 0) + 1,
    bodyId,
    dueDay: day,
    rule: null,
    facts: { day },
    link: `/sammantraden/${id}/handlingar`,
  });
}

/** M-5: a substitute who will serve reads as a member does, unless the papers have been opened already. */
export async function askSubstituteToRead(
  tx: Transaction,
  meeting: MeetingToRead,
  personId: string,
): Promise<void> {
  const summons = await latestSummons(tx.em, meeting.id);
  if (summons === null) return;
  const opened: unknown[] = await tx.em.execute(
    'select 1 from summons_recipient where summons_id = ? and person_id = ? and opened_at is not null',
    [summons.id, personId],
  );
  if (opened.length === 0) await askToRead(tx, meeting, summons.id, personId);
}

/** The substitute does not serve after all. */
export async function needNotRead(tx: Transaction, meetingId: string, personId: string): Promise<void> {
  const summons = await latestSummons(tx.em, meetingId);
  if (summons !== null) await closeTasks(tx, summons.id, ['readPapers'], personId);
}
