import { allowed, refuse, type Verdict } from '../refusals/refusal';
import type { Day } from '../time/day';
import {
  countsByYear,
  formatRegistryNumber,
  isNumberPattern,
  parseRegistryNumber,
  type NumberPattern,
} from './number-pattern';

/** Whether a series may be kept with the pattern. */
export function canKeepSeries(pattern: NumberPattern): Verdict {
  return isNumberPattern(pattern) ? allowed : refuse('number-pattern-wrong', { pattern: pattern.matter });
}

/** A number of a series that is kept elsewhere is entered by hand: of the series' form, and not used here (R-1). */
export function canEnterNumber(
  series: { readonly pattern: NumberPattern; readonly keptHere: boolean },
  entered: { readonly text: string; readonly used: boolean; readonly thisYear: number },
): Verdict {
  if (series.keptHere) return refuse('number-given-by-series');
  const read = parseRegistryNumber(series.pattern, entered.text, entered.thisYear);
  if (read === undefined) {
    const year = countsByYear(series.pattern) ? entered.thisYear : null;
    const example = formatRegistryNumber(series.pattern, { year, number: 1, document: null });
    return refuse('number-not-of-series', { number: entered.text, example });
  }
  return entered.used ? refuse('number-used', { number: entered.text }) : allowed;
}

/** A matter of a series, as far as the numbers of its documents ask. */
export interface MatterPlace {
  /** The year it was numbered in; null in a series that does not count by year. */
  readonly year: number | null;
  /** None while the matter itself waits for its number. */
  readonly number: number | null;
}

/**
 * reads the number that another authority gave a document of the matter, as a whole (`RV240028-21`) or as the document's
 * number alone (`21`).
 * @returns the document's number within the matter; undefined when it is none of this matter's
 */
export function readDocumentNumber(
  pattern: NumberPattern,
  matter: MatterPlace,
  entered: { readonly text: string; readonly thisYear: number },
): number | undefined {
  const text = entered.text.trim();
  if (/^[1-9]\d{0,5}$/u.test(text)) return Number(text);
  // Only the document's form counts: the matter's own number is no document's.
  const form = { matter: pattern.document, document: pattern.document };
  const read = parseRegistryNumber(form, text, entered.thisYear);
  const here = read !== undefined && read.number === matter.number && read.year === matter.year;
  return here && read.document !== null && read.document < 1_000_000 ? read.document : undefined;
}

/** A document's number is entered where the series is kept elsewhere: one of the matter's, not used before. */
export function canEnterDocumentNumber(
  series: { readonly pattern: NumberPattern; readonly keptHere: boolean },
  matter: MatterPlace,
  entered: { readonly text: string; readonly used: boolean; readonly thisYear: number },
): Verdict {
  if (series.keptHere) return refuse('number-given-by-series');
  const { number, year } = matter;
  if (number === null) return refuse('matter-awaits-number');
  if (readDocumentNumber(series.pattern, matter, entered) === undefined) {
    const written = (document: number | null) =>
      formatRegistryNumber(series.pattern, { year, number, document });
    return refuse('document-number-not-of-matter', {
      number: entered.text,
      matter: written(null),
      example: written(1),
    });
  }
  return entered.used ? refuse('document-number-used', { number: entered.text }) : allowed;
}

/** What OSL 5:2 wants of every registered document. */
export interface Registration {
  readonly direction: 'incoming' | 'outgoing' | 'drawnUp';
  readonly day: Day;
  readonly today: Day;
  readonly subject: string;
  /** Sender of an incoming document, recipient of an outgoing one. */
  readonly counterpart: string;
  /** Whether the counterpart or subject is kept apart, since it is protected (OSL 5:2 second paragraph). */
  readonly counterpartProtected: boolean;
}

/** OSL 5:2: date, sender or recipient where there is one, and briefly what it is about. */
export function canRegister(registration: Registration): Verdict {
  if (registration.subject.trim() === '') return refuse('registration-without-subject');
  if (registration.day > registration.today)
    return refuse('registration-in-future', { day: registration.day });
  const needsCounterpart = registration.direction !== 'drawnUp' && !registration.counterpartProtected;
  if (needsCounterpart && registration.counterpart.trim() === '') {
    return refuse(
      registration.direction === 'incoming'
        ? 'registration-without-sender'
        : 'registration-without-recipient',
    );
  }
  return allowed;
}

/** OSL 5:5: a secrecy marking states the provision, the date and the authority. */
export function canMarkSecret(marking: {
  readonly provision: string;
  readonly day: Day | null;
  readonly authority: string;
}): Verdict {
  return marking.provision.trim() === '' || marking.day === null || marking.authority.trim() === ''
    ? refuse('secrecy-marking-incomplete')
    : allowed;
}

/** a wrong entry is cancelled with its reason and stays to be seen; nothing is deleted, no number used again. */
export function canCancelEntry(entry: { readonly cancelled: boolean; readonly reason: string }): Verdict {
  if (entry.cancelled) return refuse('entry-cancelled-already');
  return entry.reason.trim() === '' ? refuse('cancelling-needs-reason') : allowed;
}

/**
 * Whether minutes, or an extract of them, may support a later item: only when verified, and so locked. The decision's year
 * may lie before that of the matter's number, for a matter may get its number after the decision it grew from.
 */
export function canSupportItem(extract: { readonly reference: string; readonly verified: boolean }): Verdict {
  return extract.verified ? allowed : refuse('extract-not-verified', { reference: extract.reference });
}
