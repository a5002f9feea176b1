import ical, { ICalCalendarMethod } from 'ical-generator';
import { refuse } from '../../../../domain/refusals/refusal';
import { dayText } from '../../../../i18n/dates';
import type { Language } from '../../../../i18n/languages';
import { text } from '../../../../i18n/texts';
import {
  readBody,
  readPublishedMeetings,
  type BodyHead,
  type PlanMeeting,
} from '../../../../store/queries/meetings/plan/plan-year';
import type { ReadContext } from '../../../context';
import { paths } from '../../../paths';
import { feed, page, type ReadRoute } from '../../../route';
import { timeSpan } from '../overview/overview-head';
import { meetingEvent } from './calendar-event';

/** M-16: the plan as everyone may read it. */
const calendarPage = page({
  path: paths.calendar,
  permission: 'public',
  auditEvent: 'readCalendar',
  template: 'meetings/plan-calendar',
  audience: 'public',
  view: async ({ em, lang, today }, { slug }) => {
    const body = await readBody(em, { slug });
    if (body === null) return refuse('not-found');
    const meetings = await readPublishedMeetings(em, body.id);
    const rows = (which: readonly PlanMeeting[]) => which.map((meeting) => meetingWords(lang, meeting));
    const past = meetings.filter(({ day }) => day < today).reverse();
    return {
      title: text(lang, 'plan.calendarTitle', { body: body.name }),
      owner: body.name,
      heading: { lead: text(lang, 'plan.calendarLead') },
      view: {
        coming: rows(meetings.filter(({ day }) => day >= today)),
        past: rows(past),
        feedHref: paths.calendarFeed.to({ slug }),
        empty: { title: text(lang, 'plan.calendarEmptyTitle'), text: text(lang, 'plan.calendarEmptyText') },
      },
    };
  },
});

function meetingWords(lang: Language, meeting: PlanMeeting) {
  return {
    day: dayText(lang, meeting.day),
    datetime: meeting.day,
    time: timeSpan(lang, meeting),
    place: meeting.place,
  };
}

/** The same as iCalendar. */
const calendarFeed = feed({
  path: paths.calendarFeed,
  permission: 'public',
  auditEvent: 'readCalendarFeed',
  view: async (context, { slug }) => {
    const body = await readBody(context.em, { slug });
    if (body === null) return refuse('not-found');
    const meetings = await readPublishedMeetings(context.em, body.id);
    return { body: calendarText(context, body, meetings), mediaType: 'text/calendar; charset=utf-8' };
  },
});

function calendarText(
  { lang, now, site }: ReadContext,
  body: BodyHead,
  meetings: readonly PlanMeeting[],
): string {
  const calendar = ical({
    name: text(lang, 'plan.calendarTitle', { body: body.name }),
    prodId: { company: 'Samråd', product: 'sammantraden', language: lang.toUpperCase() },
    method: ICalCalendarMethod.PUBLISH,
  });
  for (const meeting of meetings) {
    const url = `${site.publicUrl}${paths.calendar.to({ slug: body.slug })}`;
    calendar.createEvent(meetingEvent(lang, now, body.name, meeting, url));
  }
  return calendar.toString();
}

// The feed first: its address would also be a calendar named "….ics".
export const planCalendarRoutes: readonly ReadRoute[] = [calendarFeed, calendarPage];
