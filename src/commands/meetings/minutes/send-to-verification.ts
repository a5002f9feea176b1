import { SendToVerification, type OfMeetingMinutes } from '../../../contracts/meetings/minutes/minutes';
import { missingForVerification } from '../../../domain/meetings/minutes/minutes-completeness';
import { minutesRecord } from '../../../domain/meetings/minutes/minutes-record';
import { refuse } from '../../../domain/refusals/refusal';
import { recordedMinutes } from '../../../store/queries/meetings/minutes/minutes-recorded';
import { closeTasks } from '../../notifications/tasks';
import { defineCommand } from '../../runner/command';
import { editFault, onMinutes, openMinutes, verificationWake } from './open-minutes';
import { openRound } from './rounds';

/**
 * M-10, KL 5:69: the secretary presents the minutes for verification, when nothing that the law demands is missing (law.md
 * A16). A round opens; the process freezes its text as the PDF that is signed, and asks the signers in turn.
 */
export const sendToVerification = defineCommand<SendToVerification, OfMeetingMinutes>({
  name: 'sendToVerification',
  kind: 'step',
  input: SendToVerification,
  permission: (tx, input) => onMinutes(tx, 'minutes.write', input.minutesId),
  handle: async (tx, input) => {
    const open = await openMinutes(tx, input.minutesId, input.version);
    if (!open.ok) return open;
    const fault = editFault(open);
    if (fault !== null) return fault;
    const { minutes, signing, inForce } = open;
    if (!inForce.rules.digitalVerification) return refuse('digital-verification-not-allowed');
    const recorded = await recordedMinutes(tx.em, minutes.id, inForce.rules);
    const missing = missingForVerification(minutesRecord(recorded))[0];
    if (missing !== undefined) return missing.refusal;
    const { id, authorityId, meetingId } = minutes;
    openRound(tx, minutes, signing.rounds + 1);
    minutes.state = 'verifying';
    await closeTasks(tx, id, ['writeMinutes', 'answerComments']);
    return {
      ok: true,
      result: { meetingId, minutesId: id },
      subject: { kind: 'minutes', id, authorityId },
      wakes: [verificationWake(minutes)],
    };
  },
});
