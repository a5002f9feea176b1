import { refuse, type Refusal } from '../../../domain/refusals/refusal';
import { Document, Matter, Memo } from '../../../store/entities/register';
import type { Permission, Subject } from '../../runner/command';
import { findRow, lockRow, type Found, type Transaction } from '../../runner/transaction';

/** Its authors write a memo, and so do the body's secretary and head of centre. */
export async function mayWriteMemo(
  tx: Transaction,
  { memoId }: { readonly memoId: string },
): Promise<Permission | Refusal> {
  const found = await findRow(tx, Memo, { id: memoId });
  if (!found.ok) return found;
  const { bodyId, authorPersonId, coAuthorPersonId } = found.row;
  const ownerIds = [authorPersonId, coAuthorPersonId ?? null].filter((id) => id !== null);
  return { act: 'memo.write', object: { bodyId, ownerIds } };
}

/** Locks a memo after its matter; a cancelled one is not written any more. */
export async function lockMemo(tx: Transaction, memoId: string, version?: number): Promise<Found<Memo>> {
  const found = await findRow(tx, Memo, { id: memoId });
  if (!found.ok) return found;
  await lockRow(tx, Matter, { id: found.row.matterId });
  const locked = await lockRow(tx, Memo, { id: memoId }, version);
  if (!locked.ok) return locked;
  const document = await findRow(tx, Document, { id: locked.row.documentId });
  if (document.ok && document.row.state === 'cancelled') return refuse('document-cancelled');
  return locked;
}

export function memoSubject(memo: Pick<Memo, 'id' | 'authorityId'>): Subject {
  return { kind: 'memo', id: memo.id, authorityId: memo.authorityId };
}
