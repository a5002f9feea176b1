import { OfMeeting } from '../../../contracts/meetings/plan/cycle';
import { canMove } from '../../../domain/meetings/phases';
import { refuse } from '../../../domain/refusals/refusal';
import { Meeting } from '../../../store/entities/meetings';
import { rulesOfMeeting } from '../../../store/queries/meetings/plan-rules';
import { defineCommand } from '../../runner/command';
import { lockRow } from '../../runner/transaction';
import { settleMemoTasks } from '../../register/memo-tasks';
import { setMeetingDeadlines } from './meeting-deadlines';

/** B-1: a meeting that is not summoned yet follows the rules of procedure in force on its day, new ones too. */
export const countMeetingDeadlines = defineCommand<OfMeeting, { meetingId: string }>({
  name: 'countMeetingDeadlines',
  kind: 'step',
  input: OfMeeting,
  permission: 'internal',
  handle: async (tx, input) => {
    const found = await lockRow(tx, Meeting, { id: input.meetingId }, input.version);
    if (!found.ok) return found;
    const meeting = found.row;
    if (!canMove(meeting.phase, 'changeMeeting').ok) return refuse('stale-version');
    const inForce = await rulesOfMeeting(tx.em, meeting);
    if (inForce === null) return refuse('rules-of-procedure-missing', { day: meeting.day });
    await setMeetingDeadlines(tx, meeting, inForce, 'reglementet har ändrats');
    await settleMemoTasks(tx, meeting.bodyId);
    const { id, authorityId } = meeting;
    return {
      ok: true,
      result: { meetingId: id },
      subject: { kind: 'meeting', id, authorityId },
      wakes: [{ kind: 'meetingCycle', row: id, authority: authorityId }],
    };
  },
});
