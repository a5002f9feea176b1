import { ChooseRecipients, type MemoChanged } from '../../../contracts/register/memos';
import { refuse } from '../../../domain/refusals/refusal';
import { DispatchRecipient } from '../../../store/entities/bodies';
import { defineCommand } from '../../runner/command';
import { lockMemo, mayWriteMemo, memoSubject } from './memo-rows';

/** to whom the decision is sent, among the body's own recipients. */
export const chooseRecipients = defineCommand<ChooseRecipients, MemoChanged>({
  name: 'chooseRecipients',
  kind: 'edit',
  input: ChooseRecipients,
  permission: mayWriteMemo,
  handle: async (tx, { memoId, version, recipientIds }) => {
    const locked = await lockMemo(tx, memoId, version);
    if (!locked.ok) return locked;
    const memo = locked.row;
    const chosen = [...new Set(recipientIds)];
    const known = await tx.em.find(DispatchRecipient, { id: { $in: chosen }, bodyId: memo.bodyId });
    const kept = new Set(memo.recipientIds);
    const usable = known.filter(({ id, validTo }) => (validTo ?? tx.today) >= tx.today || kept.has(id));
    if (usable.length !== chosen.length) return refuse('memo-recipient-unknown');
    memo.recipientIds = chosen;
    await tx.em.flush();
    return { ok: true, result: { version: memo.version }, subject: memoSubject(memo) };
  },
});
