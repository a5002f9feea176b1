import { addDays, addMonths, dayFrom, monthOf, weekday, yearOf, type Day } from '../time/day';
import { isLegalNonWorkingDay } from '../time/holidays';

/** The days that the demo county's texts name. */
export interface DemoDays {
  /** The meeting that can be carried from the plan to its end. */
  readonly meeting: Day;
  readonly previous: Day;
  readonly next: Day;
  /** From when the proposals hold: the first of the month after the meeting. */
  readonly effective: Day;
  readonly customerCouncil: Day;
}

const THREE_WEEKS = 21;
const FIVE_WEEKS = 35;
const FRIDAY = 5;

/**
 * The demo's days, counted from the day it is loaded: a meeting on a Friday about five weeks ahead, so that every step of
 * the tour can be taken at once; three months between meetings. No meeting is put on a day off.
 */
export function demoDays(today: Day): DemoDays {
  const meeting = fridayFrom(addDays(today, FIVE_WEEKS - 2));
  const month = addMonths(meeting, 1);
  return {
    meeting,
    // Held and verified before today, so that the coming meeting can report it.
    previous: fridayFrom(addDays(today, -THREE_WEEKS), -1),
    next: fridayFrom(addMonths(meeting, 3)),
    effective: dayFrom(yearOf(month), monthOf(month), 1),
    customerCouncil: fridayFrom(addDays(today, -1), -1),
  };
}

/** The first Friday from the day on, forwards or backwards, that is not a day off. */
function fridayFrom(day: Day, step: 1 | -1 = 1): Day {
  let friday = day;
  while (weekday(friday) !== FRIDAY || isLegalNonWorkingDay(friday)) friday = addDays(friday, step);
  return friday;
}
