import type { Day } from '../time/day';

/**
 * How a series writes its numbers. A pattern is plain text with tokens:
 * `{yy}` `{yyyy}` the year, `{n}` the number, `{nnnn}` the number with at least four digits, and one part in
 * brackets for a document within the matter, such as `[-{d}]` or `[:{d}]`. Without brackets documents get `-1`, `-2` at the end.
 * Examples: `HMC{yy}{nnnn}` gives HMC260004 and HMC260004-1, `HSN {n}[:{d}]–{yyyy}` gives HSN 158–2025 and HSN 158:6–2025.
 */
export interface RegistryNumber {
  /** '2026' where the pattern holds the year, otherwise '' for a series that runs on. */
  readonly period: string;
  readonly number: number;
}

const documentPart = /\[([^\]]*)\]/;
const tokens = /\{(yyyy|yy|n+|d)\}/g;

/** The period that a number taken on a day belongs to: gapless within it. */
export function periodOf(pattern: string, day: Day): string {
  return holdsYear(pattern) ? day.slice(0, 4) : '';
}

/** What is wrong with a pattern; null when it can be used. */
export function patternFault(
  pattern: string,
): 'number-missing' | 'token-unknown' | 'document-part-wrong' | null {
  const outside = pattern.replace(documentPart, '');
  if ([...outside.matchAll(/\{n+\}/g)].length !== 1) return 'number-missing';
  if (/[{}[\]]/.test(pattern.replace(tokens, '').replace(documentPart, '$1'))) return 'token-unknown';
  const part = documentPart.exec(pattern)?.[1];
  if (outside.includes('{d}') || (part !== undefined && !part.includes('{d}'))) return 'document-part-wrong';
  return null;
}

/** The registry number of a matter: HMC260004. */
export function formatMatterNumber(pattern: string, at: RegistryNumber): string {
  return fill(pattern.replace(documentPart, ''), at, 0);
}

/** The number of a document within its matter: HMC260004-1. */
export function formatDocumentNumber(pattern: string, matter: RegistryNumber, document: number): string {
  const whole = documentPart.test(pattern) ? pattern.replace(documentPart, '$1') : `${pattern}-{d}`;
  return fill(whole, matter, document);
}

/**
 * Reads a matter's number that was given elsewhere (R-6).
 * @returns null when the text does not follow the series' pattern
 */
export function readMatterNumber(pattern: string, text: string): RegistryNumber | null {
  const source = pattern
    .replace(documentPart, '')
    .split(/(\{(?:yyyy|yy|n+)\})/)
    .map(asExpression)
    .join('');
  const found = new RegExp(`^${source}$`, 'u').exec(text.trim());
  const number = Number(found?.groups?.['number']);
  if (found === null || !Number.isSafeInteger(number) || number < 1) return null;
  const year = found.groups?.['year'];
  const short = found.groups?.['short'];
  return { period: year ?? (short === undefined ? '' : `20${short}`), number };
}

function asExpression(piece: string): string {
  if (piece === '{yyyy}') return '(?<year>\\d{4})';
  if (piece === '{yy}') return '(?<short>\\d{2})';
  const digits = /^\{(n+)\}$/.exec(piece)?.[1]?.length;
  if (digits !== undefined) return `(?<number>\\d{${digits},9})`;
  return piece.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&').replaceAll('–', '[–-]');
}

function fill(pattern: string, at: RegistryNumber, document: number): string {
  return pattern.replace(tokens, (_match, token: string) => {
    if (token === 'yyyy') return at.period;
    if (token === 'yy') return at.period.slice(-2);
    if (token === 'd') return String(document);
    return String(at.number).padStart(token.length, '0');
  });
}

function holdsYear(pattern: string): boolean {
  return pattern.includes('{yy}') || pattern.includes('{yyyy}');
}
