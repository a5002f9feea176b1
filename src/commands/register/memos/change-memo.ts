import { ChangeMemo, type MemoChanged } from '../../../contracts/register/memos';
import { refuse } from '../../../domain/refusals/refusal';
import { Document } from '../../../store/entities/register';
import { defineCommand } from '../../runner/command';
import { lockMemo, mayWriteMemo, memoSubject } from './memo-rows';
import { passOnMemo } from './memo-tasks';
import { writesFor } from './memo-writers';

/** Title, day and co-author of a memo; of one that has been ready, they count from the next time it is made ready. */
export const changeMemo = defineCommand<ChangeMemo, MemoChanged>({
  name: 'changeMemo',
  kind: 'edit',
  input: ChangeMemo,
  permission: mayWriteMemo,
  handle: async (tx, { memoId, version, title, day, coAuthorPersonId }) => {
    const locked = await lockMemo(tx, memoId, version);
    if (!locked.ok) return locked;
    const memo = locked.row;
    const changed = coAuthorPersonId !== (memo.coAuthorPersonId ?? null);
    if (coAuthorPersonId !== null && changed && !(await writesFor(tx, coAuthorPersonId, memo.bodyId)))
      return refuse('memo-co-author-unknown');
    Object.assign(memo, { title, day, coAuthorPersonId });
    if (memo.state === 'draft') {
      const document = await tx.em.findOneOrFail(Document, memo.documentId);
      Object.assign(document, { title, day });
    }
    await tx.em.flush();
    if (changed && memo.state === 'draft') await passOnMemo(tx, memo);
    return { ok: true, result: { version: memo.version }, subject: memoSubject(memo) };
  },
});
