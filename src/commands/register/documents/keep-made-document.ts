import { Document } from '../../../store/entities/register';
import { versionMade, type VersionView } from '../../../store/queries/register/versions';
import type { Transaction } from '../../runner/transaction';
import { addDocumentVersion, type VersionToAdd } from './add-version';
import { registerDocument, type DocumentToRegister } from './register-document';

/** A document that a process has made: its entry in the register and the version's bytes. */
export interface MadeDocument {
  readonly document: DocumentToRegister & { readonly owner: { readonly kind: string; readonly id: string } };
  readonly version: Omit<VersionToAdd, 'documentId'>;
}

/**
 * Keeps what was made: the owner's document of this kind is registered the first time, then it gets versions.
 * Idempotent by the version's `madeKey`.
 */
export async function keepMadeDocument(tx: Transaction, made: MadeDocument): Promise<VersionView> {
  const before = await versionMade(tx.em, made.version.madeKey);
  if (before !== null) return before;
  const { owner, kind } = made.document;
  const existing = await tx.em.findOne(Document, {
    ownerKind: owner.kind,
    ownerId: owner.id,
    kind,
    state: { $ne: 'cancelled' },
  });
  const document = existing ?? (await registerDocument(tx, made.document));
  return addDocumentVersion(tx, { ...made.version, documentId: document.id });
}
