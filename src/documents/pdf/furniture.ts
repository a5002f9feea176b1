import { widthOf, type Face } from './fonts';
import type { Painter } from './painter';
import { COLOUR, MARGIN, PAGE, TEXT_WIDTH } from './style';

/** What stands at the head of the pages; all of it is an artifact, so the same facts stand in the text, too. */
export interface PageHeader {
  /** The wordmark, such as "Gemensam hjälpmedelsnämnd". */
  readonly organisation: string;
  /** Second line of the wordmark, such as "Region Västerdal". */
  readonly unit?: string;
  /** The kind of document, such as "Protokoll". */
  readonly kind: string;
  /** Registry number or day of meeting, at the top right. */
  readonly reference?: string;
}

/** What stands at the foot of the first page: address and ways of contact, at most three lines. */
export interface PageFooter {
  readonly lines: readonly string[];
}

/** Paints letterhead, running heads and "Sida x (y)". */
export function paintFurniture(
  painter: Painter,
  header: PageHeader,
  footer: PageFooter,
  page: number,
  pages: number,
): void {
  const number = `Sida ${page + 1} (${pages})`;
  if (page === 0) paintLetterhead(painter, header, number);
  else paintRunningHead(painter, header, number);
  if (page === 0) paintFoot(painter, footer);
}

const right = PAGE.width - MARGIN.right;

function paintLetterhead(painter: Painter, header: PageHeader, number: string): void {
  const top = 48;
  painter.rectangle(MARGIN.left, top, 3, header.unit === undefined ? 20 : 33, COLOUR.accent);
  painter.furniture(header.organisation, 'semibold', 14.5, COLOUR.accent, MARGIN.left + 12, top + 14.5);
  if (header.unit !== undefined)
    painter.furniture(header.unit, 'regular', 10.5, COLOUR.quiet, MARGIN.left + 12, top + 30);
  const lines: readonly (readonly [string, Face])[] = [
    [header.kind, 'semibold'],
    ...(header.reference === undefined ? [] : [[header.reference, 'regular'] as const]),
    [number, 'regular'],
  ];
  lines.forEach(([text, face], at) => toTheRight(painter, text, face, 9.5, top + 9 + at * 13));
}

function paintRunningHead(painter: Painter, header: PageHeader, number: string): void {
  const baseline = 52;
  painter.furniture(
    `${header.organisation}  ·  ${header.kind}`,
    'regular',
    9,
    COLOUR.quiet,
    MARGIN.left,
    baseline,
  );
  toTheRight(
    painter,
    header.reference === undefined ? number : `${header.reference}  ·  ${number}`,
    'regular',
    9,
    baseline,
  );
  painter.rule(MARGIN.left, baseline + 9, TEXT_WIDTH, COLOUR.line, 0.5);
}

function toTheRight(painter: Painter, text: string, face: Face, size: number, baseline: number): void {
  painter.furniture(
    text,
    face,
    size,
    face === 'semibold' ? COLOUR.ink : COLOUR.quiet,
    right - widthOf(face, size, text),
    baseline,
  );
}

function paintFoot(painter: Painter, footer: PageFooter): void {
  if (footer.lines.length === 0) return;
  const leading = 11.5;
  const top = PAGE.height - 34 - footer.lines.length * leading;
  painter.rule(MARGIN.left, top - 2, TEXT_WIDTH, COLOUR.line, 0.5);
  footer.lines.forEach((text, at) =>
    painter.furniture(text, 'regular', 8.4, COLOUR.quiet, MARGIN.left, top + 10 + at * leading),
  );
}
