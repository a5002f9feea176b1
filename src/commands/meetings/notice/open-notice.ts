import type { Loaded } from '@mikro-orm/core';
import type { Act } from '../../../domain/access/acts';
import { refuse, type Refusal } from '../../../domain/refusals/refusal';
import { Notice, NoticePosting } from '../../../store/entities/notices';
import type { Permission } from '../../runner/command';
import { findRow, lockRow, type Transaction } from '../../runner/transaction';

/** The board's secretary, or the registrar of the principal whose board it is. */
export async function onPosting(tx: Transaction, act: Act, postingId: string): Promise<Permission | Refusal> {
  const posting = await findRow(tx, NoticePosting, { id: postingId });
  if (!posting.ok) return posting;
  const notice = await tx.em.findOneOrFail(Notice, posting.row.noticeId);
  return { act, object: { bodyId: notice.bodyId, principalId: posting.row.principalId } };
}

/** May the actor do this to the notice? */
export async function onNotice(tx: Transaction, act: Act, noticeId: string): Promise<Permission | Refusal> {
  const notice = await findRow(tx, Notice, { id: noticeId });
  return notice.ok ? { act, object: { bodyId: notice.row.bodyId } } : notice;
}

export interface OpenPosting {
  readonly ok: true;
  readonly notice: Loaded<Notice>;
  readonly posting: Loaded<NoticePosting>;
}

/** Locks the notice, then the posting. */
export async function openPosting(
  tx: Transaction,
  postingId: string,
  version?: number,
): Promise<OpenPosting | Refusal> {
  const unlocked = await tx.em.findOne(NoticePosting, { id: postingId });
  if (unlocked === null) return refuse('not-found');
  const notice = await lockRow(tx, Notice, { id: unlocked.noticeId });
  if (!notice.ok) return notice;
  const posting = await lockRow(tx, NoticePosting, { id: postingId }, version);
  return posting.ok ? { ok: true, notice: notice.row, posting: posting.row } : posting;
}
