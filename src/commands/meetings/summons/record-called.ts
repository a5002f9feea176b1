import { RecordCalled } from '../../../contracts/meetings/summons/recipients';
import { canMove } from '../../../domain/meetings/phases';
import { refuse, type Refusal } from '../../../domain/refusals/refusal';
import { Meeting, Summons, SummonsRecipient } from '../../../store/entities/meetings';
import { latestSummons } from '../../../store/queries/meetings/summons/summons';
import { defineCommand, type Permission } from '../../runner/command';
import { findRow, lockRow, type Transaction } from '../../runner/transaction';
import { onMeeting } from '../plan/objects';
import { closeWhenAllRung } from './members-to-ring';

/** M-4: the secretary has rung somebody who had not opened the summons: who rang, and when. Rung anew is noted anew. */
export const recordCalled = defineCommand<RecordCalled, { recipientId: string; left: number }>({
  name: 'recordCalled',
  kind: 'edit',
  input: RecordCalled,
  permission: (tx, { recipientId }) => onRecipient(tx, recipientId),
  handle: async (tx, { recipientId }) => {
    const unlocked = await findRow(tx, SummonsRecipient, { id: recipientId });
    if (!unlocked.ok) return unlocked;
    const summons = await findRow(tx, Summons, { id: unlocked.row.summonsId });
    if (!summons.ok) return summons;
    const { meetingId, authorityId } = summons.row;
    const meeting = await lockRow(tx, Meeting, { id: meetingId });
    if (!meeting.ok) return meeting;
    const verdict = canMove(meeting.row.phase, 'issueSummons');
    if (!verdict.ok) return verdict;
    const latest = await latestSummons(tx.em, meetingId);
    if (latest?.id !== summons.row.id) return refuse('summons-replaced');
    await tx.em.refresh(unlocked.row);
    if ((unlocked.row.openedAt ?? null) !== null) return refuse('summons-opened-already');
    unlocked.row.calledAt = tx.now;
    unlocked.row.calledBy = tx.actor.kind === 'person' ? tx.actor.personId : null;
    const left = await closeWhenAllRung(tx, meetingId, summons.row.id);
    return {
      ok: true,
      result: { recipientId, left },
      subject: { kind: 'summons', id: summons.row.id, authorityId },
    };
  },
});

async function onRecipient(tx: Transaction, recipientId: string): Promise<Permission | Refusal> {
  const recipient = await findRow(tx, SummonsRecipient, { id: recipientId });
  if (!recipient.ok) return recipient;
  const summons = await findRow(tx, Summons, { id: recipient.row.summonsId });
  return summons.ok ? onMeeting(tx, 'summons.issue', summons.row.meetingId) : summons;
}
