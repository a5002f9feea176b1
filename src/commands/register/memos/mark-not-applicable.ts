import { MarkNotApplicable, type MemoChanged } from '../../../contracts/register/memos';
import { defineCommand } from '../../runner/command';
import { lockMemo, mayWriteMemo, memoSubject } from './memo-rows';

/** a perspective that does not apply says why; without a reason the mark is taken away. */
export const markNotApplicable = defineCommand<MarkNotApplicable, MemoChanged>({
  name: 'markNotApplicable',
  kind: 'edit',
  input: MarkNotApplicable,
  permission: mayWriteMemo,
  handle: async (tx, { memoId, version, section, reason }) => {
    const locked = await lockMemo(tx, memoId, version);
    if (!locked.ok) return locked;
    const memo = locked.row;
    const others = Object.entries(memo.notApplicable).filter(([key]) => key !== section);
    const own: [string, string][] = reason === null || reason === '' ? [] : [[section, reason]];
    memo.notApplicable = Object.fromEntries([...others, ...own]);
    await tx.em.flush();
    return { ok: true, result: { version: memo.version }, subject: memoSubject(memo) };
  },
});
