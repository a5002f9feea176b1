import type { Loaded } from '@mikro-orm/core';
import {
  FileFrozenMinutes,
  FileVerifiedMinutes,
  type MadeMinutes,
} from '../../../contracts/meetings/verification/process';
import { refuse } from '../../../domain/refusals/refusal';
import { Body } from '../../../store/entities/bodies';
import type { Meeting } from '../../../store/entities/meetings';
import { Paragraph, VerificationRound, type Minutes } from '../../../store/entities/minutes';
import { Document } from '../../../store/entities/register';
import { addDocumentVersion, type VersionToAdd } from '../../register/documents/add-version';
import { keepMadeDocument } from '../../register/documents/keep-made-document';
import { drawUpDocument, registerDocument } from '../../register/documents/register-document';
import { defineCommand } from '../../runner/command';
import { findRow, lockRow, type Transaction } from '../../runner/transaction';
import { openMinutes, verificationWake } from '../minutes/open-minutes';

/** Minutes have no matter of their own: they are kept in order with the meeting (OSL 5:1). */
const UNREGISTERED = 'Hålls ordnat med sammanträdets handlingar (OSL 5:1)';

/** M-10: keeps the text that is signed in a round, once: `minutes/<id>/round/<number>`. From then on it can be signed. */
export const fileFrozenMinutes = defineCommand<FileFrozenMinutes, { documentId: string }>({
  name: 'fileFrozenMinutes',
  kind: 'step',
  input: FileFrozenMinutes,
  permission: 'internal',
  handle: async (tx, input) => {
    const unlocked = await findRow(tx, VerificationRound, { id: input.roundId });
    if (!unlocked.ok) return unlocked;
    const open = await openMinutes(tx, unlocked.row.minutesId);
    if (!open.ok) return open;
    const { minutes, meeting } = open;
    const round = await lockRow(tx, VerificationRound, { id: input.roundId });
    if (!round.ok) return round;
    if ((round.row.closedAt ?? null) !== null) return refuse('stale-version');
    const document = await minutesDocument(tx, minutes, meeting);
    const version = await addDocumentVersion(tx, {
      documentId: document.id,
      madeKey: `minutes/${minutes.id}/round/${round.row.number}`,
      ...madeVersion(input.made, `protokoll-${meeting.day}-justering-${round.row.number}.pdf`),
    });
    round.row.sha256 = version.sha256;
    round.row.documentVersionId = version.id;
    return {
      ok: true,
      result: { documentId: document.id },
      subject: { kind: 'minutes', id: minutes.id, authorityId: minutes.authorityId },
      wakes: [verificationWake(minutes)],
    };
  },
});

/**
 * R-3, M-16: keeps the verified copy, which names the text that was signed, and the copy for the public. The minutes are
 * drawn up with it (TF 2:13), and the verifiers' working notes are destroyed (R-9).
 */
export const fileVerifiedMinutes = defineCommand<FileVerifiedMinutes, { documentId: string }>({
  name: 'fileVerifiedMinutes',
  kind: 'step',
  input: FileVerifiedMinutes,
  permission: 'internal',
  handle: async (tx, input) => {
    const open = await openMinutes(tx, input.minutesId);
    if (!open.ok) return open;
    const { minutes, meeting } = open;
    const verifiedOn = minutes.verifiedOn ?? null;
    if (minutes.state !== 'verified' || verifiedOn === null) return refuse('stale-version');
    const document = await minutesDocument(tx, minutes, meeting);
    await drawUpDocument(tx, document, 'drawnUp', verifiedOn);
    await addDocumentVersion(tx, {
      documentId: document.id,
      madeKey: `minutes/${minutes.id}/verified`,
      ...madeVersion(input.verified, `protokoll-${meeting.day}.pdf`),
    });
    const { authorityId, bodyId, id } = minutes;
    await keepMadeDocument(tx, {
      document: {
        authorityId,
        bodyId,
        matterId: null,
        kind: 'minutes',
        title: `${await titleOf(tx, minutes, meeting)} (kopia för publicering)`,
        direction: 'drawnUp',
        day: verifiedOn,
        state: 'drawnUp',
        unregisteredReason: UNREGISTERED,
        owner: { kind: 'publicMinutes', id },
      },
      version: {
        madeKey: `minutes/${id}/public`,
        ...madeVersion(input.published, `protokoll-${meeting.day}-publicerat.pdf`),
      },
    });
    await tx.em.execute(
      'delete from paragraph_comment where paragraph_id in (select id from paragraph where minutes_id = ?)',
      [id],
    );
    return {
      ok: true,
      result: { documentId: document.id },
      subject: { kind: 'minutes', id, authorityId },
      wakes: [verificationWake(minutes)],
    };
  },
});

function madeVersion(made: MadeMinutes, fileName: string): Omit<VersionToAdd, 'documentId' | 'madeKey'> {
  return { ...made, mediaType: 'application/pdf', fileName };
}

async function titleOf(tx: Transaction, minutes: Minutes, meeting: Meeting): Promise<string> {
  const body = await tx.em.findOneOrFail(Body, minutes.bodyId);
  return `Protokoll ${body.name} ${meeting.day}`;
}

/** The minutes' document, a draft until they are verified. It hides as every closed item in it does. */
async function minutesDocument(
  tx: Transaction,
  minutes: Loaded<Minutes>,
  meeting: Meeting,
): Promise<Loaded<Document>> {
  const existing = minutes.documentId ?? null;
  if (existing !== null) return tx.em.findOneOrFail(Document, existing);
  const closed = await tx.em.find(
    Paragraph,
    { minutesId: minutes.id, closed: true },
    { orderBy: { number: 'asc' } },
  );
  const document = await registerDocument(tx, {
    authorityId: minutes.authorityId,
    bodyId: minutes.bodyId,
    matterId: null,
    kind: 'minutes',
    title: await titleOf(tx, minutes, meeting),
    direction: 'drawnUp',
    day: tx.today,
    state: 'draft',
    unregisteredReason: UNREGISTERED,
    owner: { kind: 'minutes', id: minutes.id },
    closedItemIds: closed.map(({ itemId }) => itemId),
  });
  minutes.documentId = document.id;
  return document;
}
