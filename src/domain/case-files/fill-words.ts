import { asDay } from '../time/day';
import { definiteDate } from '../time/swedish-dates';

/** Days and words with names that the texts of a case file use: `{meeting}`, `{meeting.lång}`, `{year}`. */
export interface NamedWords {
  readonly days: Readonly<Record<string, string>>;
  readonly words: Readonly<Record<string, string>>;
}

const place = /\{(?<name>[a-z][A-Za-z]*)(?<long>\.lång)?\}/gu;

/** Puts named days and words into a text. A name that nobody gave stays as it is: texts may hold braces of their own. */
export function fillWords(text: string, named: NamedWords): string {
  return text.replace(place, (whole, name: string, long: string | undefined) => {
    const day = named.days[name];
    if (day !== undefined) return long === undefined ? day : definiteDate(asDay(day));
    return long === undefined ? (named.words[name] ?? whole) : whole;
  });
}

/** The same in every text of a value that JSON can hold; names of fields stay. */
export function fillWordsIn<Value>(value: Value, named: NamedWords): Value {
  return fillAny(value, named) as Value;
}

function fillAny(value: unknown, named: NamedWords): unknown {
  if (typeof value === 'string') return fillWords(value, named);
  if (Array.isArray(value)) return value.map((each) => fillAny(each, named));
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, fillAny(inner, named)]));
}
