import { isDeepStrictEqual } from 'node:util';
import { actorName } from '../../../contracts/actor';
import { ReadyMemo, type MemoReady } from '../../../contracts/register/memos';
import { canReadyMemo } from '../../../domain/register/memo-content';
import { canChangeMatter } from '../../../domain/register/matter-states';
import { refuse } from '../../../domain/refusals/refusal';
import { Document, Matter } from '../../../store/entities/register';
import { memoContent } from '../../../store/queries/register/memo-content';
import { meetingsWith } from '../../../store/queries/register/document-uses';
import { closeTasks } from '../../notifications/tasks';
import { defineCommand } from '../../runner/command';
import { factsOf } from '../matters/matter-rows';
import { bringMemo, lockAgendaOfMemo } from './bring-memo';
import { lockMemo, mayWriteMemo, memoSubject } from './memo-rows';
import { settleMemoTasks } from './memo-tasks';
import { drawUpDocument } from '../documents/register-document';

/**
 * the memo is drawn up. Its content is kept as it stands, its document gets its number the first time,
 * and each later time is a new version. The document itself is made by the meeting's process. Where its matter stands
 * on an agenda it comes with the papers there, or the secretary is asked to add it.
 */
export const readyMemo = defineCommand<ReadyMemo, MemoReady>({
  name: 'readyMemo',
  kind: 'step',
  input: ReadyMemo,
  permission: mayWriteMemo,
  handle: async (tx, { memoId, version }) => {
    const place = await lockAgendaOfMemo(tx, memoId);
    const locked = await lockMemo(tx, memoId, version);
    if (!locked.ok) return locked;
    const memo = locked.row;
    const matter = await tx.em.findOneOrFail(Matter, memo.matterId);
    const open = canChangeMatter(factsOf(matter));
    if (!open.ok) return open;
    const content = await memoContent(tx.em, memoId);
    if (content === null) return refuse('not-found');
    const lacking = canReadyMemo(content);
    if (lacking !== null) return lacking;
    if (isDeepStrictEqual(memo.readyContent ?? null, content))
      return refuse('memo-unchanged', { version: memo.readyNumber });
    const document = await tx.em.findOneOrFail(Document, memo.documentId);
    Object.assign(document, { title: content.title, day: content.day });
    await drawUpDocument(tx, document, 'drawnUp', content.day);
    Object.assign(memo, {
      state: 'ready',
      readyNumber: memo.readyNumber + 1,
      readyAt: tx.now,
      readyBy: actorName(tx.actor),
      readyContent: content,
    });
    await closeTasks(tx, memoId, ['writeMemo']);
    await bringMemo(tx, memo, place);
    await settleMemoTasks(tx, memo.bodyId);
    const meetings = await meetingsWith(tx.em, memo.documentId);
    return {
      ok: true,
      result: { number: memo.readyNumber, registryNumber: document.registryNumber ?? null },
      subject: memoSubject(memo),
      wakes: meetings.map(({ id, authorityId }) => ({
        kind: 'meetingCycle',
        row: id,
        authority: authorityId,
      })),
    };
  },
});
