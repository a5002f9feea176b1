import type { Day } from '../../../domain/time/day';
import { shortDayText } from '../../../i18n/dates';
import type { Language } from '../../../i18n/languages';
import { text } from '../../../i18n/texts';
import type { AssignmentView } from '../../../store/queries/assignments/assignment-view';
import type { StatusTag } from '../../render/components';

/** Where an assignment stands. */
export function assignmentTag(lang: Language, assignment: AssignmentView, today: Day): StatusTag {
  const { state, report, dueDay, returnDay } = assignment;
  if (state === 'closed') {
    return report !== null && returnDay !== null
      ? {
          text: text(lang, 'assignments.stateOnAgenda', { day: shortDayText(lang, returnDay) }),
          tone: 'success',
        }
      : { text: text(lang, 'assignments.stateClosed'), tone: 'neutral' };
  }
  if (state === 'reported') return { text: text(lang, 'assignments.stateReported'), tone: 'success' };
  if (dueDay === null) return { text: text(lang, 'assignments.stateDayNeeded'), tone: 'warning' };
  return dueDay < today
    ? { text: text(lang, 'assignments.stateLate'), tone: 'danger' }
    : { text: text(lang, 'assignments.stateOpen'), tone: 'info' };
}

/** "Gemensam hjälpmedelsnämnd 20 feb 2026, § 17" */
export function fromText(lang: Language, assignment: AssignmentView): string {
  const { body, meetingDay, paragraph } = assignment;
  const day = shortDayText(lang, meetingDay);
  return paragraph === null
    ? text(lang, 'assignments.fromPlain', { body, day })
    : text(lang, 'assignments.from', { body, day, number: paragraph });
}

/** The day that holds, else the proposed one, said to be a proposal. */
export function dayWords(lang: Language, { dueDay, proposedDay }: AssignmentView): string {
  if (dueDay !== null) return shortDayText(lang, dueDay);
  return proposedDay === null
    ? text(lang, 'assignments.dayNone')
    : text(lang, 'assignments.dayProposed', { day: shortDayText(lang, proposedDay) });
}

/** When the body said that it is to be done: its own words, or the day that it gave. */
export function saidWhen(lang: Language, { dueWords, proposedDay }: AssignmentView): string {
  if (dueWords !== null) return dueWords;
  return proposedDay === null ? text(lang, 'assignments.noWords') : shortDayText(lang, proposedDay);
}
