import type { ICalEventData } from 'ical-generator';
import { momentAt } from '../../../../domain/time/stockholm';
import type { Language } from '../../../../i18n/languages';
import { text } from '../../../../i18n/texts';
import type { PlanMeeting } from '../../../../store/queries/meetings/plan/plan-year';

/** A meeting in a calendar: one that is moved keeps its identity and has a higher sequence, so that calendars follow. */
export function meetingEvent(
  lang: Language,
  now: Date,
  body: string,
  meeting: PlanMeeting,
  url: string,
): ICalEventData {
  return {
    id: `${meeting.id}@samrad`,
    sequence: meeting.calendarSequence,
    start: momentAt(meeting.day, meeting.startTime),
    end: momentAt(meeting.day, meeting.endTime),
    stamp: now,
    summary: text(lang, 'plan.calendarEvent', { number: meeting.number, body }),
    location: meeting.place,
    url,
  };
}
