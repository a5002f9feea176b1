import { acts, type Act } from '../../../../domain/access/acts';
import { capacitiesOn, type Capacity } from '../../../../domain/access/capacities';
import { hasReached, type MeetingPhase } from '../../../../domain/meetings/phases';
import type { Day } from '../../../../domain/time/day';
import { clockText, dayText, relativeDayText } from '../../../../i18n/dates';
import type { Language } from '../../../../i18n/languages';
import { text, type TextKey } from '../../../../i18n/texts';
import { meetingAccess, type MeetingHead } from '../../../../store/queries/meetings/plan/overview';
import type { ReadContext } from '../../../context';
import { paths } from '../../../paths';
import type { DeadlineWords, StatusTag, Tabs, Tone } from '../../../render/components';
import type { Breadcrumb, PageHeading } from '../../../render/shell';

/** A page about a meeting: the act is asked of the meeting's body. */
export function ofMeeting(act: Act) {
  return {
    act,
    object: ({ em }: ReadContext, { meetingId }: { readonly meetingId: string }) =>
      meetingAccess(em, meetingId),
  };
}

const phaseWords: Readonly<Record<MeetingPhase, readonly [TextKey, Tone]>> = {
  planned: ['meetings.phasePlanned', 'neutral'],
  agendaApproved: ['meetings.phaseAgendaApproved', 'info'],
  summoned: ['meetings.phaseSummoned', 'info'],
  inSession: ['meetings.phaseInSession', 'warning'],
  closed: ['meetings.phaseClosed', 'neutral'],
  verified: ['meetings.phaseVerified', 'success'],
  ended: ['meetings.phaseEnded', 'success'],
};

/** Where the meeting stands, in words. */
export function phaseTag(lang: Language, phase: MeetingPhase): StatusTag {
  const [key, tone] = phaseWords[phase];
  return { text: text(lang, key), tone };
}

/** "Sammanträde fredag 20 februari 2026" */
export function meetingTitle(lang: Language, head: Pick<MeetingHead, 'day'>): string {
  return text(lang, 'meetings.meetingTitle', { day: dayText(lang, head.day) });
}

/** "kl. 09.00–12.00" */
export function timeSpan(lang: Language, head: Pick<MeetingHead, 'startTime' | 'endTime'>): string {
  const [start, end] = [clockText(lang, head.startTime), clockText(lang, head.endTime)];
  return text(lang, 'meetings.timeSpan', { start, end });
}

/** The first answer of every page about a meeting: which, whose, when, and where it stands. */
export function meetingHeading(lang: Language, head: MeetingHead, lead?: string): PageHeading {
  const { number, year, body } = head;
  return {
    eyebrow: text(lang, 'meetings.meetingEyebrow', { number, year, body }),
    state: phaseTag(lang, head.phase),
    facts: [
      { term: text(lang, 'meetings.termDay'), text: dayText(lang, head.day), datetime: head.day },
      { term: text(lang, 'meetings.termTime'), text: timeSpan(lang, head) },
      { term: text(lang, 'meetings.termPlace'), text: head.place },
    ],
    ...(lead === undefined ? {} : { lead }),
  };
}

/** The way back from a page about a meeting; the meeting itself stands there when the page lies below it. */
export function meetingCrumbs(lang: Language, head: MeetingHead, below = true): Breadcrumb[] {
  const list = { text: text(lang, 'meetings.meetingsTitle'), href: paths.meetings.to() };
  return below
    ? [list, { text: meetingTitle(lang, head), href: paths.meeting.to({ meetingId: head.id }) }]
    : [list];
}

/** What the reader is towards the meeting's body today. */
export function readerOf(context: ReadContext, head: Pick<MeetingHead, 'bodyId'>): ReadonlySet<Capacity> {
  const { holder, today } = context;
  return holder === null ? new Set() : capacitiesOn(holder, { bodyId: head.bodyId }, today);
}

/** Whether what the reader is towards the body is enough for the act. */
export function allowedTo(act: Act, reader: ReadonlySet<Capacity>): boolean {
  return acts[act].some((capacity) => reader.has(capacity));
}

export function deadlineWords(lang: Language, day: Day, today: Day, done = false): DeadlineWords {
  const relative = relativeDayText(lang, day, today);
  return {
    text: dayText(lang, day),
    datetime: day,
    passed: !done && day < today,
    ...(done ? {} : { relative }),
  };
}

const seats = ['chair', 'viceChair', 'member', 'substitute'] as const;

/** The parts of a meeting that the reader may open, each with its address. */
export function meetingTabs(
  lang: Language,
  head: MeetingHead,
  reader: ReadonlySet<Capacity>,
  current:
    | 'overview'
    | 'agenda'
    | 'summons'
    | 'papers'
    | 'attendance'
    | 'session'
    | 'participation'
    | 'minutes'
    | 'notice'
    | 'dispatch',
): Tabs {
  const meetingId = head.id;
  const tab = (name: typeof current, key: TextKey, href: string) => ({
    text: text(lang, key),
    href,
    current: name === current,
  });
  const secretary = reader.has('secretary');
  const seated = seats.some((capacity) => reader.has(capacity));
  // Whoever stands on a page by another right, such as a called official or a former verifier, keeps its tab.
  const opens = (name: typeof current, act: Act): boolean => name === current || allowedTo(act, reader);
  return {
    label: text(lang, 'meetings.tabsLabel'),
    tabs: [
      tab('overview', 'meetings.tabOverview', paths.meeting.to({ meetingId })),
      ...(secretary ? [tab('agenda', 'meetings.tabAgenda', paths.agenda.to({ meetingId }))] : []),
      ...(secretary ? [tab('summons', 'meetings.tabSummons', paths.summons.to({ meetingId }))] : []),
      tab('papers', 'meetings.tabPapers', paths.papers.to({ meetingId })),
      ...(secretary && (current === 'attendance' || !hasReached(head.phase, 'closed'))
        ? [tab('attendance', 'before.attendanceTab', paths.attendanceBefore.to({ meetingId }))]
        : []),
      ...(secretary ? [tab('session', 'session.tabSession', paths.session.to({ meetingId }))] : []),
      ...(seated ? [tab('participation', 'before.tab', paths.participation.to({ meetingId }))] : []),
      ...(hasReached(head.phase, 'closed') && opens('minutes', 'minutes.read')
        ? [tab('minutes', 'minutes.tab', paths.minutes.to({ meetingId }))]
        : []),
      ...(head.noticeId !== null && opens('notice', 'notice.read')
        ? [tab('notice', 'notices.tab', paths.notice.to({ noticeId: head.noticeId }))]
        : []),
      ...(hasReached(head.phase, 'verified') && opens('dispatch', 'dispatch.read')
        ? [tab('dispatch', 'dispatch.tab', paths.dispatches.to({ meetingId }))]
        : []),
    ],
  };
}
