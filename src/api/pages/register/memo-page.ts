import { isDeepStrictEqual } from 'node:util';
import { missingInMemo } from '../../../domain/register/memo-content';
import { memoSectionKeys, memoSections, type MemoSectionKey } from '../../../domain/register/memo-sections';
import type { MemoContent } from '../../../domain/register/memo-content';
import { refuse } from '../../../domain/refusals/refusal';
import { shortMomentText } from '../../../i18n/dates';
import { text } from '../../../i18n/texts';
import { memoContent, memoDocumentData } from '../../../store/queries/register/memo-content';
import { readMemo, type MemoView } from '../../../store/queries/register/memos';
import { memoAccess } from '../../../store/queries/register/readers';
import type { ReadContext } from '../../context';
import { paths } from '../../paths';
import type { Action, DefinitionItem, MissingList, NextStep, StatusTag } from '../../render/components';
import { refusalWords } from '../../refusal-words';
import { page } from '../../route';
import { memoForms } from './memo-forms';
import { meetingFact, placeText } from './memo-place';
import { memoTag, numberText } from './words';

/** One memo: what is written, what is missing, and the step that makes it ready. */
export const memoPage = page({
  path: paths.memo,
  permission: { act: 'memo.write', object: ({ em }, { memoId }) => memoAccess(em, memoId) },
  auditEvent: 'readMemo',
  template: 'register/memo',
  view: async (context, { memoId }) => {
    const { em, lang } = context;
    const memo = await readMemo(em, memoId);
    const content = await memoContent(em, memoId);
    if (memo === null || content === null) return refuse('not-found');
    const missing = missingOf(context, memoId, content);
    const kept = await memoDocumentData(em, memoId);
    const changed = kept !== null && !isDeepStrictEqual(kept.content, content);
    const step = memo.cancelled ? undefined : nextStepOf(context, memo, missing, changed);
    return {
      title: memo.title,
      heading: {
        eyebrow: text(lang, 'memos.memoEyebrow', { body: memo.body }),
        state: memoTag(lang, { ...memo, changed }),
        facts: factsOf(context, memo),
      },
      breadcrumbs: [
        { text: text(lang, 'memos.memosTitle'), href: paths.memos.to() },
        { text: numberText(lang, memo.matterNumber), href: paths.matter.to({ matterId: memo.matterId }) },
      ],
      ...(step === undefined ? {} : { nextStep: step, missing }),
      view: {
        actions: actsOf(context, memo, changed),
        sections: sectionsOf(context, memo, content),
        documentHref: paths.document.to({ documentId: memo.documentId }),
        ...(memo.cancelled ? {} : await memoForms(context, memo)),
      },
    };
  },
});

function missingOf({ lang }: ReadContext, memoId: string, content: MemoContent): MissingList {
  const place = (section: MemoSectionKey | 'title' | 'dispatchTo'): string => {
    if (section === 'title') return '#changeMemo';
    return section === 'dispatchTo' ? '#chooseRecipients' : paths.memoSection.to({ memoId, section });
  };
  return {
    items: missingInMemo(content).map(({ section, refusal }) => ({
      text: refusalWords(lang, refusal).detail,
      href: place(section),
    })),
    complete: text(lang, 'memos.complete'),
  };
}

function nextStepOf({ lang }: ReadContext, memo: MemoView, missing: MissingList, changed: boolean): NextStep {
  const version = { version: memo.readyNumber };
  const after = placeText(lang, memo);
  if (memo.readyNumber > 0 && !changed && missing.items.length === 0) {
    return {
      title: text(lang, 'memos.stepDone'),
      text: `${text(lang, 'memos.stepDoneText', version)}${after}`,
    };
  }
  const again = memo.readyNumber > 0;
  const step = {
    title: text(lang, again ? 'memos.stepReadyAgain' : 'memos.stepReady'),
    text: again
      ? text(lang, 'memos.stepReadyAgainText', version)
      : `${text(lang, 'memos.stepReadyText')}${after} ${text(lang, 'memos.stepReadyAfterwards')}`,
  };
  if (missing.items.length > 0) return { ...step, blocked: text(lang, 'memos.stepReadyBlocked') };
  const here = paths.memo.to({ memoId: memo.id });
  const fields = [
    { name: 'memoId', value: memo.id },
    { name: 'version', value: memo.version },
    { name: '_page', value: here },
    { name: '_next', value: here },
  ];
  return { ...step, action: { text: text(lang, 'memos.stepReadyAct'), postTo: '/gor/readyMemo', fields } };
}

function factsOf({ lang }: ReadContext, memo: MemoView): DefinitionItem[] {
  return [
    {
      term: text(lang, 'register.factMatter'),
      text: `${numberText(lang, memo.matterNumber)} ${memo.matterTitle}`,
      href: paths.matter.to({ matterId: memo.matterId }),
    },
    {
      term: text(lang, 'memos.factAuthor'),
      text: [memo.author, memo.coAuthor].filter((name) => name !== null).join(', '),
    },
    meetingFact(lang, memo),
    ...(memo.readyAt === null
      ? []
      : [
          {
            term: text(lang, 'memos.factReady'),
            text: shortMomentText(lang, memo.readyAt),
            datetime: memo.readyAt.toISOString(),
          },
        ]),
  ];
}

function actsOf({ lang }: ReadContext, { id: memoId, readyNumber }: MemoView, changed: boolean): Action[] {
  const showsDraft = readyNumber === 0 || changed;
  const version = text(lang, 'memos.versionPdf', { version: readyNumber });
  return [
    { text: text(lang, 'memos.preview'), href: paths.memoPreview.to({ memoId }) },
    ...(showsDraft
      ? [{ text: text(lang, 'memos.draftPdf'), href: paths.memoFile.to({ memoId }, { utkast: 1 }) }]
      : []),
    ...(readyNumber > 0 ? [{ text: version, href: paths.memoFile.to({ memoId }) }] : []),
  ];
}

/** Every section with its state and the way to write it. */
function sectionsOf({ lang }: ReadContext, memo: MemoView, content: MemoContent) {
  return memoSectionKeys.map((key) => {
    const written = (content.sections[key] ?? '').trim() !== '';
    return {
      heading: memoSections[key].heading,
      level: memoSections[key].level,
      content: content.sections[key] ?? content.notApplicable[key],
      tag: sectionTag(lang, key, content),
      action: memo.cancelled
        ? undefined
        : {
            text: text(lang, written ? 'memos.sectionChange' : 'memos.sectionAct'),
            href: paths.memoSection.to({ memoId: memo.id, section: key }),
          },
    };
  });
}

/** "Skrivet", "Inte tillämpligt", "Behövs" or "Tomt". */
export function sectionTag(lang: ReadContext['lang'], key: MemoSectionKey, content: MemoContent): StatusTag {
  const holds = (words: string | undefined): boolean => (words ?? '').trim() !== '';
  if (holds(content.sections[key])) return { text: text(lang, 'memos.sectionWritten'), tone: 'success' };
  if (holds(content.notApplicable[key]))
    return { text: text(lang, 'memos.sectionNotApplicable'), tone: 'success' };
  return memoSections[key].demand === 'free'
    ? { text: text(lang, 'memos.sectionEmpty'), tone: 'neutral' }
    : { text: text(lang, 'memos.sectionNeeded'), tone: 'warning' };
}
