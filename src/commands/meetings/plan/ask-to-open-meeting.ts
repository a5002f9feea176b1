import { openTask } from '../../notifications/tasks';
import { meetingStep } from './meeting-step';

/** M-6: on its day the meeting waits for the secretary to open it. */
export const askToOpenMeeting = meetingStep('askToOpenMeeting', async (tx, meeting) => {
  const { id, authorityId, bodyId, day } = meeting;
  const subject = { kind: 'meeting', id, authorityId };
  await openTask(tx, {
    kind: 'openMeeting',
    subject,
    for: { role: 'secretary', scopeId: bodyId },
    bodyId,
    dueDay: day,
    rule: 'KL 6:23',
    facts: { day },
    link: `/sammantraden/${id}`,
  });
  return null;
});
