import { OfMeeting } from '../../../contracts/meetings/plan/cycle';
import { refuse } from '../../../domain/refusals/refusal';
import { addDays } from '../../../domain/time/day';
import { Meeting } from '../../../store/entities/meetings';
import { latestSummons } from '../../../store/queries/meetings/summons';
import { takeDueReminder } from '../../deadlines/deadlines';
import { openTask } from '../../notifications/tasks';
import { defineCommand } from '../../runner/command';
import { lockRow } from '../../runner/transaction';

/** M-4: whoever has not opened the summons shortly before the meeting is rung by the secretary. */
export const askToRing = defineCommand<OfMeeting, { meetingId: string }>({
  name: 'askToRing',
  kind: 'step',
  input: OfMeeting,
  permission: 'internal',
  handle: async (tx, input) => {
    const found = await lockRow(tx, Meeting, { id: input.meetingId }, input.version);
    if (!found.ok) return found;
    const { id, authorityId, bodyId, day } = found.row;
    const reminder = await takeDueReminder(tx, id);
    if (reminder?.kind !== 'ringUnopened') return refuse('stale-version');
    const summons = await latestSummons(tx.em, id);
    const unopened: unknown[] =
      summons === null
        ? []
        : await tx.em.execute(
            `select 1 from summons_recipient where summons_id = ? and opened_at is null and capacity = 'member'`,
            [summons.id],
          );
    if (unopened.length > 0) {
      await openTask(tx, {
        kind: 'ringUnopened',
        subject: { kind: 'meeting', id, authorityId },
        for: { role: 'secretary', scopeId: bodyId },
        bodyId,
        dueDay: addDays(day, -1),
        rule: 'M-4',
        facts: { day, count: unopened.length },
        link: `/sammantraden/${id}/kallelse`,
      });
    }
    return {
      ok: true,
      result: { meetingId: id },
      subject: { kind: 'meeting', id, authorityId },
      wakes: [{ kind: 'meetingCycle', row: id, authority: authorityId }],
    };
  },
});
