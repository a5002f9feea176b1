import { yearOf, type Day } from '../time/day';
import { countsByYear, formatRegistryNumber, type NumberPattern } from './number-pattern';

/** The period a series counts in on a day: the year, or one without end. */
export function seriesPeriod(pattern: NumberPattern, day: Day): string {
  return countsByYear(pattern) ? String(yearOf(day)) : 'all';
}

/** A number as the series gives it, with what the counter is to hold next. */
export interface GivenNumber {
  readonly period: string;
  readonly number: number;
  readonly registryNumber: string;
  readonly next: number;
}

/**
 * the next number of the series, gapless within its period.
 * @param next what the counter of the period holds, read under lock; 1 in a new period
 */
export function nextMatterNumber(pattern: NumberPattern, openedOn: Day, next: number): GivenNumber {
  const year = countsByYear(pattern) ? yearOf(openedOn) : null;
  const registryNumber = formatRegistryNumber(pattern, { year, number: next, document: null });
  return { period: seriesPeriod(pattern, openedOn), number: next, registryNumber, next: next + 1 };
}

/** A matter's place in its series, as far as its documents' numbers ask. */
export interface NumberedMatter {
  /** The period it was numbered in: a year, or `all`. */
  readonly period: string;
  readonly number: number;
  readonly lastDocumentNumber: number;
}

/** the next document's number within the matter: HMC260004-1 is the first. Cancelled ones are never used again. */
export function nextDocumentNumber(
  pattern: NumberPattern,
  matter: NumberedMatter,
): { readonly number: number; readonly registryNumber: string } {
  const number = matter.lastDocumentNumber + 1;
  const year = countsByYear(pattern) ? Number(matter.period) : null;
  return {
    number,
    registryNumber: formatRegistryNumber(pattern, { year, number: matter.number, document: number }),
  };
}
