import { z } from 'zod';
import type { MemoContent } from '../../../domain/register/memo-content';
import { refuse } from '../../../domain/refusals/refusal';
import { memoWords } from '../../../documents/meetings/memo-words';
import { renderOfficialMemo } from '../../../documents/meetings/official-memo';
import { text } from '../../../i18n/texts';
import { memoContent, memoDocumentData } from '../../../store/queries/register/memo-content';
import { memoAccess } from '../../../store/queries/register/readers';
import { readDocumentBytes, versionMade } from '../../../store/queries/register/versions';
import type { ReadContext } from '../../context';
import { paths } from '../../paths';
import { file, type FileContent } from '../../route';

/** A memo as PDF: the version that applies, or the draft as it stands, marked as one. */
export const memoFile = file({
  path: paths.memoFile,
  permission: { act: 'memo.write', object: ({ em }, { memoId }) => memoAccess(em, memoId) },
  auditEvent: 'readMemoFile',
  query: z.object({ utkast: z.string().max(10).optional() }),
  view: async (context, { memoId }, query) => {
    const { em } = context;
    const ready = await memoDocumentData(em, memoId);
    if (query.utkast === undefined && ready !== null) {
      const stored = await versionMade(em, ready.madeKey);
      const bytes = stored === null ? null : await readDocumentBytes(em, stored.id);
      if (stored !== null && bytes !== null) {
        const { mediaType, sha256 } = stored;
        return { bytes, mediaType, sha256, name: ready.fileName };
      }
      // Made here from the same content and moment, so that it is the same file as the one filed for the meeting.
      const made = await renderOfficialMemo(memoWords(ready.content), { createdAt: ready.readyAt });
      return { bytes: made.pdf, mediaType: 'application/pdf', name: ready.fileName };
    }
    const content = await memoContent(em, memoId);
    return content === null ? refuse('not-found') : draftFile(context, content);
  },
});

/** The document is Swedish by law, so the mark is too. */
async function draftFile({ now }: ReadContext, content: MemoContent): Promise<FileContent> {
  const words = { ...memoWords(content), closing: text('sv', 'memos.draftClosing') };
  const made = await renderOfficialMemo(words, { createdAt: now });
  const name = `Utkast ${content.registryNumber ?? content.day}.pdf`;
  return { bytes: made.pdf, mediaType: 'application/pdf', name };
}
