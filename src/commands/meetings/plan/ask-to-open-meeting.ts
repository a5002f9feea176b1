import { OfMeeting } from '../../../contracts/meetings/plan/cycle';
import { Meeting } from '../../../store/entities/meetings';
import { openTask } from '../../notifications/tasks';
import { defineCommand } from '../../runner/command';
import { lockRow } from '../../runner/transaction';

/** M-6: on its day the meeting waits for the secretary to open it. */
export const askToOpenMeeting = defineCommand<OfMeeting, { meetingId: string }>({
  name: 'askToOpenMeeting',
  kind: 'step',
  input: OfMeeting,
  permission: 'internal',
  handle: async (tx, input) => {
    const found = await lockRow(tx, Meeting, { id: input.meetingId }, input.version);
    if (!found.ok) return found;
    const { id, authorityId, bodyId, day } = found.row;
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
    return {
      ok: true,
      result: { meetingId: id },
      subject,
      wakes: [{ kind: 'meetingCycle', row: id, authority: authorityId }],
    };
  },
});
