import { v7 as uuidv7 } from 'uuid';
import { OpenMemo, type MemoOpened } from '../../../contracts/register/memos';
import { canChangeMatter } from '../../../domain/register/matter-states';
import { refuse } from '../../../domain/refusals/refusal';
import { Matter, Memo } from '../../../store/entities/register';
import { defineCommand } from '../../runner/command';
import { lockRow } from '../../runner/transaction';
import { factsOf, onMatter } from '../matters/matter-rows';
import { memoSubject } from './memo-rows';
import { writesFor } from './memo-writers';
import { askToWriteMemo, settleMemoTasks } from './memo-tasks';
import { registerDocument } from '../documents/register-document';

/** opens an official memo in a matter. A draft has no number yet. */
export const openMemo = defineCommand<OpenMemo, MemoOpened>({
  name: 'openMemo',
  kind: 'edit',
  input: OpenMemo,
  permission: onMatter('memo.open'),
  handle: async (tx, input) => {
    const locked = await lockRow(tx, Matter, { id: input.matterId });
    if (!locked.ok) return locked;
    const matter = locked.row;
    const open = canChangeMatter(factsOf(matter));
    if (!open.ok) return open;
    const bodyId = matter.bodyId ?? null;
    if (bodyId === null) return refuse('not-found');
    const author = input.authorPersonId ?? tx.holder?.personId;
    if (author === undefined) return refuse('memo-co-author-unknown');
    for (const person of [author, input.coAuthorPersonId]) {
      if (person !== null && !(await writesFor(tx, person, bodyId))) return refuse('memo-co-author-unknown');
    }
    const memoId = uuidv7();
    const day = input.day ?? tx.today;
    const document = await registerDocument(tx, {
      authorityId: matter.authorityId,
      bodyId,
      matterId: matter.id,
      kind: 'memo',
      title: input.title,
      direction: 'drawnUp',
      day,
      state: 'draft',
      owner: { kind: 'memo', id: memoId },
    });
    const memo = tx.em.create(Memo, {
      id: memoId,
      authorityId: matter.authorityId,
      bodyId,
      matterId: matter.id,
      documentId: document.id,
      title: input.title,
      authorPersonId: author,
      coAuthorPersonId: input.coAuthorPersonId,
      day,
      state: 'draft',
      notApplicable: {},
      recipientIds: [],
      readyNumber: 0,
      readyAt: null,
      readyBy: null,
      readyContent: null,
      closedItemId: null,
    });
    tx.em.persist(memo);
    await askToWriteMemo(tx, memo);
    await settleMemoTasks(tx, bodyId);
    return { ok: true, result: { memoId, documentId: document.id }, subject: memoSubject(memo) };
  },
});
