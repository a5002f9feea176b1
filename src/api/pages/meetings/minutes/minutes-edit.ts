import { refuse } from '../../../../domain/refusals/refusal';
import { paragraphWords } from '../../../../documents/meetings/paragraph-words';
import { momentClockText, shortMomentText } from '../../../../i18n/dates';
import { text, type TextKey } from '../../../../i18n/texts';
import {
  readComments,
  readMinutesHead,
  type MinutesHead,
} from '../../../../store/queries/meetings/minutes/minutes-page';
import {
  readParagraphs,
  type FreeText,
  type ParagraphView,
} from '../../../../store/queries/meetings/minutes/minutes-paragraphs';
import { readMeetingHead } from '../../../../store/queries/meetings/plan/overview';
import type { ReadContext } from '../../../context';
import { formFields } from '../../../forms';
import { paths } from '../../../paths';
import type { ConflictView } from '../../../render/lists';
import { refusalWords } from '../../../refusal-words';
import { page, type ReadRoute } from '../../../route';
import { commentRows } from './minutes-words';
import { meetingCrumbs, meetingHeading, ofMeeting } from '../overview/overview-head';

type Slot = 'summary' | 'background';
const slots: readonly (readonly [Slot, TextKey])[] = [
  ['summary', 'minutes.summary'],
  ['background', 'minutes.background'],
];

/** M-9: the free texts of one paragraph beside what was recorded; two writers never overwrite each other. */
const paragraphPage = page({
  path: paths.paragraph,
  permission: ofMeeting('minutes.write'),
  auditEvent: 'readParagraph',
  template: 'meetings/minutes-edit',
  view: async (context, { meetingId, paragraphId }) => {
    const { em, lang } = context;
    const meeting = await readMeetingHead(em, meetingId);
    const head = await readMinutesHead(em, meetingId);
    if (meeting === null || head === null) return refuse('not-found');
    const paragraphs = await readParagraphs(em, head.id);
    const index = paragraphs.findIndex(({ id }) => id === paragraphId);
    const paragraph = paragraphs[index];
    if (paragraph === undefined) return refuse('not-found');
    const here = paths.paragraph.to({ meetingId, paragraphId });
    const linkTo = (at: ParagraphView | undefined) =>
      at === undefined ? undefined : paths.paragraph.to({ meetingId, paragraphId: at.id });
    const blocked = whyNot(head);
    const record = paragraphWords({ ...paragraph, summary: '', background: '' }, meeting.body);
    const comments = await readComments(em, head.id);
    return {
      title: `§ ${paragraph.number} ${paragraph.record.title}`,
      heading: { ...meetingHeading(lang, meeting), facts: [] },
      breadcrumbs: [
        ...meetingCrumbs(lang, meeting),
        { text: text(lang, 'minutes.tab'), href: paths.minutes.to({ meetingId }) },
      ],
      view: {
        ...(blocked === null ? {} : { blocked: refusalWords(lang, blocked).detail }),
        comments: commentRows(lang, comments, paragraphId, here),
        editors:
          blocked === null
            ? slots.map(([slot, label]) => editorOf(context, paragraph, slot, label, here))
            : [],
        record,
        ...(blocked === null
          ? {
              corrections: correctLinks(
                context,
                paragraph,
                paths.correctRecord.to({ meetingId, paragraphId }),
              ),
            }
          : {}),
        minutesHref: paths.minutes.to({ meetingId }),
        previousHref: linkTo(paragraphs[index - 1]),
        nextHref: linkTo(paragraphs[index + 1]),
      },
    };
  },
});

/** The record of the item, and of each sub-item that was taken up on its own. */
function correctLinks({ lang }: ReadContext, { record }: ParagraphView, href: string) {
  const subItems = (record.subItems ?? []).map(({ itemId, label }) => ({
    href: `${href}?punkt=${itemId}`,
    text: text(lang, 'minutes.correctSubLink', { item: label }),
  }));
  return [{ href, text: text(lang, 'minutes.correctLink') }, ...subItems];
}

/** Why the text stands as it is (M-10); null while it is written. */
export function whyNot({ state }: MinutesHead) {
  if (state === 'drafting') return null;
  return refuse(state === 'verified' ? 'minutes-verified-no-edit' : 'minutes-presented-already');
}

function editorOf(context: ReadContext, paragraph: ParagraphView, slot: Slot, key: TextKey, here: string) {
  const { lang } = context;
  const own = context.form?.values['slot'] === slot ? context.form : undefined;
  const form = formFields(own, 'editParagraph');
  const stored = paragraph.texts[slot];
  const field = form.field('content', stored.content);
  const label = text(lang, key);
  return {
    id: `editParagraph-${slot}`,
    label,
    postTo: form.postTo,
    page: here,
    paragraphId: paragraph.id,
    slot,
    version: stored.version,
    content: { ...field, id: `${field.id}-${slot}` },
    conflict: conflictOf(context, paragraph.id, slot, stored, label, here),
    ...(stored.savedAt === null
      ? {}
      : {
          savedText: text(lang, 'minutes.savedBy', {
            when: shortMomentText(lang, stored.savedAt),
            name: stored.savedBy ?? text(lang, 'minutes.someoneElse'),
          }),
        }),
  };
}

/** Two wrote the same text: both, and the version that the choice builds on. */
function conflictOf(
  { form, lang }: ReadContext,
  paragraphId: string,
  slot: Slot,
  stored: FreeText,
  label: string,
  here: string,
): ConflictView | undefined {
  if (form?.command !== 'editParagraph' || form.refusal.code !== 'stale-version') return undefined;
  if (form.values['slot'] !== slot) return undefined;
  const typed = form.values['content'];
  return {
    name: 'content',
    label,
    mine: typeof typed === 'string' ? typed : '',
    theirs: stored.content,
    theirsBy: text(lang, 'minutes.theirsBy', {
      name: stored.savedBy ?? text(lang, 'minutes.someoneElse'),
      when: stored.savedAt === null ? '' : momentClockText(lang, stored.savedAt),
    }),
    postTo: '/gor/editParagraph',
    version: stored.version,
    fields: [
      { name: 'paragraphId', value: paragraphId },
      { name: 'slot', value: slot },
      { name: '_page', value: here },
      { name: '_next', value: here },
    ],
  };
}

export const minutesEditRoutes: readonly ReadRoute[] = [paragraphPage];
