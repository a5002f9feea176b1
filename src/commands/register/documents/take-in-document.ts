import type { Loaded } from '@mikro-orm/core';
import type { DocumentRegistered, RegisterIncoming } from '../../../contracts/register/documents';
import { canChangeMatter } from '../../../domain/register/matter-states';
import { canMarkSecret, canRegister } from '../../../domain/register/registering';
import type { Refusal } from '../../../domain/refusals/refusal';
import { Matter, type Document } from '../../../store/entities/register';
import type { Outcome } from '../../runner/command';
import { lockRow, type Transaction } from '../../runner/transaction';
import { factsOf } from '../matters/matter-rows';
import { enteredNumber } from './document-number';
import { registerDocument } from './register-document';
import { addUploadedVersion, canTakeIn } from './uploaded-file';

const states = { incoming: 'received', outgoing: 'dispatched', drawnUp: 'drawnUp' } as const;

/** Registers a document with what the register must hold (OSL 5:2, 5:5), and its file where there is one. */
export async function takeInDocument(
  tx: Transaction,
  input: RegisterIncoming,
  as: { readonly kind: Document['kind']; readonly direction: Document['direction'] },
): Promise<Outcome<DocumentRegistered>> {
  const locked = await lockRow(tx, Matter, { id: input.matterId });
  if (!locked.ok) return locked;
  const matter = locked.row;
  const refusal = faultOf(tx, matter, input, as.direction);
  if (refusal !== null) return refusal;
  const entered = input.registryNumber ?? '';
  const given = entered === '' ? undefined : await enteredNumber(tx, matter, entered);
  if (given?.ok === false) return given;
  const { secrecy } = input;
  const document = await registerDocument(tx, {
    authorityId: matter.authorityId,
    bodyId: matter.bodyId ?? null,
    matterId: matter.id,
    ...(given === undefined ? {} : { given }),
    kind: as.kind,
    title: input.title,
    protectedTitle: input.protectedTitle,
    direction: as.direction,
    day: input.day ?? tx.today,
    counterpart: input.counterpart,
    protectedCounterpart: input.protectedCounterpart,
    state: states[as.direction],
    secrecy: secrecy === null || secrecy.day === null ? null : { ...secrecy, day: secrecy.day },
  });
  const version = input.file === undefined ? null : await addUploadedVersion(tx, document.id, input.file);
  return {
    ok: true,
    result: {
      documentId: document.id,
      registryNumber: document.registryNumber ?? null,
      versionId: version?.id ?? null,
    },
    subject: { kind: 'document', id: document.id, authorityId: document.authorityId },
  };
}

function faultOf(
  tx: Transaction,
  matter: Loaded<Matter>,
  input: RegisterIncoming,
  direction: Document['direction'],
): Refusal | null {
  const verdicts = [
    canChangeMatter(factsOf(matter)),
    canRegister({
      direction,
      day: input.day ?? tx.today,
      today: tx.today,
      subject: input.title,
      counterpart: input.counterpart ?? '',
      counterpartProtected: (input.protectedCounterpart ?? '') !== '',
    }),
    ...(input.secrecy === null ? [] : [canMarkSecret(input.secrecy)]),
  ];
  const refused = verdicts.find((verdict) => !verdict.ok);
  if (refused !== undefined && !refused.ok) return refused;
  return input.file === undefined ? null : canTakeIn(input.file);
}
