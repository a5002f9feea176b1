import { may } from '../../../../domain/access/may';
import { formatParagraphRange } from '../../../../domain/meetings/minutes/paragraph-reference';
import { lastCommonDay } from '../../../../domain/meetings/notice/notices';
import { refuse } from '../../../../domain/refusals/refusal';
import { dayText, shortDayText } from '../../../../i18n/dates';
import { text } from '../../../../i18n/texts';
import type { NoticeBoard } from '../../../../store/queries/meetings/notice/notice-boards';
import { readNoticeLetter, type NoticeLetter } from '../../../../store/queries/meetings/notice/notice-letter';
import {
  noticeAccess,
  readCourtAnswer,
  readNoticeHead,
  readNoticeParagraphs,
  type NoticeHead,
} from '../../../../store/queries/meetings/notice/notice-page';
import { readMeetingHead, type MeetingHead } from '../../../../store/queries/meetings/plan/overview';
import { rulesOfMeeting } from '../../../../store/queries/meetings/plan/plan-rules';
import { readLatestFile } from '../../../../store/queries/register/versions';
import type { ReadContext } from '../../../context';
import { formFields } from '../../../forms';
import { paths } from '../../../paths';
import type { Breadcrumb } from '../../../render/shell';
import type { DataList } from '../../../render/lists';
import { file, page, type ReadRoute } from '../../../route';
import { courtRoutes } from './notice-court';
import { noticeNext } from './notice-next';
import { boardState, boardTag, noticeTag } from './notice-words';
import { meetingTabs, meetingTitle, readerOf } from '../overview/overview-head';

const ofNotice = (act: 'notice.read' | 'court.record') => ({
  act,
  object: ({ em, holder }: ReadContext, { noticeId }: { readonly noticeId: string }) =>
    noticeAccess(
      em,
      noticeId,
      (holder?.holdings ?? []).flatMap(({ scope }) => (scope.kind === 'principal' ? [scope.id] : [])),
    ),
});

/** M-11: the notice with every board, the appeal time, the court's answer and the certificate. */
const noticePage = page({
  path: paths.notice,
  permission: ofNotice('notice.read'),
  auditEvent: 'readNotice',
  template: 'meetings/notice',
  view: async (context, { noticeId }) => {
    const { em, lang } = context;
    const head = await readNoticeHead(em, noticeId);
    const letter = head === null ? null : await readNoticeLetter(em, noticeId);
    if (head === null || letter === null) return refuse('not-found');
    const meeting = await readMeetingHead(em, head.meetingId);
    return {
      title: text(lang, 'notices.title', { day: dayText(lang, head.meetingDay) }),
      heading: {
        eyebrow: text(lang, 'notices.eyebrow', { body: head.body }),
        state: noticeTag(lang, head.state),
        lead: text(lang, 'notices.lead'),
        facts: factsOf(context, head, letter),
      },
      nextStep: noticeNext(context, head, letter),
      breadcrumbs: await crumbsOf(context, head),
      view: {
        ...(meeting === null ||
        !may(context.holder, 'meeting.read', { bodyId: head.bodyId }, context.today).ok
          ? {}
          : { tabs: meetingTabs(lang, meeting, readerOf(context, meeting), 'notice') }),
        boards: boardList(context, head, letter.boards),
        ...(head.state === 'posting' ? { postingDay: await postingDayForm(context, head, meeting) } : {}),
        times: letter.times.map(({ startsOn, endsOn, annulled, reason }) => ({
          text: text(lang, 'notices.timeCounted', {
            from: dayText(lang, startsOn),
            until: dayText(lang, endsOn),
          }),
          ...(annulled ? { annulled: text(lang, 'notices.timeAnnulled', { reason: reason ?? '' }) } : {}),
        })),
        answer: await answerOf(context, head),
        certificate:
          head.certificateDocumentId === null
            ? undefined
            : [
                {
                  name: text(lang, 'notices.certificateName'),
                  href: paths.noticeCertificate.to({ noticeId }),
                  facts: text(lang, 'notices.certificateFacts'),
                },
              ],
      },
    };
  },
});

export async function crumbsOf({ em, lang }: ReadContext, head: NoticeHead): Promise<Breadcrumb[]> {
  const meeting = await readMeetingHead(em, head.meetingId);
  if (meeting === null) return [];
  return [
    { text: text(lang, 'meetings.meetingsTitle'), href: paths.meetings.to() },
    { text: meetingTitle(lang, meeting), href: paths.meeting.to({ meetingId: meeting.id }) },
  ];
}

function factsOf({ lang }: ReadContext, head: NoticeHead, { paragraphs, times }: NoticeLetter) {
  const time = times.findLast(({ annulled }) => !annulled);
  const day = (term: string, value: NoticeHead['verifiedOn']) => ({
    term,
    text: dayText(lang, value),
    datetime: value,
  });
  return [
    { term: text(lang, 'notices.factParagraphs'), text: formatParagraphRange(paragraphs) },
    day(text(lang, 'notices.factVerified'), head.verifiedOn),
    ...(time === undefined
      ? [day(text(lang, 'notices.factPostingDay'), head.postingDay)]
      : [day(text(lang, 'notices.factUp'), time.startsOn), day(text(lang, 'notices.factEnds'), time.endsOn)]),
  ];
}

function boardList({ lang, today }: ReadContext, head: NoticeHead, boards: readonly NoticeBoard[]): DataList {
  const none = text(lang, 'notices.none');
  return {
    caption: text(lang, 'notices.boardsCaption'),
    columns: [
      { text: text(lang, 'notices.columnBoard') },
      { text: text(lang, 'notices.columnStated') },
      { text: text(lang, 'notices.columnDown') },
      { text: text(lang, 'notices.columnState') },
    ],
    rows: boards.map((board) => ({
      cells: [
        { text: board.principal },
        board.statedDay === null
          ? { text: none }
          : { text: shortDayText(lang, board.statedDay), datetime: board.statedDay },
        board.downDay === null
          ? { text: none }
          : { text: shortDayText(lang, board.downDay), datetime: board.downDay },
        { text: '', tag: boardTag(lang, boardState(board, head.lastDay, today)) },
      ],
      action: {
        text: `${text(lang, 'notices.boardAct')} ${board.principal}`,
        href: paths.posting.to({ postingId: board.postingId }),
      },
    })),
    actsText: text(lang, 'notices.acts'),
    countText: text(lang, 'notices.boardsCount', { count: boards.length }),
    empty: { title: text(lang, 'notices.boardsEmpty'), text: '' },
  };
}

async function postingDayForm(
  { em, lang, today, form: posted }: ReadContext,
  head: NoticeHead,
  meeting: MeetingHead | null,
) {
  const form = formFields(posted, 'setPostingDay');
  const inForce = meeting === null ? null : await rulesOfMeeting(em, meeting);
  const last = inForce === null ? null : lastCommonDay(inForce.rules, head.verifiedOn, today).day;
  return {
    id: form.id,
    postTo: form.postTo,
    page: paths.notice.to({ noticeId: head.id }),
    noticeId: head.id,
    version: head.version,
    day: form.field('day', head.postingDay < today ? today : head.postingDay),
    min: today,
    ...(last === null
      ? {}
      : { max: last, hint: text(lang, 'notices.postingDayHint', { last: dayText(lang, last) }) }),
  };
}

async function answerOf({ em, lang }: ReadContext, head: NoticeHead) {
  const answer = await readCourtAnswer(em, head.id);
  if (answer === null) return undefined;
  const numbers = new Map(
    (await readNoticeParagraphs(em, head.minutesId)).map(({ id, number }) => [id, number]),
  );
  return {
    text: text(lang, 'notices.answerText', { day: dayText(lang, answer.day), reference: answer.reference }),
    appeals: answer.appeals.map(({ paragraphId, caseNumber, stay }) =>
      text(lang, stay ? 'notices.answerStay' : 'notices.answerCase', {
        number: numbers.get(paragraphId) ?? '',
        caseNumber,
      }),
    ),
  };
}

const certificateFile = file({
  path: paths.noticeCertificate,
  permission: ofNotice('notice.read'),
  auditEvent: 'readNoticeCertificate',
  view: async ({ em }, { noticeId }) => {
    const head = await readNoticeHead(em, noticeId);
    return (await readLatestFile(em, head?.certificateDocumentId ?? null)) ?? refuse('not-found');
  },
});

export const noticeRoutes: readonly ReadRoute[] = [noticePage, certificateFile, ...courtRoutes];
