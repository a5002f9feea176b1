import ical, { ICalCalendarMethod } from 'ical-generator';
import { refuse } from '../../../domain/refusals/refusal';
import { addDays } from '../../../domain/time/day';
import { momentAt } from '../../../domain/time/stockholm';
import { outsideWords } from '../../../i18n/task-words';
import { text } from '../../../i18n/texts';
import { readHolder } from '../../../store/queries/holder';
import { readPublishedMeetings } from '../../../store/queries/meetings/plan/plan-year';
import { readMyDetails } from '../../../store/queries/people/me';
import { readSignedIn } from '../../../store/queries/people/signed-in';
import { readMyTasks } from '../../../store/queries/tasks/my-tasks';
import type { ReadContext } from '../../context';
import { paths } from '../../paths';
import { sameToken } from '../../posts/same-token';
import { feed, type ReadRoute } from '../../route';
import { meetingEvent } from '../meetings/plan/calendar-event';

/** The address of a person's calendar: it proves itself, and another key makes another address. */
export function myCalendarAddress(
  { fingerprint, site }: Pick<ReadContext, 'fingerprint' | 'site'>,
  personId: string,
  key: string,
): string {
  return `${site.publicUrl}${paths.myCalendar.to({ personId, token: tokenOf(fingerprint, personId, key) })}`;
}

function tokenOf(fingerprint: ReadContext['fingerprint'], personId: string, key: string): string {
  return fingerprint('calendar', `${personId}/${key}`).slice(0, 43);
}

/** N-1: the days of the own tasks, and the meetings of the own boards. It tells no names and no matters: calendars are read elsewhere. */
const myCalendar = feed({
  path: paths.myCalendar,
  permission: 'public',
  auditEvent: 'readMyCalendar',
  view: async (context, { personId, token }) => {
    const { em, fingerprint, now, today, site } = context;
    const me = await readMyDetails(em, personId);
    const holder = me === null ? null : await readHolder(em, personId);
    if (me?.calendarKey == null || holder === null) return refuse('not-found');
    if (!sameToken(token, tokenOf(fingerprint, personId, me.calendarKey))) return refuse('not-found');
    const lang = me.language;
    const calendar = ical({
      name: text(lang, 'people.calendarName'),
      prodId: { company: 'Samråd', product: 'mina-dagar', language: lang.toUpperCase() },
      method: ICalCalendarMethod.PUBLISH,
    });
    for (const task of await readMyTasks(em, holder, today)) {
      const summary = outsideWords(lang, task.kind, { body: task.body ?? '', ...task.facts });
      if (task.dueDay === null || summary === null) continue;
      calendar.createEvent({
        id: `${task.id}@samrad`,
        start: momentAt(task.dueDay, '00:00'),
        end: momentAt(addDays(task.dueDay, 1), '00:00'),
        timezone: 'Europe/Stockholm',
        allDay: true,
        stamp: now,
        summary,
        url: `${site.publicUrl}${task.link}`,
      });
    }
    const { bodies } = await readSignedIn(em, holder, today);
    for (const body of bodies) {
      for (const meeting of await readPublishedMeetings(em, body.id)) {
        const url = `${site.publicUrl}${paths.meeting.to({ meetingId: meeting.id })}`;
        calendar.createEvent(meetingEvent(lang, now, body.name, meeting, url));
      }
    }
    return { body: calendar.toString(), mediaType: 'text/calendar; charset=utf-8' };
  },
});

export const myCalendarRoutes: readonly ReadRoute[] = [myCalendar];
