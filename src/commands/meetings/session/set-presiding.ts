import { SetPresiding } from '../../../contracts/meetings/session/meeting';
import { refuse } from '../../../domain/refusals/refusal';
import { attendanceNow } from '../../../store/queries/meetings/session/session';
import { defineCommand } from '../../runner/command';
import { onMeeting } from '../plan/objects';
import { openSession } from './open-session';

/**
 * KL 5:69, M-10: neither the chair nor the vice chair serves, and the body has one of those who serve lead the meeting. Their
 * vote decides on equal numbers, and they sign the minutes. Chair and vice chair preside as soon as they serve.
 */
export const setPresiding = defineCommand<SetPresiding, { meetingId: string }>({
  name: 'setPresiding',
  kind: 'edit',
  input: SetPresiding,
  permission: (tx, input) => onMeeting(tx, 'session.run', input.meetingId),
  handle: async (tx, { meetingId, seatId }) => {
    const open = await openSession(tx, meetingId, 'treatItem');
    if (!open.ok) return open;
    const seats = attendanceNow(open.session)?.seats ?? [];
    if (!seats.some(({ servedBy }) => servedBy?.id === seatId)) return refuse('presiding-not-serving');
    open.meeting.presidingSeatId = seatId;
    const { id, authorityId } = open.meeting;
    return { ok: true, result: { meetingId }, subject: { kind: 'meeting', id, authorityId } };
  },
});
