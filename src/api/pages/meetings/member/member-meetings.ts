import { dayText } from '../../../../i18n/dates';
import type { Language } from '../../../../i18n/languages';
import { text, type TextKey } from '../../../../i18n/texts';
import { readMeetings, type MeetingRow } from '../../../../store/queries/meetings/plan/overview';
import { paths } from '../../../paths';
import type { StatusTag } from '../../../render/components';
import type { DataList, Row } from '../../../render/lists';
import { page, type ReadRoute } from '../../../route';
import { phaseTag, timeSpan } from '../overview/overview-head';

/** Capacities that lead to a body's meetings. */
const seated: ReadonlySet<string> = new Set([
  'secretary',
  'chair',
  'viceChair',
  'member',
  'substitute',
  'headOfCentre',
  'official',
  'auditor',
]);

const meetingsPage = page({
  path: paths.meetings,
  permission: 'signedIn',
  auditEvent: 'readMyMeetings',
  template: 'meetings/member-meetings',
  view: async ({ em, holder, lang, today }) => {
    const held = (holder?.holdings ?? []).filter(
      ({ capacity, scope, from, to }) =>
        seated.has(capacity) && scope.kind === 'body' && from <= today && (to === null || today <= to),
    );
    const bodyIds = [...new Set(held.flatMap(({ scope }) => scope.id ?? []))];
    const meetings = await readMeetings(em, bodyIds, holder?.personId ?? '');
    const coming = meetings.filter(({ day, phase }) => day >= today || phase === 'inSession').reverse();
    const past = meetings.filter((meeting) => !coming.includes(meeting));
    const keeps = held
      .filter(({ capacity }) => capacity === 'secretary')
      .flatMap(({ scope }) => scope.id ?? []);
    const bodies = new Map(meetings.map(({ bodyId, body }) => [bodyId, body]));
    return {
      title: text(lang, 'meetings.meetingsTitle'),
      heading: { lead: text(lang, 'meetings.meetingsLead') },
      view: {
        coming: meetingList(lang, coming, 'meetings.meetingsComingCaption'),
        past: past.length === 0 ? undefined : meetingList(lang, past, 'meetings.meetingsPastCaption'),
        plans: keeps.map((bodyId) => ({
          text: text(lang, 'meetings.planLink', { body: bodies.get(bodyId) ?? '' }),
          href: paths.meetingPlan.to({ bodyId }),
        })),
      },
    };
  },
});

function meetingList(lang: Language, meetings: readonly MeetingRow[], caption: TextKey): DataList {
  const t = (key: TextKey) => text(lang, key);
  return {
    caption: t(caption),
    columns: [
      { text: t('meetings.columnMeeting') },
      { text: t('meetings.termBody') },
      { text: t('meetings.columnPlace') },
      { text: t('meetings.columnState') },
      { text: t('meetings.columnPapers') },
    ],
    rows: meetings.map((meeting) => meetingRow(lang, meeting)),
    actsText: t('meetings.acts'),
    countText: text(lang, 'meetings.countMeetings', { count: meetings.length }),
    empty: { title: t('meetings.meetingsEmptyTitle'), text: t('meetings.meetingsEmptyText') },
  };
}

function meetingRow(lang: Language, meeting: MeetingRow): Row {
  const meetingId = meeting.id;
  const papers: { readonly text: string; readonly tag?: StatusTag } =
    meeting.opened === null
      ? { text: meeting.summoned ? '' : text(lang, 'meetings.papersNone') }
      : {
          text: '',
          tag: meeting.opened
            ? { text: text(lang, 'meetings.papersOpened'), tone: 'success' }
            : { text: text(lang, 'meetings.papersUnopened'), tone: 'warning' },
        };
  const action = meeting.summoned
    ? { text: text(lang, 'meetings.openPapers'), href: paths.papers.to({ meetingId }) }
    : { text: text(lang, 'meetings.openMeetingPage'), href: paths.meeting.to({ meetingId }) };
  return {
    cells: [
      {
        text: `${dayText(lang, meeting.day)}, ${timeSpan(lang, meeting)}`,
        href: paths.meeting.to({ meetingId }),
      },
      { text: meeting.body },
      { text: meeting.place },
      { text: '', tag: phaseTag(lang, meeting.phase) },
      papers,
    ],
    action,
  };
}

export const memberMeetingsRoutes: readonly ReadRoute[] = [meetingsPage];
