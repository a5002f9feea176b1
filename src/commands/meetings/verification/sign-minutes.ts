import { v7 as uuidv7 } from 'uuid';
import { SignMinutes, type MinutesSigned } from '../../../contracts/meetings/verification/verification';
import { canMove, phaseAfter } from '../../../domain/meetings/phases';
import { canVerify, nextSigners, remainingSigners } from '../../../domain/meetings/minutes/verification';
import { refuse } from '../../../domain/refusals/refusal';
import { Minutes, Verification } from '../../../store/entities/minutes';
import { readSigning } from '../../../store/queries/meetings/minutes/minutes-signing';
import { askToCertify } from '../../dispatch/ask-to-certify';
import { meetDeadline } from '../../deadlines/deadlines';
import { withdrawMails } from '../../notifications/mail';
import { closeTasks } from '../../notifications/tasks';
import { defineCommand, type WakeFor } from '../../runner/command';
import { findRow, type Transaction } from '../../runner/transaction';
import { openMinutes, verificationWake, type OpenMinutes } from '../minutes/open-minutes';
import { endReasons } from '../session/closing/reason-tasks';
import { announceMinutes } from '../notice/announce-minutes';

/**
 * KL 5:69, M-10: one of the signers verifies the frozen text by a signed-in act: the writer, then the chair, then the
 * verifiers. With the last signature the minutes are verified for good, and announced.
 */
export const signMinutes = defineCommand<SignMinutes, MinutesSigned>({
  name: 'signMinutes',
  kind: 'step',
  input: SignMinutes,
  permission: async (tx, input) => {
    const found = await findRow(tx, Minutes, { id: input.minutesId });
    if (!found.ok) return found;
    const signing = await readSigning(tx.em, input.minutesId);
    const ownerIds = (signing?.signers ?? [])
      .filter(({ replaced }) => !replaced)
      .map(({ personId }) => personId);
    const { actor } = tx;
    if (actor.kind === 'person' && !ownerIds.includes(actor.personId)) return refuse('not-a-verifier');
    return { act: 'minutes.sign', object: { bodyId: found.row.bodyId, ownerIds } };
  },
  handle: async (tx, input) => {
    const open = await openMinutes(tx, input.minutesId);
    if (!open.ok) return open;
    const { minutes, meeting, signing, inForce } = open;
    const personId = tx.actor.kind === 'person' ? tx.actor.personId : '';
    const verdict = canVerify(signing, inForce.rules, personId, input.sha256);
    if (!verdict.ok) return verdict;
    const phase = canMove(meeting.phase, 'verifyMinutes');
    if (!phase.ok) return phase;
    const { round } = signing;
    if (round?.sha256 === null || round === null) return refuse('minutes-not-frozen');
    const mine = nextSigners(signing).find((signer) => signer.personId === personId);
    if (mine === undefined) return refuse('not-a-verifier');
    const dissent = (input.dissent ?? '') === '' ? null : (input.dissent ?? null);
    tx.em.persist(
      tx.em.create(Verification, {
        id: uuidv7(),
        roundId: round.id,
        personId,
        role: mine.role,
        way: 'signedIn',
        sha256: round.sha256,
        at: tx.now,
        dissent,
        voidedAt: null,
        voidedReason: null,
      }),
    );
    const { id, authorityId, meetingId } = minutes;
    await closeTasks(tx, id, ['verifyMinutes'], personId);
    const verified = remainingSigners(signing).length === 1;
    const wakes = verified ? await verifiedForGood(tx, open) : [];
    return {
      ok: true,
      result: { meetingId, minutesId: id, verified },
      subject: { kind: 'minutes', id, authorityId },
      wakes: [verificationWake(minutes), ...wakes],
    };
  },
});

/** The last signature stands: from now on nothing is edited, and the announcement is due (KL 8:12). */
async function verifiedForGood(tx: Transaction, open: OpenMinutes): Promise<WakeFor[]> {
  const { minutes, meeting, inForce } = open;
  minutes.state = 'verified';
  minutes.verifiedOn = tx.today;
  meeting.phase = phaseAfter(meeting.phase, 'verifyMinutes');
  await meetDeadline(tx, minutes.id, 'verification');
  await closeTasks(tx, minutes.id, ['writeMinutes', 'verifyMinutes', 'verificationLate', 'answerComments']);
  await endReasons(tx, meeting.id);
  await withdrawMails(tx, minutes.id, ['minutesToVerify', 'verificationReminder']);
  await tx.em.flush();
  await askToCertify(tx, meeting);
  const announced = await announceMinutes(tx, { minutes, meeting, rules: inForce.rules });
  const cycle: WakeFor = { kind: 'meetingCycle', row: meeting.id, authority: meeting.authorityId };
  return announced.some(({ kind }) => kind === 'meetingCycle') ? announced : [...announced, cycle];
}
