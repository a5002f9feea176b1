import type { Loaded } from '@mikro-orm/core';
import type { Act } from '../../domain/access/acts';
import { refuse, type Refusal } from '../../domain/refusals/refusal';
import { Dispatch, MinutesExtract } from '../../store/entities/notices';
import type { Permission, WakeFor } from '../runner/command';
import { findRow, lockRow, type Transaction } from '../runner/transaction';

/** The recipient in person, the registrar of the receiving principal, or the sender's secretary. */
export async function onDispatch(
  tx: Transaction,
  act: Act,
  dispatchId: string,
): Promise<Permission | Refusal> {
  const dispatch = await findRow(tx, Dispatch, { id: dispatchId });
  if (!dispatch.ok) return dispatch;
  const { principalId, personId, extractId } = dispatch.row;
  const extract = await tx.em.findOneOrFail(MinutesExtract, extractId);
  return {
    act,
    object: {
      bodyId: extract.bodyId,
      principalId: principalId ?? undefined,
      ownerIds: (personId ?? null) === null ? [] : [String(personId)],
    },
  };
}

export interface OpenDispatch {
  readonly ok: true;
  readonly extract: Loaded<MinutesExtract>;
  readonly dispatch: Loaded<Dispatch>;
}

/** Locks the extract, then the recipient's row. */
export async function openDispatch(
  tx: Transaction,
  dispatchId: string,
  version?: number,
): Promise<OpenDispatch | Refusal> {
  const unlocked = await tx.em.findOne(Dispatch, { id: dispatchId });
  if (unlocked === null) return refuse('not-found');
  const extract = await lockRow(tx, MinutesExtract, { id: unlocked.extractId });
  if (!extract.ok) return extract;
  const dispatch = await lockRow(tx, Dispatch, { id: dispatchId }, version);
  return dispatch.ok ? { ok: true, extract: extract.row, dispatch: dispatch.row } : dispatch;
}

/** The process of the extract reads its recipients; many receipts become one wake (wake.md 4). */
export function extractWakes(extract: MinutesExtract, gather = 0): WakeFor[] {
  return [{ kind: 'dispatch', row: extract.id, authority: extract.authorityId, gather }];
}

/** Neither received nor closed yet. */
export function isOutstanding(dispatch: Dispatch): boolean {
  return (dispatch.receivedAt ?? null) === null && (dispatch.closedReason ?? null) === null;
}

/** Neither reported back nor closed yet. */
export function owesReply(dispatch: Dispatch): boolean {
  return (dispatch.repliedAt ?? null) === null && (dispatch.closedReason ?? null) === null;
}
