import { WithdrawAbsence } from '../../../contracts/meetings/before/absence';
import { refuse } from '../../../domain/refusals/refusal';
import { Absence, SubstituteCall } from '../../../store/entities/before';
import { openAgenda } from '../agenda/open-agenda';
import { closeTasks } from '../../notifications/tasks';
import { defineCommand, type WakeFor } from '../../runner/command';
import { forSeat } from './seat-of';
import { callOff } from './substitute-asks';

/** M-5: the member comes after all. The call for a substitute ends and whoever was asked is told. */
export const withdrawAbsence = defineCommand<WithdrawAbsence, { meetingId: string }>({
  name: 'withdrawAbsence',
  kind: 'step',
  input: WithdrawAbsence,
  permission: (tx, input) => forSeat(tx, 'absence.report', input),
  handle: async (tx, input) => {
    const open = await openAgenda(tx, input.meetingId, 'reportAbsence');
    if (!open.ok) return open;
    const { meeting } = open;
    const absence = await tx.em.findOne(Absence, {
      meetingId: meeting.id,
      seatId: input.seatId,
      withdrawnAt: null,
    });
    if (absence === null) return refuse('absence-not-reported');
    absence.withdrawnAt = tx.now;
    const wakes: WakeFor[] = [];
    const call = await tx.em.findOne(SubstituteCall, {
      meetingId: meeting.id,
      seatId: input.seatId,
      state: { $ne: 'withdrawn' },
    });
    if (call !== null) {
      await callOff(tx, meeting, call);
      await closeTasks(tx, call.id, ['noSubstituteLeft']);
      wakes.push({ kind: 'substituteCall', row: call.id, authority: call.authorityId });
    }
    return {
      ok: true,
      result: { meetingId: meeting.id },
      subject: { kind: 'meeting', id: meeting.id, authorityId: meeting.authorityId },
      wakes,
    };
  },
});
