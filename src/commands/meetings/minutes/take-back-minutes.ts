import { TakeBackMinutes, type OfMeetingMinutes } from '../../../contracts/meetings/minutes/minutes';
import { canEditMinutes } from '../../../domain/meetings/verification';
import { refuse } from '../../../domain/refusals/refusal';
import { Verification, VerificationRound } from '../../../store/entities/minutes';
import { withdrawMails } from '../../notifications/mail';
import { closeTasks } from '../../notifications/tasks';
import { defineCommand } from '../../runner/command';
import { lockRow } from '../../runner/transaction';
import { onMinutes, openMinutes, verificationWake } from './open-minutes';
import { askToWrite } from './write-task';

/** Why a round is closed that nobody had signed. */
const NOBODY_HAD_SIGNED = 'Tillbaka för ändring innan någon hade undertecknat';

/**
 * M-10: the minutes come back for editing. Where anyone has signed it needs a reason, and the signatures given are void;
 * they stay visible with the round. After the last signature nothing comes back.
 */
export const takeBackMinutes = defineCommand<TakeBackMinutes, OfMeetingMinutes>({
  name: 'takeBackMinutes',
  kind: 'step',
  input: TakeBackMinutes,
  permission: (tx, input) => onMinutes(tx, 'minutes.write', input.minutesId),
  handle: async (tx, input) => {
    const open = await openMinutes(tx, input.minutesId, input.version);
    if (!open.ok) return open;
    const { minutes, signing } = open;
    const reason = input.reason ?? '';
    const consequence = canEditMinutes(signing, reason);
    if (!consequence.ok) return consequence;
    if (minutes.state === 'drafting' || signing.round === null) return refuse('minutes-not-presented');
    const round = await lockRow(tx, VerificationRound, { id: signing.round.id });
    if (!round.ok) return round;
    round.row.closedAt = tx.now;
    round.row.closedReason = reason === '' ? NOBODY_HAD_SIGNED : reason;
    for (const row of await tx.em.find(Verification, { roundId: round.row.id, voidedAt: null })) {
      row.voidedAt = tx.now;
      row.voidedReason = round.row.closedReason;
    }
    minutes.state = 'drafting';
    const { id, authorityId, meetingId } = minutes;
    await closeTasks(tx, id, ['verifyMinutes', 'answerComments']);
    await withdrawMails(tx, id, ['minutesToVerify', 'verificationReminder']);
    await askToWrite(tx, open, signing.rounds + 1);
    return {
      ok: true,
      result: { meetingId, minutesId: id },
      subject: { kind: 'minutes', id, authorityId },
      wakes: [verificationWake(minutes)],
    };
  },
});
