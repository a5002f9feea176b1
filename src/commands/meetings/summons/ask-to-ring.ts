import { refuse } from '../../../domain/refusals/refusal';
import { addDays } from '../../../domain/time/day';
import { latestSummons } from '../../../store/queries/meetings/summons/summons';
import { takeDueReminder } from '../../deadlines/deadlines';
import { openTask } from '../../notifications/tasks';
import { meetingStep } from '../plan/meeting-step';
import { countToRing } from './members-to-ring';

/** M-4: whoever has not opened the summons shortly before the meeting is rung by the secretary. */
export const askToRing = meetingStep('askToRing', async (tx, meeting) => {
  const { id, authorityId, bodyId, day } = meeting;
  const reminder = await takeDueReminder(tx, id, 'session');
  if (reminder === null) return refuse('stale-version');
  const summons = await latestSummons(tx.em, id);
  const count = summons === null ? 0 : await countToRing(tx, summons.id);
  if (count > 0) {
    await openTask(tx, {
      kind: 'ringUnopened',
      subject: { kind: 'meeting', id, authorityId },
      for: { role: 'secretary', scopeId: bodyId },
      bodyId,
      dueDay: addDays(day, -1),
      rule: 'M-4',
      facts: { day, count },
      link: `/sammantraden/${id}/kallelse?visa=oppnade-inte`,
    });
  }
  return null;
});
