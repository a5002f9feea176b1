import {
  isMemoSection,
  memoSectionKeys,
  memoSections,
  type MemoSectionKey,
} from '../../../domain/register/memo-sections';
import type { MemoContent } from '../../../domain/register/memo-content';
import { refuse } from '../../../domain/refusals/refusal';
import { momentClockText, shortMomentText } from '../../../i18n/dates';
import { text, type TextKey } from '../../../i18n/texts';
import { memoContent } from '../../../store/queries/register/memo-content';
import {
  readMemo,
  savedSections,
  type MemoView,
  type SavedSection,
} from '../../../store/queries/register/memos';
import { memoAccess } from '../../../store/queries/register/readers';
import type { ReadContext } from '../../context';
import { formFields } from '../../forms';
import { paths } from '../../paths';
import type { ConflictView } from '../../render/lists';
import { page } from '../../route';
import { sectionTag } from './memo-page';
import { numberText } from './words';

/** Writes one section of a memo: saved while it is written, and never over what somebody else has saved. */
export const memoSectionPage = page({
  path: paths.memoSection,
  permission: { act: 'memo.write', object: ({ em }, { memoId }) => memoAccess(em, memoId) },
  auditEvent: 'readMemoSection',
  template: 'register/memo-section',
  view: async (context, { memoId, section }) => {
    const { em, lang } = context;
    const memo = await readMemo(em, memoId);
    const content = await memoContent(em, memoId);
    if (memo === null || content === null || !isMemoSection(section)) return refuse('not-found');
    if (memo.cancelled) return refuse('document-cancelled');
    const saved = (await savedSections(em, memoId))[section];
    const here = paths.memoSection.to({ memoId, section });
    const conflict = conflictOf(context, memoId, section, saved);
    return {
      title: memoSections[section].heading,
      heading: { eyebrow: memo.title, state: sectionTag(lang, section, content) },
      breadcrumbs: [
        { text: text(lang, 'memos.memosTitle'), href: paths.memos.to() },
        { text: numberText(lang, memo.matterNumber), href: paths.matter.to({ matterId: memo.matterId }) },
        { text: memo.title, href: paths.memo.to({ memoId }) },
      ],
      view: {
        sections: navigationOf(context, memoId, section, content),
        conflict,
        editor: conflict === undefined ? editorOf(context, memo, section, saved, here) : undefined,
        notApplicable: notApplicableOf(context, memo, section, content, here),
      },
    };
  },
});

function navigationOf({ lang }: ReadContext, memoId: string, current: MemoSectionKey, content: MemoContent) {
  return memoSectionKeys.map((key) => ({
    text: memoSections[key].heading,
    href: paths.memoSection.to({ memoId, section: key }),
    current: key === current,
    tag: sectionTag(lang, key, content),
  }));
}

function hintOf(section: MemoSectionKey): TextKey {
  if (section === 'proposedDecision') return 'memos.hintProposedDecision';
  if (section === 'summary') return 'memos.hintSummary';
  return memoSections[section].demand === 'answer' ? 'memos.hintPerspective' : 'memos.hintFree';
}

function editorOf(
  context: ReadContext,
  memo: MemoView,
  section: MemoSectionKey,
  saved: SavedSection | undefined,
  here: string,
) {
  const { lang } = context;
  const form = formFields(context.form, 'saveMemoSection');
  const next = memoSectionKeys[memoSectionKeys.indexOf(section) + 1];
  const overview = paths.memo.to({ memoId: memo.id });
  return {
    id: form.id,
    postTo: form.postTo,
    page: here,
    memoId: memo.id,
    section,
    version: saved?.version ?? 0,
    content: form.field('content', saved?.content),
    label: memoSections[section].heading,
    hint: text(lang, hintOf(section)),
    savedText: saved === undefined ? undefined : savedText(context, saved),
    act:
      next === undefined
        ? { text: text(lang, 'memos.saveAndBack'), to: overview }
        : {
            text: text(lang, 'memos.saveAndNext', { section: memoSections[next].heading }),
            to: paths.memoSection.to({ memoId: memo.id, section: next }),
          },
    save: { text: text(lang, 'memos.save'), to: here },
    overview,
  };
}

function savedText({ lang }: ReadContext, { savedAt, savedBy }: SavedSection): string {
  const when = shortMomentText(lang, savedAt);
  return savedBy === null
    ? text(lang, 'memos.savedAt', { when })
    : text(lang, 'memos.savedBy', { when, name: savedBy });
}

/** Two wrote the same section: both texts, and the version that the choice builds on. */
function conflictOf(
  { form, lang }: ReadContext,
  memoId: string,
  section: MemoSectionKey,
  saved: SavedSection | undefined,
): ConflictView | undefined {
  if (form?.command !== 'saveMemoSection' || form.refusal.code !== 'stale-version') return undefined;
  const typed = form.values['content'];
  const here = paths.memoSection.to({ memoId, section });
  return {
    name: 'content',
    label: memoSections[section].heading,
    mine: typeof typed === 'string' ? typed : '',
    theirs: saved?.content ?? '',
    theirsBy: text(lang, 'memos.theirsBy', {
      name: saved?.savedBy ?? text(lang, 'memos.someoneElse'),
      when: saved === undefined ? '' : momentClockText(lang, saved.savedAt),
    }),
    postTo: '/gor/saveMemoSection',
    version: saved?.version ?? 0,
    fields: [
      { name: 'memoId', value: memoId },
      { name: 'section', value: section },
      { name: '_page', value: here },
      { name: '_next', value: here },
    ],
  };
}

/** A perspective may be answered with why it does not apply. */
function notApplicableOf(
  context: ReadContext,
  memo: MemoView,
  section: MemoSectionKey,
  content: MemoContent,
  here: string,
) {
  if (memoSections[section].demand !== 'answer') return undefined;
  const form = formFields(context.form, 'markNotApplicable');
  return {
    id: form.id,
    postTo: form.postTo,
    page: here,
    memoId: memo.id,
    section,
    version: memo.version,
    reason: form.field('reason', content.notApplicable[section]),
  };
}
