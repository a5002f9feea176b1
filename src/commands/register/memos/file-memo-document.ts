import type { VersionAdded } from '../../../contracts/register/documents';
import { FileMemoDocument } from '../../../contracts/register/memos';
import { refuse } from '../../../domain/refusals/refusal';
import { Memo } from '../../../store/entities/register';
import { meetingsWith } from '../../../store/queries/register/document-uses';
import { memoDocumentData, memoMadeKey } from '../../../store/queries/register/memo-content';
import { versionMade } from '../../../store/queries/register/versions';
import { defineCommand } from '../../runner/command';
import { lockRow } from '../../runner/transaction';
import { addDocumentVersion } from '../documents/add-version';
import { memoSubject } from './memo-rows';

/**
 * Files the document that a process made of a ready memo, once for each time it was made ready.
 * Refused as stale when the memo has been made ready anew since.
 */
export const fileMemoDocument = defineCommand<FileMemoDocument, VersionAdded>({
  name: 'fileMemoDocument',
  kind: 'step',
  input: FileMemoDocument,
  permission: 'internal',
  handle: async (tx, { memoId, number, ...made }) => {
    const locked = await lockRow(tx, Memo, { id: memoId });
    if (!locked.ok) return locked;
    const memo = locked.row;
    const before = await versionMade(tx.em, memoMadeKey(memoId, number));
    const subject = memoSubject(memo);
    if (before !== null)
      return { ok: true, result: { versionId: before.id, number: before.number }, subject };
    const data = await memoDocumentData(tx.em, memoId);
    if (data?.number !== number) return refuse('stale-version');
    const added = await addDocumentVersion(tx, {
      ...made,
      documentId: data.documentId,
      madeKey: data.madeKey,
      mediaType: 'application/pdf',
      fileName: data.fileName,
      snapshot: data.content,
    });
    const meetings = await meetingsWith(tx.em, memo.documentId);
    return {
      ok: true,
      result: { versionId: added.id, number: added.number },
      subject,
      wakes: meetings.map(({ id, authorityId }) => ({
        kind: 'meetingCycle',
        row: id,
        authority: authorityId,
      })),
    };
  },
});
