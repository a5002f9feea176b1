import {
  missingForVerification,
  type MissingInMinutes,
} from '../../../../domain/meetings/minutes/minutes-completeness';
import { minutesRecord } from '../../../../domain/meetings/minutes/minutes-record';
import { may } from '../../../../domain/access/may';
import { refuse, type Refusal } from '../../../../domain/refusals/refusal';
import { clockTimeOf } from '../../../../domain/time/stockholm';
import { dayText, momentClockText } from '../../../../i18n/dates';
import { text } from '../../../../i18n/texts';
import {
  minutesAccess,
  readComments,
  readMinutesHead,
  type MinutesHead,
} from '../../../../store/queries/meetings/minutes/minutes-page';
import {
  readParagraphs,
  type ParagraphView,
} from '../../../../store/queries/meetings/minutes/minutes-paragraphs';
import { recordedMinutes } from '../../../../store/queries/meetings/minutes/minutes-recorded';
import { readSigning } from '../../../../store/queries/meetings/minutes/minutes-signing';
import { readMeetingHead, type MeetingHead } from '../../../../store/queries/meetings/plan/overview';
import { rulesOfMeeting } from '../../../../store/queries/meetings/plan/plan-rules';
import { readLatestFile } from '../../../../store/queries/register/versions';
import type { ReadContext } from '../../../context';
import { formFields } from '../../../forms';
import { paths } from '../../../paths';
import type { MissingItem, MissingList } from '../../../render/components';
import { refusalWords } from '../../../refusal-words';
import { file, page, type PageContent, type ReadRoute } from '../../../route';
import { assignmentAsks, dateAsks } from './minutes-asks';
import { minutesNext } from './minutes-next';
import { commentRows, minutesFiles, paragraphView, plannedLine, signersStepper } from './minutes-words';
import { supplementLinks } from '../agenda/supplements';
import { meetingCrumbs, meetingHeading, meetingTabs, readerOf } from '../overview/overview-head';

/** Whoever reads the minutes: the body, and those who sign them, in office or not. */
export const ofMinutes = {
  act: 'minutes.read',
  object: ({ em }: ReadContext, { meetingId }: { readonly meetingId: string }) =>
    minutesAccess(em, meetingId),
} as const;

/** M-9: the minutes with everything in them, what is missing, and who signs. */
const minutesPage = page({
  path: paths.minutes,
  permission: ofMinutes,
  auditEvent: 'readMinutes',
  template: 'meetings/minutes',
  view: async (context, { meetingId }): Promise<PageContent<object> | Refusal> => {
    const { em, lang, holder, today } = context;
    const meeting = await readMeetingHead(em, meetingId);
    if (meeting === null) return refuse('not-found');
    const frame = frameOf(context, meeting);
    const head = await readMinutesHead(em, meetingId);
    const signing = head === null ? null : await readSigning(em, head.id);
    if (head === null || signing === null)
      return { ...frame, view: { ...frame.view, empty: emptyOf(context, 'none') } };
    const writes = may(holder, 'minutes.write', { bodyId: head.bodyId }, today).ok;
    const signs = signing.signers.some(
      ({ personId, replaced }) => !replaced && personId === holder?.personId,
    );
    if (head.state === 'drafting' && !writes && !signs)
      return { ...frame, view: { ...frame.view, empty: emptyOf(context, 'writing') } };
    const paragraphs = await readParagraphs(em, head.id);
    const drafts = writes && head.state === 'drafting';
    const missing = drafts ? await missingIn(context, meeting, head.id) : [];
    const comments = await readComments(em, head.id);
    const here = paths.minutes.to({ meetingId });
    return {
      ...frame,
      nextStep: minutesNext(context, head, signing, missing, writes),
      ...(drafts ? { missing: missingList(context, meetingId, missing, paragraphs) } : {}),
      view: {
        ...frame.view,
        ...plannedLine(context, head),
        signers: signersStepper(lang, signing),
        links: writes && head.state === 'verifying' ? linksOf(context, meetingId) : [],
        ...(drafts ? { times: timesForm(context, head) } : {}),
        files: await minutesFiles(context, head),
        supplements: await supplementLinks(context, head.id),
        paragraphs: paragraphs.map((paragraph) => ({
          ...paragraphView(paragraph, meeting.body),
          comments: commentRows(lang, comments, paragraph.id, writes ? here : null),
          ...(drafts ? { editHref: paths.paragraph.to({ meetingId, paragraphId: paragraph.id }) } : {}),
        })),
      },
    };
  },
});

/** When the meeting began and ended, to be put right while the minutes are written. */
function timesForm({ lang, form: posted }: ReadContext, head: MinutesHead) {
  const form = formFields(posted, 'correctTimes');
  return {
    id: form.id,
    postTo: form.postTo,
    page: paths.minutes.to({ meetingId: head.meetingId }),
    minutesId: head.id,
    version: head.version,
    open: form.refused,
    now: text(lang, 'minutes.timesNow', {
      start: momentClockText(lang, head.openedAt),
      end: momentClockText(lang, head.closedAt),
    }),
    start: form.field('startTime', clockTimeOf(head.openedAt)),
    end: form.field('endTime', clockTimeOf(head.closedAt)),
  };
}

export function frameOf(context: ReadContext, meeting: MeetingHead) {
  const { lang } = context;
  return {
    title: text(lang, 'minutes.title', { day: dayText(lang, meeting.day) }),
    heading: meetingHeading(lang, meeting),
    breadcrumbs: meetingCrumbs(lang, meeting),
    view: { tabs: meetingTabs(lang, meeting, readerOf(context, meeting), 'minutes') },
  };
}

function emptyOf({ lang }: ReadContext, why: 'none' | 'writing') {
  return why === 'none'
    ? { title: text(lang, 'minutes.noneTitle'), text: text(lang, 'minutes.noneText') }
    : { title: text(lang, 'minutes.writingTitle'), text: text(lang, 'minutes.writingText') };
}

function linksOf({ lang }: ReadContext, meetingId: string) {
  return [
    { text: text(lang, 'minutes.takeBackLink'), href: paths.minutesTakeBack.to({ meetingId }) },
    { text: text(lang, 'minutes.replaceLink'), href: paths.replaceVerifier.to({ meetingId }) },
  ];
}

async function missingIn(
  { em }: ReadContext,
  meeting: MeetingHead,
  minutesId: string,
): Promise<MissingInMinutes[]> {
  const inForce = await rulesOfMeeting(em, meeting);
  if (inForce === null) return [];
  if (!inForce.rules.digitalVerification)
    return [{ paragraph: null, refusal: refuse('digital-verification-not-allowed') }];
  return missingForVerification(minutesRecord(await recordedMinutes(em, minutesId, inForce.rules)));
}

function missingList(
  { lang }: ReadContext,
  meetingId: string,
  missing: readonly MissingInMinutes[],
  paragraphs: readonly ParagraphView[],
): MissingList {
  const idOf = new Map(paragraphs.map(({ number, id }) => [number, id]));
  const asks = [
    ...assignmentAsks({ lang }, meetingId, paragraphs),
    ...dateAsks({ lang }, meetingId, paragraphs),
  ];
  return {
    complete: text(lang, 'minutes.complete'),
    items: missing
      .map(({ paragraph, refusal }): MissingItem => {
        const { detail } = refusalWords(lang, refusal);
        const paragraphId = paragraph === null ? undefined : idOf.get(paragraph);
        return paragraphId === undefined
          ? { text: detail }
          : { text: detail, href: paths.correctRecord.to({ meetingId, paragraphId }) };
      })
      .concat(asks),
  };
}

/** The newest PDF: the text that is out for signing, or the verified copy. Its reading is logged. */
const minutesFile = file({
  path: paths.minutesFile,
  permission: ofMinutes,
  auditEvent: 'readMinutesFile',
  view: async ({ em }, { meetingId }) => {
    const head = await readMinutesHead(em, meetingId);
    if (head === null || head.state === 'drafting') return refuse('not-found');
    const found = await readLatestFile(em, head.documentId);
    if (found === null) return refuse('not-found');
    return { ...found, read: { kind: 'minutes', id: head.id, authorityId: head.authorityId } };
  },
});

export const minutesRoutes: readonly ReadRoute[] = [minutesPage, minutesFile];
