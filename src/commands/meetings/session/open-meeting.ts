import { OpenMeeting, type OpenedMeeting } from '../../../contracts/meetings/session/meeting';
import { canMove, phaseAfter } from '../../../domain/meetings/phases';
import { SubstituteCall } from '../../../store/entities/before';
import { Meeting } from '../../../store/entities/meetings';
import { meetDeadline } from '../../deadlines/deadlines';
import { defineCommand } from '../../runner/command';
import { lockRow } from '../../runner/transaction';
import { askToCloseMeeting, closePreparations } from '../plan/meeting-tasks';
import { onMeeting } from '../plan/objects';

/**
 * M-6: the secretary opens the meeting. On another day than the one it was summoned to it is opened too, and said so.
 * Calls for substitutes end: from now on the roll call tells who is there.
 */
export const openMeeting = defineCommand<OpenMeeting, OpenedMeeting>({
  name: 'openMeeting',
  kind: 'step',
  input: OpenMeeting,
  permission: (tx, input) => onMeeting(tx, 'session.run', input.meetingId),
  handle: async (tx, input) => {
    const found = await lockRow(tx, Meeting, { id: input.meetingId });
    if (!found.ok) return found;
    const meeting = found.row;
    const verdict = canMove(meeting.phase, 'openMeeting');
    if (!verdict.ok) return verdict;
    meeting.phase = phaseAfter(meeting.phase, 'openMeeting');
    meeting.openedAt = tx.now;
    const { id, authorityId } = meeting;
    await meetDeadline(tx, id, 'session');
    await closePreparations(tx, id);
    await askToCloseMeeting(tx, meeting);
    const calls = await tx.em.find(SubstituteCall, { meetingId: id, state: 'asking' });
    return {
      ok: true,
      result: { meetingId: id, otherDay: tx.today !== meeting.day },
      subject: { kind: 'meeting', id, authorityId },
      wakes: [
        { kind: 'meetingCycle', row: id, authority: authorityId },
        ...calls.map((call) => ({ kind: 'substituteCall' as const, row: call.id, authority: authorityId })),
      ],
    };
  },
});
