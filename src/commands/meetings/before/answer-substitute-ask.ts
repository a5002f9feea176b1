import { AnswerSubstituteAsk } from '../../../contracts/meetings/before/substitutes';
import { canMove } from '../../../domain/meetings/phases';
import { refuse } from '../../../domain/refusals/refusal';
import { SubstituteAsk, SubstituteCall } from '../../../store/entities/before';
import { Meeting } from '../../../store/entities/meetings';
import { defineCommand } from '../../runner/command';
import { findRow, lockRow } from '../../runner/transaction';
import { askSubstituteToRead } from '../summons/ask-to-read';
import { endAsk } from './substitute-asks';

/** M-5: yes, and the substitute is called to serve; no, and the next in order is asked. */
export const answerSubstituteAsk = defineCommand<AnswerSubstituteAsk, { callId: string }>({
  name: 'answerSubstituteAsk',
  kind: 'step',
  input: AnswerSubstituteAsk,
  permission: async (tx, input) => {
    const ask = await findRow(tx, SubstituteAsk, { id: input.askId });
    if (!ask.ok) return ask;
    const call = await tx.em.findOneOrFail(SubstituteCall, ask.row.callId);
    const meeting = await tx.em.findOneOrFail(Meeting, call.meetingId);
    return { act: 'substitute.answer', object: { bodyId: meeting.bodyId, ownerIds: [ask.row.personId] } };
  },
  handle: async (tx, input) => {
    const unlocked = await findRow(tx, SubstituteAsk, { id: input.askId });
    if (!unlocked.ok) return unlocked;
    const { meetingId } = await tx.em.findOneOrFail(SubstituteCall, unlocked.row.callId);
    const meeting = await lockRow(tx, Meeting, { id: meetingId });
    if (!meeting.ok) return meeting;
    const phase = canMove(meeting.row.phase, 'reportAbsence');
    if (!phase.ok) return phase;
    const call = await lockRow(tx, SubstituteCall, { id: unlocked.row.callId });
    if (!call.ok) return call;
    const ask = await lockRow(tx, SubstituteAsk, { id: input.askId });
    if (!ask.ok) return ask;
    if (call.row.state !== 'asking') return refuse('substitute-ask-closed');
    if (ask.row.answer === 'expired') return refuse('substitute-ask-expired');
    if ((ask.row.answer ?? null) !== null) return refuse('substitute-ask-answered');
    ask.row.answer = input.answer;
    ask.row.answeredAt = tx.now;
    if (input.answer === 'accepted') {
      call.row.state = 'filled';
      call.row.servingSeatId = ask.row.seatId;
      await askSubstituteToRead(tx, meeting.row, ask.row.personId);
    }
    await endAsk(tx, ask.row.id);
    const { id, authorityId } = call.row;
    return {
      ok: true,
      result: { callId: id },
      subject: { kind: 'substituteCall', id, authorityId },
      wakes: [{ kind: 'substituteCall', row: id, authority: authorityId }],
    };
  },
});
