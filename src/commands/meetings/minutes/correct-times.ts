import { CorrectTimes, type OfMeetingMinutes } from '../../../contracts/meetings/minutes/minutes';
import { refuse } from '../../../domain/refusals/refusal';
import { dayOf, momentAt } from '../../../domain/time/stockholm';
import { defineCommand } from '../../runner/command';
import { editFault, onMinutes, openMinutes } from './open-minutes';

/**
 * M-6, M-9: the minutes tell when the meeting began and ended, which is not always when somebody pressed the button. The
 * days stay; only before the minutes are out for signing.
 */
export const correctTimes = defineCommand<CorrectTimes, OfMeetingMinutes>({
  name: 'correctTimes',
  kind: 'edit',
  input: CorrectTimes,
  permission: (tx, input) => onMinutes(tx, 'minutes.write', input.minutesId),
  handle: async (tx, input) => {
    const open = await openMinutes(tx, input.minutesId, input.version);
    if (!open.ok) return open;
    const fault = editFault(open);
    if (fault !== null) return fault;
    const { meeting, minutes } = open;
    const openedAt = momentAt(dayOf(meeting.openedAt ?? tx.now), input.startTime);
    const closedAt = momentAt(dayOf(meeting.closedAt ?? tx.now), input.endTime);
    if (closedAt <= openedAt) return refuse('meeting-ends-before-it-begins');
    meeting.openedAt = openedAt;
    meeting.closedAt = closedAt;
    const { id, authorityId, meetingId } = minutes;
    await tx.em.flush();
    // What the times stand in is the minutes: whoever corrects them side by side is told so.
    await tx.em.execute('update minutes set version = version + 1 where id = ?', [id]);
    return {
      ok: true,
      result: { meetingId, minutesId: id },
      subject: { kind: 'minutes', id, authorityId },
    };
  },
});
