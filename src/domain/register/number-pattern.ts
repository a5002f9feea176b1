/**
 * How a series writes its numbers. A pattern is plain text with fields: `{yyyy}` and `{yy}` the year, `{n}`,
 * `{nnnn}` the number (as many digits at least as there are n), `{d}` the document's number within the matter.
 * `HMC{yy}{nnnn}` writes HMC260004. The year is the one the matter was opened, not that of any decision in it.
 */
export interface NumberPattern {
  /** For matters, such as `HMC{yy}{nnnn}`; holds exactly one number field and no document field. */
  readonly matter: string;
  /** For documents within a matter, such as `HMC{yy}{nnnn}-{d}`; the fields of {@link matter} and `{d}`. */
  readonly document: string;
}

/** A registry number taken apart. The year is null in a series that does not count by year. */
export interface RegistryNumber {
  readonly year: number | null;
  readonly number: number;
  /** The document's number within the matter; null for the matter itself. */
  readonly document: number | null;
}

const field = /\{(?<name>yyyy|yy|n+|d)\}/gu;

const fieldsOf = (template: string): string[] => [...template.matchAll(field)].map((match) => match[1] ?? '');
const isNumberField = (name: string): boolean => name.startsWith('n');
const isYearField = (name: string): boolean => name.startsWith('y');

/** Whether the pattern has the fields it needs, each once, and the document's pattern all those of the matter's. */
export function isNumberPattern(pattern: NumberPattern): boolean {
  const matter = fieldsOf(pattern.matter);
  const document = fieldsOf(pattern.document);
  const once = (names: readonly string[]) =>
    names.filter(isNumberField).length === 1 && names.filter(isYearField).length <= 1;
  return (
    once(matter) &&
    once(document) &&
    !matter.includes('d') &&
    document.filter((name) => name === 'd').length === 1 &&
    matter.some(isYearField) === document.some(isYearField)
  );
}

/** Whether numbers begin anew each year in the series. */
export function countsByYear(pattern: NumberPattern): boolean {
  return fieldsOf(pattern.matter).some(isYearField);
}

function write(template: string, number: RegistryNumber): string {
  return template.replace(field, (_match, name: string) => {
    if (name === 'd') return String(number.document);
    if (isNumberField(name)) return String(number.number).padStart(name.length, '0');
    const year = String(number.year);
    return name === 'yy' ? year.slice(-2) : year;
  });
}

/**
 * Writes a registry number.
 * @throws RangeError when the year is missing in a series that counts by year, or the document number in a document's
 */
export function formatRegistryNumber(pattern: NumberPattern, number: RegistryNumber): string {
  if (countsByYear(pattern) && number.year === null) throw new RangeError('The series counts by year');
  return write(number.document === null ? pattern.matter : pattern.document, number);
}

const escape = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

/** A series written with a hyphen, a dash or a space somewhere is read with any of them: people mix them up. */
const asTyped = (text: string): string => escape(text).replace(/[-–—]/g, '[-–—]').replace(/\s+/g, '\\s*');

function expression(template: string): RegExp {
  let source = '';
  let end = 0;
  for (const match of template.matchAll(field)) {
    source += asTyped(template.slice(end, match.index));
    const name = match[1] ?? '';
    if (name === 'd') source += '(?<document>[1-9]\\d*)';
    else if (isYearField(name)) source += `(?<year>\\d{${name.length}})`;
    else source += name.length === 1 ? '(?<number>[1-9]\\d*)' : `(?<number>\\d{${name.length},})`;
    end = match.index + match[0].length;
  }
  return new RegExp(`^${source}${asTyped(template.slice(end))}$`, 'iu');
}

/** Two digits are read as the year of this century or the last, whichever does not lie far ahead. */
function fullYear(digits: string, thisYear: number): number {
  if (digits.length === 4) return Number(digits);
  const century = Math.floor(thisYear / 100) * 100;
  const year = century + Number(digits);
  return year > thisYear + 10 ? year - 100 : year;
}

function read(template: string, text: string, thisYear: number): RegistryNumber | undefined {
  const groups = expression(template).exec(text.trim())?.groups;
  if (groups === undefined) return undefined;
  const { year, number, document } = groups;
  if (Number(number) === 0) return undefined;
  return {
    year: year === undefined ? null : fullYear(year, thisYear),
    number: Number(number),
    document: document === undefined ? null : Number(document),
  };
}

/**
 * Reads a registry number of the series, a matter's or a document's; undefined when it is of another series.
 * @param thisYear to read years of two digits by
 */
export function parseRegistryNumber(
  pattern: NumberPattern,
  text: string,
  thisYear: number,
): RegistryNumber | undefined {
  return read(pattern.document, text, thisYear) ?? read(pattern.matter, text, thisYear);
}
