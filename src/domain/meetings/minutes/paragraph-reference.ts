/** A paragraph as others refer to it: always with body and year (B-8). */
export interface ParagraphReference {
  readonly number: number;
  /** The body's short name, such as "GHN". */
  readonly body: string;
  /** The year of the decision. It may lie before the year of the matter's registry number (R-6). */
  readonly year: number;
}

const written = /^§\s*(?<number>[1-9]\d*)\s+(?<body>\S.*?)\s+(?<year>\d{4})$/u;

/** "§ 28 GHN 2023". */
export function formatParagraphReference(reference: ParagraphReference): string {
  return `§ ${reference.number} ${reference.body} ${reference.year}`;
}

/** Reads "§28 GHN 2023", with or without a space after §; undefined when body or year is missing. */
export function parseParagraphReference(text: string): ParagraphReference | undefined {
  const groups = written.exec(text.trim())?.groups;
  if (groups === undefined) return undefined;
  const { number, body, year } = groups;
  return { number: Number(number), body: body ?? '', year: Number(year) };
}

/** «§§ 57–67»: the range that a front page or a notice prints; gaps are written out. */
export function formatParagraphRange(numbers: readonly number[]): string {
  const sorted = [...new Set(numbers)].sort((a, b) => a - b);
  const runs: [number, number][] = [];
  for (const number of sorted) {
    const last = runs.at(-1);
    if (last !== undefined && number === last[1] + 1) last[1] = number;
    else runs.push([number, number]);
  }
  const sign = sorted.length > 1 ? '§§' : '§';
  return `${sign} ${runs.map(([from, to]) => (from === to ? String(from) : `${from}–${to}`)).join(', ')}`;
}
