import { RecordSummonsOpened } from '../../../contracts/meetings/summons/recipients';
import { latestSummons } from '../../../store/queries/meetings/summons/summons';
import { Meeting } from '../../../store/entities/meetings';
import { closeTasks } from '../../notifications/tasks';
import { defineCommand } from '../../runner/command';
import { findRow } from '../../runner/transaction';
import { onMeeting } from '../plan/objects';
import { closeWhenAllRung } from './members-to-ring';

/** M-4: per recipient: opened. Said by the page that shows the papers; nothing happens for a reader who is not called. */
export const recordSummonsOpened = defineCommand<RecordSummonsOpened, { meetingId: string; first: boolean }>({
  name: 'recordSummonsOpened',
  kind: 'edit',
  input: RecordSummonsOpened,
  permission: (tx, input) => onMeeting(tx, 'meeting.read', input.meetingId),
  handle: async (tx, { meetingId }) => {
    const meeting = await findRow(tx, Meeting, { id: meetingId });
    if (!meeting.ok) return meeting;
    const personId = tx.actor.kind === 'person' ? tx.actor.personId : null;
    const summons = await latestSummons(tx.em, meetingId);
    let first = false;
    if (summons !== null && personId !== null) {
      const opened: unknown[] = await tx.em.execute(
        `update summons_recipient set opened_at = ? where summons_id = ? and person_id = ? and opened_at is null returning id`,
        [tx.now, summons.id, personId],
      );
      first = opened.length > 0;
      await closeTasks(tx, summons.id, ['readPapers'], personId);
      if (first) await closeWhenAllRung(tx, meetingId, summons.id);
    }
    return {
      ok: true,
      result: { meetingId, first },
      subject: { kind: 'meeting', id: meetingId, authorityId: meeting.row.authorityId },
    };
  },
});
