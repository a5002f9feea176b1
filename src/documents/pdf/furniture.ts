import { cutToLine, setInLines } from './fit';
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

/** The wordmark's indent beside its bar, and the room between it and what stands to the right. */
const INDENT = 12;
const BETWEEN = 20;
/** What stands to the right gets at least this share of the width, however long the wordmark is. */
const LEAST_SHARE = 0.35;
const WORDMARK = { size: 14.5, leading: 17, most: 3 } as const;
const UNIT = { size: 10.5, leading: 13, most: 1 } as const;
const ASIDE = { size: 9.5, leading: 13, most: 2 } as const;

function paintLetterhead(painter: Painter, header: PageHeader, number: string): void {
  const top = 48;
  const aside: readonly (readonly [string, Face])[] = [
    [header.kind, 'semibold'],
    ...(header.reference === undefined ? [] : [[header.reference, 'regular'] as const]),
    [number, 'regular'],
  ];
  const room = letterheadRoom(header, aside);
  const wordmark = setInLines(header.organisation, 'semibold', WORDMARK.size, room.wordmark, WORDMARK.most);
  const unit =
    header.unit === undefined ? [] : setInLines(header.unit, 'regular', UNIT.size, room.wordmark, UNIT.most);
  const unitTop = top + 13 + (wordmark.length - 1) * WORDMARK.leading;
  painter.rectangle(MARGIN.left, top, 3, unitTop - top + (unit.length === 0 ? 7 : 20), COLOUR.accent);
  const left = MARGIN.left + INDENT;
  wordmark.forEach((line, at) => {
    const baseline = top + 14.5 + at * WORDMARK.leading;
    painter.furniture(line, 'semibold', WORDMARK.size, COLOUR.accent, left, baseline);
  });
  unit.forEach((line) => painter.furniture(line, 'regular', UNIT.size, COLOUR.quiet, left, unitTop + 17));
  aside
    .flatMap(([text, face]) =>
      setInLines(text, face, ASIDE.size, room.aside, ASIDE.most).map((line) => [line, face] as const),
    )
    .forEach(([line, face], at) => toTheRight(painter, line, face, ASIDE.size, top + 9 + at * ASIDE.leading));
}

/** How wide the wordmark and what stands to the right of it may be, so that neither lies on the other. */
function letterheadRoom(
  header: PageHeader,
  aside: readonly (readonly [string, Face])[],
): { readonly wordmark: number; readonly aside: number } {
  const room = TEXT_WIDTH - INDENT - BETWEEN;
  const wished = Math.max(...aside.map(([text, face]) => widthOf(face, ASIDE.size, text)));
  const wordmark = Math.max(
    widthOf('semibold', WORDMARK.size, header.organisation),
    widthOf('regular', UNIT.size, header.unit ?? ''),
  );
  const given = Math.min(wished, Math.max(room - wordmark, room * LEAST_SHARE));
  return { wordmark: room - given, aside: given };
}

function paintRunningHead(painter: Painter, header: PageHeader, number: string): void {
  const baseline = 52;
  const size = 9;
  const tail = header.reference === undefined ? number : `  ·  ${number}`;
  const reference = cutToLine(
    header.reference ?? '',
    'regular',
    size,
    TEXT_WIDTH / 2 - widthOf('regular', size, tail),
  );
  const aside = `${reference}${tail}`;
  const name = cutToLine(
    `${header.organisation}  ·  ${header.kind}`,
    'regular',
    size,
    TEXT_WIDTH - BETWEEN - widthOf('regular', size, aside),
  );
  painter.furniture(name, 'regular', size, COLOUR.quiet, MARGIN.left, baseline);
  toTheRight(painter, aside, 'regular', size, baseline);
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
