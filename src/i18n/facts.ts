import { capacities, type Capacity } from '../domain/access/capacities';
import { isDay } from '../domain/time/day';
import { isClockTime } from '../domain/time/stockholm';
import { dayAndTimeText, dayText } from './dates';
import type { TextFacts } from './fill';
import type { Language } from './languages';
import { listText } from './numbers';
import { roleText } from './roles';

/**
 * Facts as a sentence says them: a day 'YYYY-MM-DD' becomes "fredag 20 februari 2026", with a time 'YYYY-MM-DD HH:MM'
 * "fredag 20 februari 2026 kl. 09.00", roles by their names in code
 * ("secretary, chair") become "sekreterare och ordförande", numbers of items ("5.3, 7") "5.3 och 7". All else stands as it is.
 */
export function factsInWords(lang: Language, facts: TextFacts): TextFacts {
  return Object.fromEntries(Object.entries(facts).map(([name, value]) => [name, inWords(lang, value)]));
}

function inWords(lang: Language, value: string | number): string | number {
  if (typeof value === 'number') return value;
  if (isDay(value)) return dayText(lang, value);
  const [day = '', time = '', ...more] = value.split(' ');
  if (more.length === 0 && isDay(day) && isClockTime(time)) return dayAndTimeText(lang, day, time);
  const parts = value.split(', ');
  if (parts.every((part) => /^\d+(\.\d+)?$/.test(part))) return listText(lang, parts);
  return parts.every(isCapacity)
    ? listText(lang, [...new Set(parts.map((part) => roleText(lang, part)))])
    : value;
}

const known: ReadonlySet<string> = new Set(capacities);

function isCapacity(text: string): text is Capacity {
  return known.has(text);
}
