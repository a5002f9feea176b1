import { v7 as uuidv7 } from 'uuid';
import { ReportAbsence } from '../../../contracts/meetings/before/absence';
import { refuse } from '../../../domain/refusals/refusal';
import { Absence, SubstituteCall } from '../../../store/entities/before';
import { openAgenda } from '../agenda/open-agenda';
import { defineCommand, type WakeFor } from '../../runner/command';
import { forSeat, seatOf } from './seat-of';
import { releaseAsked } from './substitute-asks';

/**
 * M-5: the holder of a seat cannot come. For a member's seat a call for a substitute begins; a substitute who had been
 * asked or had said yes is no longer reckoned with, and the next in order is asked.
 */
export const reportAbsence = defineCommand<ReportAbsence, { absenceId: string }>({
  name: 'reportAbsence',
  kind: 'step',
  input: ReportAbsence,
  permission: (tx, input) => forSeat(tx, 'absence.report', input),
  handle: async (tx, input) => {
    const open = await openAgenda(tx, input.meetingId, 'reportAbsence');
    if (!open.ok) return open;
    const { meeting } = open;
    const found = await seatOf(tx, meeting, input.seatId);
    if (!found.ok) return found;
    const { authorityId } = meeting;
    const absence =
      (await tx.em.findOne(Absence, { meetingId: meeting.id, seatId: input.seatId })) ??
      tx.em.create(Absence, {
        id: uuidv7(),
        authorityId,
        meetingId: meeting.id,
        seatId: input.seatId,
        personId: found.personId,
        reportedAt: tx.now,
        withdrawnAt: tx.now,
      });
    if ((absence.withdrawnAt ?? null) === null)
      return refuse('absence-already-reported', { name: found.seat.name ?? '' });
    absence.withdrawnAt = null;
    absence.reportedAt = tx.now;
    tx.em.persist(absence);
    const wakes: WakeFor[] = [];
    if (found.seat.kind === 'member') {
      const call = tx.em.create(SubstituteCall, {
        id: uuidv7(),
        authorityId,
        meetingId: meeting.id,
        seatId: input.seatId,
        state: 'asking',
        servingSeatId: null,
      });
      tx.em.persist(call);
      wakes.push({ kind: 'substituteCall', row: call.id, authority: authorityId });
    } else {
      for (const call of await releaseAsked(tx, meeting.id, input.seatId)) {
        wakes.push({ kind: 'substituteCall', row: call, authority: authorityId });
      }
    }
    return {
      ok: true,
      result: { absenceId: absence.id },
      subject: { kind: 'meeting', id: meeting.id, authorityId },
      wakes,
    };
  },
});
