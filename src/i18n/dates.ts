import { dayOfMonth, daysBetween, monthOf, weekday, yearOf, type Day } from '../domain/time/day';
import { clockTimeOf, dayOf, type ClockTime } from '../domain/time/stockholm';
import type { Language } from './languages';

const weekdays: Record<Language, readonly string[]> = {
  sv: ['måndag', 'tisdag', 'onsdag', 'torsdag', 'fredag', 'lördag', 'söndag'],
  en: ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'],
};

const months: Record<Language, readonly string[]> = {
  sv: 'januari februari mars april maj juni juli augusti september oktober november december'.split(' '),
  en: 'January February March April May June July August September October November December'.split(' '),
};

const shortMonths: Record<Language, readonly string[]> = {
  sv: 'jan feb mars april maj juni juli aug sep okt nov dec'.split(' '),
  en: 'Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec'.split(' '),
};

const pick = (words: readonly string[], number: number): string => words[number - 1] ?? '';

/** "20 februari 2026". */
export function dateText(lang: Language, day: Day): string {
  return `${dayOfMonth(day)} ${pick(months[lang], monthOf(day))} ${yearOf(day)}`;
}

/** "fredag 20 februari 2026", as the office writes a day that matters. */
export function dayText(lang: Language, day: Day): string {
  return `${weekdayText(lang, day)} ${dateText(lang, day)}`;
}

/** "20 feb 2026", for narrow columns. */
export function shortDayText(lang: Language, day: Day): string {
  return `${dayOfMonth(day)} ${pick(shortMonths[lang], monthOf(day))} ${yearOf(day)}`;
}

/** "fredag". */
export function weekdayText(lang: Language, day: Day): string {
  return pick(weekdays[lang], weekday(day));
}

/** "februari". @param month 1 to 12 */
export function monthNameText(lang: Language, month: number): string {
  return pick(months[lang], month);
}

/** "februari 2026", for headings of a year plan. */
export function monthText(lang: Language, day: Day): string {
  return `${pick(months[lang], monthOf(day))} ${yearOf(day)}`;
}

/** "09.00" in Swedish, "09:00" in English. */
export function clockText(lang: Language, time: ClockTime): string {
  return lang === 'sv' ? time.replace(':', '.') : time;
}

/** "fredag 20 februari 2026 kl. 09.00": a day with a time on the clock in Sweden. */
export function dayAndTimeText(lang: Language, day: Day, time: ClockTime): string {
  return `${dayText(lang, day)} ${lang === 'sv' ? 'kl.' : 'at'} ${clockText(lang, time)}`;
}

/** "fredag 20 februari 2026 kl. 09.00": a moment as clocks in Sweden show it. */
export function momentText(lang: Language, moment: Date): string {
  return dayAndTimeText(lang, dayOf(moment), clockTimeOf(moment));
}

/** "20 feb 2026 kl. 14.32", for timelines and lists. */
export function shortMomentText(lang: Language, moment: Date): string {
  const word = lang === 'sv' ? 'kl.' : 'at';
  return `${shortDayText(lang, dayOf(moment))} ${word} ${clockText(lang, clockTimeOf(moment))}`;
}

/** "14.32": the time of the day at a moment. */
export function momentClockText(lang: Language, moment: Date): string {
  return clockText(lang, clockTimeOf(moment));
}

/** "i dag", "i morgon", "om 3 dagar", "för 3 dagar sedan": how far a day lies from today. */
export function relativeDayText(lang: Language, day: Day, today: Day): string {
  const days = daysBetween(today, day);
  const near = nearDays[lang][days];
  if (near !== undefined) return near;
  if (lang === 'sv') return days > 0 ? `om ${days} dagar` : `för ${-days} dagar sedan`;
  return days > 0 ? `in ${days} days` : `${-days} days ago`;
}

const nearDays: Record<Language, Readonly<Record<number, string>>> = {
  sv: { [-1]: 'i går', 0: 'i dag', 1: 'i morgon' },
  en: { [-1]: 'yesterday', 0: 'today', 1: 'tomorrow' },
};
