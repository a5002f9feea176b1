import { verificationDeadline } from '../../../domain/meetings/plan/deadlines';
import { openTask } from '../../notifications/tasks';
import type { Transaction } from '../../runner/transaction';
import type { OpenMinutes } from './open-minutes';

/** Puts the minutes on the secretary's list. @param cycle 1 when the meeting closes, then one more for each time taken back */
export async function askToWrite(
  tx: Transaction,
  { minutes, meeting, inForce }: OpenMinutes,
  cycle: number,
): Promise<void> {
  const deadline = verificationDeadline(inForce.rules, meeting.day);
  const { id, authorityId, bodyId } = minutes;
  await openTask(tx, {
    kind: 'writeMinutes',
    subject: { kind: 'minutes', id, authorityId },
    for: { role: 'secretary', scopeId: bodyId },
    cycle,
    bodyId,
    dueDay: deadline.day,
    rule: deadline.law ?? inForce.decidedBy.slice(0, 255),
    facts: { day: meeting.day },
    link: `/sammantraden/${meeting.id}/protokoll`,
  });
}
