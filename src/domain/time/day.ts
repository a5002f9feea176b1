import { Temporal } from 'temporal-polyfill';

/** A calendar day in Sweden, `YYYY-MM-DD`. Days compare as strings; build one with {@link asDay}. */
export type Day = string & { readonly __brand: 'Day' };

/** 1 Monday ... 7 Sunday (SS-ISO 8601). */
export type Weekday = 1 | 2 | 3 | 4 | 5 | 6 | 7;

const dayPattern = /^\d{4}-\d{2}-\d{2}$/;

const plain = (day: Day): Temporal.PlainDate => Temporal.PlainDate.from(day);
const fromPlain = (date: Temporal.PlainDate): Day => date.toString() as Day;

/** Whether the text is a day that exists, written `YYYY-MM-DD`. */
export function isDay(text: string): text is Day {
  if (!dayPattern.test(text)) return false;
  try {
    Temporal.PlainDate.from(text, { overflow: 'reject' });
    return true;
  } catch {
    return false;
  }
}

/** The text as a day. Throws RangeError when it is not a day that exists, written `YYYY-MM-DD`. */
export function asDay(text: string): Day {
  if (!isDay(text)) throw new RangeError(`Not a day (YYYY-MM-DD): ${text}`);
  return text;
}

/** The day of a year, month (1-12) and day of month. Throws RangeError when it does not exist. */
export function dayFrom(year: number, month: number, dayOfMonth: number): Day {
  return fromPlain(Temporal.PlainDate.from({ year, month, day: dayOfMonth }, { overflow: 'reject' }));
}

/** The day `count` days later, earlier when negative. */
export function addDays(day: Day, count: number): Day {
  return fromPlain(plain(day).add({ days: count }));
}

/** 1930:173 1 §: a time of weeks ends on the same weekday; the day it starts from is not counted. */
export function addWeeks(day: Day, count: number): Day {
  return fromPlain(plain(day).add({ weeks: count }));
}

/** 1930:173 1 §: a time of months ends on the same date, or on the last day of a month that lacks it. */
export function addMonths(day: Day, count: number): Day {
  return fromPlain(plain(day).add({ months: count }, { overflow: 'constrain' }));
}

/** 1930:173 1 §: a time of years ends on the same date; from 29 February on 28 February when there is none. */
export function addYears(day: Day, count: number): Day {
  return fromPlain(plain(day).add({ years: count }, { overflow: 'constrain' }));
}

/** Days from the first to the second; negative when the second is earlier. */
export function daysBetween(first: Day, second: Day): number {
  return plain(first).until(plain(second), { largestUnit: 'days' }).days;
}

/** Negative, zero or positive, for sorting from the earliest day. */
export function compareDays(first: Day, second: Day): number {
  return first < second ? -1 : first > second ? 1 : 0;
}

/** The latest of the days; undefined when there is none. */
export function latestDay(days: readonly Day[]): Day | undefined {
  return [...days].sort(compareDays).at(-1);
}

/** 1 Monday ... 7 Sunday. */
export function weekday(day: Day): Weekday {
  return plain(day).dayOfWeek as Weekday;
}

/** The calendar year of a day. */
export function yearOf(day: Day): number {
  return Number(day.slice(0, 4));
}

/** The month of a day, 1-12. */
export function monthOf(day: Day): number {
  return Number(day.slice(5, 7));
}

/** The date number of a day, 1-31. */
export function dayOfMonth(day: Day): number {
  return Number(day.slice(8));
}
