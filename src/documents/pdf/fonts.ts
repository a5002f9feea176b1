import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import * as fontkit from 'fontkit';
import type { Font, GlyphRun } from 'fontkit';

/** The faces of Source Sans 3 that documents are set in. */
export type Face = 'regular' | 'semibold' | 'italic' | 'semiboldItalic';

export const FACES: readonly Face[] = ['regular', 'semibold', 'italic', 'semiboldItalic'];

const FILES: Readonly<Record<Face, string>> = {
  regular: 'SourceSans3-Regular.ttf',
  semibold: 'SourceSans3-Semibold.ttf',
  italic: 'SourceSans3-It.ttf',
  semiboldItalic: 'SourceSans3-SemiboldIt.ttf',
};

/** Words laid out by one face, shared by all documents of the process; emptied when it has grown past this. */
const CACHE_LIMIT = 20_000;

interface LoadedFace {
  readonly font: Font;
  words: Record<string, GlyphRun>;
  widths: Map<string, number>;
}

const loaded = new Map<Face, LoadedFace>();
const covered = new Map<number, boolean>();

/** The bytes of a face's font file. */
export function faceBytes(face: Face): Buffer {
  return readFileSync(join(dirname(require.resolve('source-sans/package.json')), 'TTF', FILES[face]));
}

/** A face parsed once per process: parsing it for each document made documents six times slower. */
export function parsedFace(face: Face): Font {
  return faceOf(face).font;
}

/** True if every face has a glyph for the character, so that bold and italic are safe, too. */
export function hasGlyph(codePoint: number): boolean {
  let known = covered.get(codePoint);
  if (known === undefined) {
    known = FACES.every((face) => parsedFace(face).hasGlyphForCodePoint(codePoint));
    covered.set(codePoint, known);
  }
  return known;
}

/** Blanks of other widths, from word processors. */
const OTHER_BLANKS = /[\t\u2000-\u2006\u2008\u200a\u205f\u3000]/g;
/** Signs without width that no font needs: zero-width space, joiners, byte order mark. */
const WITHOUT_WIDTH = /[\u200b\u200c\u200d\u2060\ufeff]/g;

/** A text as it is drawn: odd blanks become blanks, signs without width go, letters and their accents become one sign. */
export function drawableText(text: string): string {
  return text.replace(OTHER_BLANKS, ' ').replace(WITHOUT_WIDTH, '').normalize('NFC');
}

/** The words laid out so far, in the form in which pdfkit keeps its own, which is one per document and would start empty each time. */
export function knownWords(face: Face): Record<string, GlyphRun> {
  return faceOf(face).words;
}

/**
 * Width of a string in points.
 * @param size font size in points
 */
export function widthOf(face: Face, size: number, text: string): number {
  const entry = faceOf(face);
  let units = 0;
  let from = 0;
  while (from < text.length) {
    const space = text.indexOf(' ', from);
    const to = space === -1 ? text.length : space + 1;
    units += wordWidth(entry, text.slice(from, to));
    from = to;
  }
  return (units * size) / 1000;
}

/** Width of a word with its trailing space, if any, in thousandths of the font size. */
function wordWidth(entry: LoadedFace, word: string): number {
  const known = entry.widths.get(word);
  if (known !== undefined) return known;
  if (entry.widths.size >= CACHE_LIMIT) {
    entry.words = emptyWords();
    entry.widths = new Map();
  }
  const run = entry.font.layout(word);
  run.positions.forEach((position, at) => {
    position.advanceWidth = run.glyphs[at]?.advanceWidth ?? 0;
  });
  const width = run.advanceWidth;
  entry.words[word] = run;
  entry.widths.set(word, width);
  return width;
}

function faceOf(face: Face): LoadedFace {
  let entry = loaded.get(face);
  if (!entry) {
    const font = fontkit.create(faceBytes(face));
    // Positions are used as thousandths of the size; another unit would need a scale in every sum.
    if (font.unitsPerEm !== 1000)
      throw new Error(`the face ${face} has ${font.unitsPerEm} units per em, 1000 expected`);
    nameGlyphs(font);
    entry = { font, words: emptyWords(), widths: new Map() };
    loaded.set(face, entry);
  }
  return entry;
}

/**
 * Tells every glyph which letters it stands for, before any document can meet it otherwise: the font remembers a glyph as it first
 * came up, and as a part of another ("O" in "Ö", while the subset of an earlier document was written) it comes up without its letter.
 * Text copied or read aloud would lack it. Ligatures first, so that they stand for their letters and not for a sign of their own.
 */
function nameGlyphs(font: Font): void {
  for (const ligature of font.characterSet.filter((point) => point >= 0xfb00 && point <= 0xfb06))
    font.layout(String.fromCodePoint(ligature).normalize('NFKC'));
  for (const point of font.characterSet) font.glyphForCodePoint(point);
}

function emptyWords(): Record<string, GlyphRun> {
  return Object.create(null) as Record<string, GlyphRun>;
}
