import { hasReached } from '../../../domain/meetings/phases';
import type { Day } from '../../../domain/time/day';
import { meetDeadline } from '../../deadlines/deadlines';
import { settleMemoTasks } from '../../register/memos/memo-tasks';
import { meetingStep } from './meeting-step';
import { closePreparations } from './meeting-tasks';

/**
 * M-1: marks the days that ask for nothing when they pass: the submission deadline and the day for asking to take part
 * remotely. The meeting's own day is met when the meeting is opened.
 */
export const passMeetingDeadlines = meetingStep('passMeetingDeadlines', async (tx, meeting) => {
  const { id, bodyId, phase } = meeting;
  const passed: { kind: string; day: Day }[] = await tx.em.execute(
    `select kind, day::text as day from deadline where owner_kind = 'meeting' and owner_id = ? and done_on is null and closed_on is null
       and at <= ? and kind in ('submission', 'remoteRequest')`,
    [id, tx.now],
  );
  for (const { kind, day } of passed) await meetDeadline(tx, id, kind, day);
  if (hasReached(phase, 'inSession')) {
    await meetDeadline(tx, id, 'session');
    await closePreparations(tx, id);
  }
  await settleMemoTasks(tx, bodyId);
  return null;
});
