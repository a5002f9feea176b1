import { OfMeeting } from '../../../contracts/meetings/plan/cycle';
import { hasReached } from '../../../domain/meetings/phases';
import type { Day } from '../../../domain/time/day';
import { Meeting } from '../../../store/entities/meetings';
import { meetDeadline } from '../../deadlines/deadlines';
import { settleMemoTasks } from '../../register/memo-tasks';
import { defineCommand } from '../../runner/command';
import { lockRow } from '../../runner/transaction';
import { closePreparations } from './meeting-tasks';

/**
 * M-1: marks the days that ask for nothing when they pass: the submission deadline and the day for asking to take part
 * remotely. The meeting's own day is met when the meeting is opened.
 */
export const passMeetingDeadlines = defineCommand<OfMeeting, { meetingId: string }>({
  name: 'passMeetingDeadlines',
  kind: 'step',
  input: OfMeeting,
  permission: 'internal',
  handle: async (tx, input) => {
    const found = await lockRow(tx, Meeting, { id: input.meetingId }, input.version);
    if (!found.ok) return found;
    const { id, authorityId, bodyId, phase } = found.row;
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
    return {
      ok: true,
      result: { meetingId: id },
      subject: { kind: 'meeting', id, authorityId },
      wakes: [{ kind: 'meetingCycle', row: id, authority: authorityId }],
    };
  },
});
