import { addDays, compareDays, dayFrom, weekday, yearOf, type Day } from './day';

/** Public holidays of 1989:253 1 §, and the eves that 1930:173 2 § treats like them. Sundays apart. */
export type HolidayName =
  | 'newYearsDay'
  | 'epiphany'
  | 'goodFriday'
  | 'easterSunday'
  | 'easterMonday'
  | 'firstOfMay'
  | 'ascensionDay'
  | 'whitSunday'
  | 'nationalDay'
  | 'midsummerDay'
  | 'allSaintsDay'
  | 'christmasDay'
  | 'boxingDay';

/** Why 1930:173 2 § lets an act wait: a holiday, an eve, or the weekend. */
export type NonWorkingReason =
  HolidayName | 'midsummerEve' | 'christmasEve' | 'newYearsEve' | 'saturday' | 'sunday';

/** Easter Sunday in the Gregorian calendar (the anonymous computus of Meeus, Jones and Butcher). */
function easterSunday(year: number): Day {
  const golden = year % 19;
  const century = Math.floor(year / 100);
  const yearOfCentury = year % 100;
  const moonCorrection = Math.floor((century - Math.floor((century + 8) / 25) + 1) / 3);
  const epact = (19 * golden + century - Math.floor(century / 4) - moonCorrection + 15) % 30;
  const toSunday =
    (32 + 2 * (century % 4) + 2 * Math.floor(yearOfCentury / 4) - epact - (yearOfCentury % 4)) % 7;
  const shift = Math.floor((golden + 11 * epact + 22 * toSunday) / 451);
  const sum = epact + toSunday - 7 * shift + 114;
  return dayFrom(year, Math.floor(sum / 31), (sum % 31) + 1);
}

/** The first Saturday on or after the day: midsummer day and all saints' day float within a week. */
function saturdayFrom(day: Day): Day {
  return addDays(day, (6 - weekday(day) + 7) % 7);
}

export interface Holiday {
  readonly day: Day;
  readonly name: HolidayName;
}

/**
 * 1989:253 1 §: the public holidays of a year in the order of the calendar. Two may share a day (whit Sunday and the
 * national day in 2049). Ordinary Sundays are holidays too, but not listed.
 */
export function holidays(year: number): readonly Holiday[] {
  const easter = easterSunday(year);
  const named: Holiday[] = [
    { day: dayFrom(year, 1, 1), name: 'newYearsDay' },
    { day: dayFrom(year, 1, 6), name: 'epiphany' },
    { day: addDays(easter, -2), name: 'goodFriday' },
    { day: easter, name: 'easterSunday' },
    { day: addDays(easter, 1), name: 'easterMonday' },
    { day: dayFrom(year, 5, 1), name: 'firstOfMay' },
    { day: addDays(easter, 39), name: 'ascensionDay' },
    { day: addDays(easter, 49), name: 'whitSunday' },
    { day: dayFrom(year, 6, 6), name: 'nationalDay' },
    { day: saturdayFrom(dayFrom(year, 6, 20)), name: 'midsummerDay' },
    { day: saturdayFrom(dayFrom(year, 10, 31)), name: 'allSaintsDay' },
    { day: dayFrom(year, 12, 25), name: 'christmasDay' },
    { day: dayFrom(year, 12, 26), name: 'boxingDay' },
  ];
  return named.sort((a, b) => compareDays(a.day, b.day));
}

/** Years whose days are counted already: pages count many days of the same year. */
const counted = new Map<number, ReadonlyMap<Day, NonWorkingReason>>();

/** The holidays and the three eves of a year. Where two holidays share a day, the first in the calendar's order names it. */
function namedDays(year: number): ReadonlyMap<Day, NonWorkingReason> {
  const known = counted.get(year);
  if (known !== undefined) return known;
  const named = new Map<Day, NonWorkingReason>([
    [addDays(saturdayFrom(dayFrom(year, 6, 20)), -1), 'midsummerEve'],
    [dayFrom(year, 12, 24), 'christmasEve'],
    [dayFrom(year, 12, 31), 'newYearsEve'],
  ]);
  for (const { day, name } of [...holidays(year)].reverse()) named.set(day, name);
  counted.set(year, named);
  return named;
}

/** Why the day is one of 1930:173 2 §; undefined on a day when offices work in the eyes of the law. */
export function nonWorkingReason(day: Day): NonWorkingReason | undefined {
  const named = namedDays(yearOf(day)).get(day);
  if (named !== undefined) return named;
  if (weekday(day) === 6) return 'saturday';
  if (weekday(day) === 7) return 'sunday';
  return undefined;
}

/** 1930:173 2 §: Sunday, other holiday, Saturday, midsummer eve, Christmas eve or New Year's eve. */
export function isLegalNonWorkingDay(day: Day): boolean {
  return nonWorkingReason(day) !== undefined;
}

/**
 * 1930:173 2 §: a statutory time that ends on a non-working day ends on the next weekday. For times that the law
 * sets forwards; a day counted backwards, or agreed between parties, is never moved by it.
 */
export function moveForwardIfNonWorking(day: Day): Day {
  let moved = day;
  while (isLegalNonWorkingDay(moved)) moved = addDays(moved, 1);
  return moved;
}

/**
 * The last day the office works on or before the day: what a page names beside a deadline counted backwards (M-1).
 * `officeClosed` holds the office's own closed days; they never move a legal day.
 */
export function lastOfficeDayBy(day: Day, officeClosed: ReadonlySet<Day> = new Set()): Day {
  let last = day;
  while (isLegalNonWorkingDay(last) || officeClosed.has(last)) last = addDays(last, -1);
  return last;
}
