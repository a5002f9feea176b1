import { TakeBackMinutes, type OfMeetingMinutes } from '../../../contracts/meetings/minutes/minutes';
import { canEditMinutes } from '../../../domain/meetings/minutes/verification';
import { refuse } from '../../../domain/refusals/refusal';
import { closeTasks } from '../../notifications/tasks';
import { defineCommand } from '../../runner/command';
import { onMinutes, openMinutes, verificationWake } from './open-minutes';
import { closeRound } from './rounds';
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
    await closeRound(tx, minutes, signing.round.id, reason === '' ? NOBODY_HAD_SIGNED : reason);
    minutes.state = 'drafting';
    const { id, authorityId, meetingId } = minutes;
    await closeTasks(tx, id, ['answerComments']);
    await askToWrite(tx, open, signing.rounds + 1);
    return {
      ok: true,
      result: { meetingId, minutesId: id },
      subject: { kind: 'minutes', id, authorityId },
      wakes: [verificationWake(minutes)],
    };
  },
});
