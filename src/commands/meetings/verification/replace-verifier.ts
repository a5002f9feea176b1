import { v7 as uuidv7 } from 'uuid';
import { type OfMeetingMinutes } from '../../../contracts/meetings/minutes/minutes';
import { ReplaceVerifier } from '../../../contracts/meetings/verification/verification';
import { canReplaceVerifier } from '../../../domain/meetings/minutes/verification';
import { refuse } from '../../../domain/refusals/refusal';
import { Verifier } from '../../../store/entities/minutes';
import { readParagraphs } from '../../../store/queries/meetings/minutes/minutes-paragraphs';
import { closeTasks } from '../../notifications/tasks';
import { defineCommand } from '../../runner/command';
import { lockRow } from '../../runner/transaction';
import { onMinutes, openMinutes, verificationWake } from '../minutes/open-minutes';

/**
 * M-10: a prevented verifier is replaced, with the reason, by another who served at the meeting. The text and the
 * signatures given stand: the verified copy says who was replaced and why.
 */
export const replaceVerifier = defineCommand<ReplaceVerifier, OfMeetingMinutes>({
  name: 'replaceVerifier',
  kind: 'step',
  input: ReplaceVerifier,
  permission: (tx, input) => onMinutes(tx, 'minutes.write', input.minutesId),
  handle: async (tx, input) => {
    const open = await openMinutes(tx, input.minutesId, input.version);
    if (!open.ok) return open;
    const { minutes, signing } = open;
    const paragraphs = await readParagraphs(tx.em, minutes.id);
    const { verifierPersonId: verifierId, replacementPersonId: replacementId, reason } = input;
    const verdict = canReplaceVerifier(signing, {
      verifierId,
      replacementId,
      reason,
      servedIds: new Set(paragraphs.flatMap(({ record }) => record.serving.map(({ personId }) => personId))),
    });
    if (!verdict.ok) return verdict;
    const signer = signing.signers.find(
      (each) => each.personId === verifierId && each.role === 'verifier' && !each.replaced,
    );
    const prevented = await lockRow(tx, Verifier, { id: signer?.id ?? verifierId });
    if (!prevented.ok) return prevented;
    const before = await tx.em.findOne(Verifier, {
      minutesId: minutes.id,
      personId: replacementId,
      role: 'verifier',
    });
    if (before !== null) return refuse('verifier-signs-already');
    prevented.row.replacedById = replacementId;
    prevented.row.replacedReason = reason;
    tx.em.persist(
      tx.em.create(Verifier, {
        id: uuidv7(),
        minutesId: minutes.id,
        personId: replacementId,
        role: 'verifier',
        ordinal: prevented.row.ordinal,
        replacedById: null,
        replacedReason: null,
      }),
    );
    await closeTasks(tx, minutes.id, ['verifyMinutes'], verifierId);
    const { id, authorityId, meetingId } = minutes;
    return {
      ok: true,
      result: { meetingId, minutesId: id },
      subject: { kind: 'minutes', id, authorityId },
      wakes: [verificationWake(minutes)],
    };
  },
});
