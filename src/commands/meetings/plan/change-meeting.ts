import { ChangeMeeting } from '../../../contracts/meetings/plan/change-meeting';
import { canMove } from '../../../domain/meetings/phases';
import { refuse } from '../../../domain/refusals/refusal';
import { yearOf } from '../../../domain/time/day';
import { Body } from '../../../store/entities/bodies';
import { Meeting } from '../../../store/entities/meetings';
import { readAgendaTemplate } from '../../../store/queries/meetings/plan/plan-template';
import { rulesInForce } from '../../../store/queries/meetings/plan/plan-rules';
import { wakeWaitingAssignments } from '../../assignments/waiting-assignments';
import { closeDeadline } from '../../deadlines/deadlines';
import { defineCommand } from '../../runner/command';
import { lockRow, type Transaction } from '../../runner/transaction';
import { settleMemoTasks } from '../../register/memos/memo-tasks';
import { setMeetingDeadlines } from './meeting-deadlines';
import { onMeeting } from './objects';
import { neighbours, refreshTemplateItems } from './template-items';

/** M-1: day, time and place before the summons. A new day closes the deadlines and counts them anew. */
export const changeMeeting = defineCommand<ChangeMeeting, { meetingId: string; dayMoved: boolean }>({
  name: 'changeMeeting',
  kind: 'step',
  input: ChangeMeeting,
  permission: (tx, input) => onMeeting(tx, 'plan.write', input.meetingId),
  handle: async (tx, input) => {
    const found = await lockRow(tx, Meeting, { id: input.meetingId }, input.version);
    if (!found.ok) return found;
    const meeting = found.row;
    const verdict = canMove(meeting.phase, 'changeMeeting');
    if (!verdict.ok) return verdict;
    const { day, startTime: start, endTime: end } = input;
    if (end <= start) return refuse('meeting-times-reversed', { start, end });
    if (yearOf(day) !== meeting.year) return refuse('plan-day-other-year', { day, year: meeting.year });
    if (await dayTaken(tx, meeting, day)) return refuse('meeting-day-taken', { day });
    const inForce = await rulesInForce(tx.em, meeting.bodyId, day);
    if (inForce === null) return refuse('rules-of-procedure-missing', { day });
    const body = await tx.em.findOneOrFail(Body, meeting.bodyId);
    const before = await neighbours(tx, meeting.bodyId);
    const dayMoved = meeting.day !== day;
    const clocksMoved = dayMoved || meeting.startTime !== start;
    Object.assign(meeting, { day, startTime: start, endTime: end, place: input.place });
    meeting.calendarSequence += 1;
    await tx.em.flush();
    const reason = dayMoved ? 'sammanträdet har fått en annan dag' : 'sammanträdet har fått en annan tid';
    if (clocksMoved) await closeDeadline(tx, meeting.id, 'session', reason);
    if (clocksMoved) {
      await setMeetingDeadlines(tx, meeting, inForce, reason);
      await settleMemoTasks(tx, meeting.bodyId);
    }
    await refreshTemplateItems(tx, meeting.bodyId, await readAgendaTemplate(tx.em, body), before);
    return {
      ok: true,
      result: { meetingId: meeting.id, dayMoved },
      subject: { kind: 'meeting', id: meeting.id, authorityId: meeting.authorityId },
      wakes: [
        { kind: 'meetingCycle', row: meeting.id, authority: meeting.authorityId },
        ...(dayMoved ? await wakeWaitingAssignments(tx, meeting.bodyId) : []),
      ],
    };
  },
});

async function dayTaken(
  tx: Transaction,
  meeting: { readonly id: string; readonly bodyId: string },
  day: string,
): Promise<boolean> {
  const rows: unknown[] = await tx.em.execute(
    'select 1 from meeting where body_id = ? and day = ? and id <> ?',
    [meeting.bodyId, day, meeting.id],
  );
  return rows.length > 0;
}
