import type { Act } from '../../../domain/access/acts';
import { refuse, type Refusal } from '../../../domain/refusals/refusal';
import { Document, Matter } from '../../../store/entities/register';
import type { Permission, Subject } from '../../runner/command';
import { findRow, lockRow, type Found, type Transaction } from '../../runner/transaction';
import { objectOf } from '../matters/matter-rows';

/** The permission of an act on a document: decided on the body whose document it is. */
export function onDocument(
  act: Act,
): (tx: Transaction, input: { readonly documentId: string }) => Promise<Permission | Refusal> {
  return async (tx, { documentId }) => {
    const found = await findRow(tx, Document, { id: documentId });
    return found.ok ? { act, object: objectOf(found.row) } : found;
  };
}

/** Locks the document after its matter, and refuses a cancelled one. */
export async function lockDocument(
  tx: Transaction,
  documentId: string,
  version: number,
): Promise<Found<Document>> {
  const found = await findRow(tx, Document, { id: documentId });
  if (!found.ok) return found;
  const matterId = found.row.matterId ?? null;
  if (matterId !== null) await lockRow(tx, Matter, { id: matterId });
  const locked = await lockRow(tx, Document, { id: documentId }, version);
  if (locked.ok && locked.row.state === 'cancelled') return refuse('document-cancelled');
  return locked;
}

export function documentSubject(document: Pick<Document, 'id' | 'authorityId'>): Subject {
  return { kind: 'document', id: document.id, authorityId: document.authorityId };
}
