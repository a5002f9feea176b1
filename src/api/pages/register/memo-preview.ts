import { isDeepStrictEqual } from 'node:util';
import { dispatchHeading } from '../../../domain/register/memo-sections';
import { writtenSections } from '../../../domain/register/memo-content';
import { refuse } from '../../../domain/refusals/refusal';
import { shortMomentText } from '../../../i18n/dates';
import { text } from '../../../i18n/texts';
import { memoContent, memoDocumentData } from '../../../store/queries/register/memo-content';
import { memoAccess } from '../../../store/queries/register/readers';
import { paths } from '../../paths';
import { page } from '../../route';

/** A memo as it reads on paper, of the text as it stands. */
export const memoPreview = page({
  path: paths.memoPreview,
  permission: { act: 'memo.write', object: ({ em }, { memoId }) => memoAccess(em, memoId) },
  auditEvent: 'readMemoPreview',
  template: 'register/memo-preview',
  view: async (context, { memoId }) => {
    const { em, lang } = context;
    const content = await memoContent(em, memoId);
    if (content === null) return refuse('not-found');
    const ready = await memoDocumentData(em, memoId);
    const applies = ready !== null && isDeepStrictEqual(ready.content, content);
    return {
      title: text(lang, 'memos.previewTitle'),
      heading: {
        lead: applies
          ? text(lang, 'memos.previewReady', {
              version: ready.number,
              when: shortMomentText(lang, ready.readyAt),
            })
          : text(lang, 'memos.previewDraft'),
      },
      breadcrumbs: [
        { text: text(lang, 'memos.memosTitle'), href: paths.memos.to() },
        { text: content.title, href: paths.memo.to({ memoId }) },
      ],
      view: {
        pdf: {
          text: text(lang, applies ? 'memos.versionPdf' : 'memos.draftPdf', {
            version: ready?.number ?? 0,
          }),
          href: paths.memoFile.to({ memoId }, applies ? {} : { utkast: 1 }),
        },
        content,
        sections: writtenSections(content).map((section) => ({ ...section, main: section.level === 2 })),
        dispatchHeading,
        // Words of the paper itself, which is Swedish by law.
        words: { date: text('sv', 'memos.date'), ourNumber: text('sv', 'memos.ourNumber') },
      },
    };
  },
});
