import type { Day } from '../../../../domain/time/day';
import type { Meeting } from '../../../../store/entities/meetings';
import { closeTasks, openTask } from '../../../notifications/tasks';
import type { Transaction } from '../../../runner/transaction';

/**
 * M-8, N-1: whoever announced a reservation or a statement without handing in the written reason has it as a task until
 * the minutes are verified. @param until the day that the body fixed for verification
 */
export async function askForReasons(
  tx: Transaction,
  meeting: Pick<Meeting, 'id' | 'authorityId' | 'bodyId' | 'day'>,
  until: Day,
): Promise<void> {
  const waiting: { id: string; personId: string }[] = await tx.em.execute(
    `select r.id, r.person_id as "personId" from reservation r join agenda_item i on i.id = r.item_id
     where i.meeting_id = ? and r.reason is null and r.withdrawn_at is null`,
    [meeting.id],
  );
  for (const { id, personId } of waiting) {
    await openTask(tx, {
      kind: 'writeReservationReason',
      subject: { kind: 'reservation', id, authorityId: meeting.authorityId },
      for: { personId },
      bodyId: meeting.bodyId,
      dueDay: until,
      rule: null,
      facts: { day: meeting.day },
      link: `/sammantraden/${meeting.id}/deltagande`,
    });
  }
}

/** The time for written reasons is over (M-8): the minutes say that they were announced. */
export async function endReasons(tx: Transaction, meetingId: string): Promise<void> {
  const rows: { id: string }[] = await tx.em.execute(
    'select r.id from reservation r join agenda_item i on i.id = r.item_id where i.meeting_id = ?',
    [meetingId],
  );
  await closeTasks(
    tx,
    rows.map(({ id }) => id),
    ['writeReservationReason'],
  );
}
