import { dayFrom, dayOfMonth, monthOf, weekday, yearOf, type Day, type Weekday } from './day';

const monthNames = [
  'januari',
  'februari',
  'mars',
  'april',
  'maj',
  'juni',
  'juli',
  'augusti',
  'september',
  'oktober',
  'november',
  'december',
];

const weekdayNames = ['måndag', 'tisdag', 'onsdag', 'torsdag', 'fredag', 'lördag', 'söndag'];

/** The number of a month written out in Swedish, 1-12; undefined when the word is none. */
export function monthNumber(word: string): number | undefined {
  const index = monthNames.indexOf(word.toLowerCase());
  return index < 0 ? undefined : index + 1;
}

/** «fredagen den 22 maj 2026», as standard sentences write a day: the agenda and the minutes are Swedish by law. */
export function definiteDate(day: Day): string {
  const named = `${weekdayNames[weekday(day) - 1] ?? ''}en`;
  return `${named} den ${dayOfMonth(day)} ${monthNames[monthOf(day) - 1] ?? ''} ${yearOf(day)}`;
}

/** A date as a text states it, weekday and all. */
export interface StatedDate {
  /** The words, such as «fredagen den 22 maj 2026». */
  readonly words: string;
  /** Null when the calendar has no such day, such as 31 april. */
  readonly day: Day | null;
  readonly statedWeekday: Weekday;
  /** What the day really is; null when it does not exist. */
  readonly actualWeekday: Weekday | null;
  readonly right: boolean;
}

const dated = new RegExp(
  `\\b(?<weekday>${weekdayNames.join('|')})(?:en)?\\s+(?:den\\s+)?(?<date>\\d{1,2})\\s+(?<month>${monthNames.join('|')})\\s+(?<year>\\d{4})`,
  'giu',
);

function dayOrNull(year: number, month: number, date: number): Day | null {
  try {
    return dayFrom(year, month, date);
  } catch {
    return null;
  }
}

/** Every date with a weekday in a Swedish text, and whether the weekday is right (case 10). */
export function statedDates(text: string): StatedDate[] {
  return [...text.matchAll(dated)].map(({ 0: words, groups }) => {
    const day = dayOrNull(
      Number(groups?.['year']),
      monthNumber(groups?.['month'] ?? '') ?? 0,
      Number(groups?.['date']),
    );
    const statedWeekday = (weekdayNames.indexOf((groups?.['weekday'] ?? '').toLowerCase()) + 1) as Weekday;
    const actualWeekday = day === null ? null : weekday(day);
    return { words, day, statedWeekday, actualWeekday, right: actualWeekday === statedWeekday };
  });
}

/** The dates whose weekday is another than the texts say, or that the calendar does not have (case 10), each once. */
export function wrongDates(texts: readonly (string | null)[]): StatedDate[] {
  const wrong = texts.flatMap((text) => statedDates(text ?? '')).filter(({ right }) => !right);
  return [...new Map(wrong.map((stated) => [stated.words, stated])).values()];
}
