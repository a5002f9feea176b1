import { SendSummonsAgain } from '../../../contracts/meetings/summons/recipients';
import { canMove } from '../../../domain/meetings/phases';
import { refuse } from '../../../domain/refusals/refusal';
import { Meeting, Summons, SummonsRecipient } from '../../../store/entities/meetings';
import { defineCommand } from '../../runner/command';
import { findRow, lockRow } from '../../runner/transaction';
import { onMeeting } from '../plan/objects';
import { queueSummonsMail } from './mail-summons';

/** M-4: a person's "send again" is a new round: a letter of its own. */
export const sendSummonsAgain = defineCommand<SendSummonsAgain, { recipientId: string; round: number }>({
  name: 'sendSummonsAgain',
  kind: 'edit',
  input: SendSummonsAgain,
  permission: async (tx, { recipientId }) => {
    const recipient = await findRow(tx, SummonsRecipient, { id: recipientId });
    if (!recipient.ok) return recipient;
    const summons = await findRow(tx, Summons, { id: recipient.row.summonsId });
    return summons.ok ? onMeeting(tx, 'summons.issue', summons.row.meetingId) : summons;
  },
  handle: async (tx, { recipientId }) => {
    const recipient = await findRow(tx, SummonsRecipient, { id: recipientId });
    if (!recipient.ok) return recipient;
    const summons = await findRow(tx, Summons, { id: recipient.row.summonsId });
    if (!summons.ok) return summons;
    const meeting = await lockRow(tx, Meeting, { id: summons.row.meetingId });
    if (!meeting.ok) return meeting;
    const verdict = canMove(meeting.row.phase, 'issueSummons');
    if (!verdict.ok) return verdict;
    const { personId } = recipient.row;
    const sent: unknown[] = await tx.em.execute(
      `select 1 from mail where subject_kind = 'summons' and subject_id = ? and to_person_id = ?`,
      [summons.row.id, personId],
    );
    if (sent.length === 0) return refuse('summons-not-sent-yet');
    const round = sent.length + 1;
    await queueSummonsMail(tx, meeting.row, summons.row, recipient.row, round);
    return {
      ok: true,
      result: { recipientId, round },
      subject: { kind: 'summons', id: summons.row.id, authorityId: summons.row.authorityId },
    };
  },
});
