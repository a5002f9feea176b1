import { z } from 'zod';
import type { RecordedParagraph } from '../../../../domain/meetings/recorded-paragraph';
import { outcomes } from '../../../../domain/meetings/session/outcomes';
import { refuse } from '../../../../domain/refusals/refusal';
import { text } from '../../../../i18n/texts';
import { readMinutesHead, readRecordedWords } from '../../../../store/queries/meetings/minutes/minutes-page';
import { readParagraphs } from '../../../../store/queries/meetings/minutes/minutes-paragraphs';
import { readItemRows } from '../../../../store/queries/meetings/session/session-item-rows';
import { readPossibleOwners } from '../../../../store/queries/meetings/session/session-side-rows';
import { readMeetingHead } from '../../../../store/queries/meetings/plan/overview';
import type { ReadContext } from '../../../context';
import { formFields } from '../../../forms';
import { paths } from '../../../paths';
import { refusalWords } from '../../../refusal-words';
import { page, type ReadRoute } from '../../../route';
import { followedForm } from './minutes-correct-followed';
import { addsOrder, orderForm } from './minutes-correct-order';
import { whyNot } from './minutes-edit';
import { pointsToStart } from '../session/session-decision';
import { meetingCrumbs, meetingHeading, ofMeeting } from '../overview/overview-head';
import { outcomesWithout, outcomeTexts } from '../session/session-forms';

/** Blank rows after the points that stand, to add one. */
const SPARE = 2;

/** M-9: what was noted wrongly is put right in the record; the paragraph is written anew from it. */
const correctPage = page({
  path: paths.correctRecord,
  permission: ofMeeting('minutes.write'),
  auditEvent: 'readRecordToCorrect',
  template: 'meetings/minutes-correct',
  query: z.object({ punkt: z.uuid().optional() }),
  view: async (context, { meetingId, paragraphId }, { punkt }) => {
    const { em, lang } = context;
    const meeting = await readMeetingHead(em, meetingId);
    const head = await readMinutesHead(em, meetingId);
    if (meeting === null || head === null) return refuse('not-found');
    const paragraph = (await readParagraphs(em, head.id)).find(({ id }) => id === paragraphId);
    if (paragraph === undefined) return refuse('not-found');
    const sub = paragraph.record.subItems?.find(({ itemId }) => itemId === punkt);
    if (punkt !== undefined && sub === undefined) return refuse('not-found');
    const record = sub ?? paragraph.record;
    const posted = addsOrder(context.form) ? undefined : context.form;
    const form = formFields(posted, 'correctRecord');
    const recorded = await readRecordedWords(em, sub?.itemId ?? paragraph.itemId);
    const rows = await readItemRows(em, sub?.itemId ?? paragraph.itemId);
    const blocked = whyNot(head);
    const own = paths.correctRecord.to({ meetingId, paragraphId });
    const here = sub === undefined ? own : `${own}?punkt=${sub.itemId}`;
    return {
      title: text(lang, 'minutes.correctTitle', { number: paragraph.number }),
      heading: { ...meetingHeading(lang, meeting, text(lang, 'minutes.correctLead')), facts: [] },
      breadcrumbs: [
        ...meetingCrumbs(lang, meeting),
        { text: text(lang, 'minutes.tab'), href: paths.minutes.to({ meetingId }) },
      ],
      view: {
        ...(blocked === null ? {} : { blocked: refusalWords(lang, blocked).detail }),
        id: form.id,
        postTo: form.postTo,
        page: here,
        next: paths.paragraph.to({ meetingId, paragraphId }),
        paragraphId,
        version: paragraph.version,
        ...(sub === undefined ? {} : { itemId: sub.itemId, subItem: `${sub.label} ${sub.title}` }),
        ...(record.outcome === null
          ? {}
          : {
              decision: decisionForm(lang, posted, record),
              followed: followedForm(
                lang,
                posted,
                rows.assignments,
                await readPossibleOwners(em, head.bodyId, meeting.day),
              ),
            }),
        order: orderForm(context, rows, record.proposal.length > 0),
        motions: recorded.motions.map(({ id, by, text: words }, index) => ({
          ...form.field(`motions[${index}].text`, words),
          motionId: id,
          removed: form.field(`motions[${index}].removed`, ''),
          label: text(lang, 'minutes.motionBy', { name: by }),
        })),
        propositions: recorded.propositions.map(({ id, words, carried }, index) => ({
          ...form.field(`propositions[${index}].words`, words),
          propositionId: id,
          ...(carried === null ? {} : { carried: String(carried) }),
          label: text(lang, 'minutes.proposition', { number: index + 1 }),
        })),
      },
    };
  },
});

function decisionForm(
  lang: ReadContext['lang'],
  posted: ReadContext['form'],
  record: Omit<RecordedParagraph, 'subItems'>,
) {
  const form = formFields(posted, 'correctRecord');
  const outcome = form.field('outcome', record.outcome);
  const points =
    record.outcome === null
      ? record.points
      : pointsToStart(record.proposal, { outcome: record.outcome, points: record.points });
  const rows = Array.from({ length: points.length + SPARE }, (_, index) => points[index] ?? '');
  return {
    outcome: {
      ...outcome,
      options: outcomes.map((value) => ({
        value,
        text: text(lang, outcomeTexts[value]),
        selected: outcome.value === value,
      })),
    },
    ...outcomesWithout,
    points: rows.map((point, index) => ({
      ...form.field(`points[${index}]`, point),
      label: text(lang, 'minutes.point', { number: index + 1 }),
    })),
    reason: form.field('reason', record.reason),
    effectiveOn: form.field('effectiveOn', record.effectiveOn),
    condition: form.field('condition', record.condition),
  };
}

export const minutesCorrectRoutes: readonly ReadRoute[] = [correctPage];
