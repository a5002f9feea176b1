import type { Inline } from '../read/blocks';
import { DocumentFault } from '../read/document-fault';
import { drawableText, hasGlyph, widthOf, type Face } from '../fonts';
import type { Slot, StructNode } from '../structure';
import { COLOUR, faceFor, type TypeStyle } from '../style';

/** A stretch of text in one face, belonging to one piece of marked content. */
export interface Run {
  readonly text: string;
  readonly face: Face;
  readonly size: number;
  readonly colour: string;
  readonly slot: Slot;
  readonly link?: LinkTarget;
}

/** Where a link leads, and the Link element its clickable areas belong to. */
export interface LinkTarget {
  readonly href: string;
  readonly description: string;
  readonly node: StructNode;
}

/** A run's part on one line, `x` from the line's left edge. */
export interface Fragment {
  readonly run: Run;
  readonly text: string;
  readonly x: number;
  readonly width: number;
}

export interface Line {
  readonly fragments: readonly Fragment[];
  /** Width without the blank at the end. */
  readonly width: number;
}

/** Tells whether a link's address can be reached from the paper. */
export type LinkResolver = (href: string) => string | undefined;

/**
 * Makes runs of inline content and hangs them into the structure tree in reading order.
 * @returns runs, with `null` for a line break
 */
export function runsOf(
  inline: readonly Inline[],
  host: StructNode,
  style: TypeStyle,
  scale: number,
  resolve: LinkResolver,
): (Run | null)[] {
  const runs: (Run | null)[] = [];
  let slot: Slot | undefined;
  const add = (parts: readonly Inline[], owner: StructNode, link: LinkTarget | undefined): void => {
    for (const part of parts) {
      if (part.type === 'break') runs.push(null);
      else if (part.type === 'text') {
        slot ??= owner.slot();
        const face = faceFor(part.strong || style.strong, part.emphasis || style.emphasis);
        const run = {
          text: drawable(part.text),
          face,
          size: style.size * scale,
          colour: link ? COLOUR.accent : style.colour,
          slot,
        };
        runs.push(link ? { ...run, link } : run);
      } else {
        const child = childFor(part, owner, resolve);
        slot = undefined;
        add(part.content, child.node, child.link ?? link);
        slot = undefined;
      }
    }
  };
  add(inline, host, undefined);
  return runs;
}

function childFor(
  part: Exclude<Inline, { type: 'text' | 'break' }>,
  owner: StructNode,
  resolve: LinkResolver,
): { node: StructNode; link?: LinkTarget } {
  if (part.type === 'span') {
    return {
      node: owner.child('Span', {
        ...(part.lang === undefined ? {} : { lang: part.lang }),
        ...(part.expansion === undefined ? {} : { expansion: part.expansion }),
      }),
    };
  }
  const href = owner.muted ? undefined : resolve(part.href);
  if (href === undefined) return { node: owner.child('Span') };
  const node = owner.child('Link', { alt: part.description });
  return { node, link: { href, description: part.description, node } };
}

/** A character without a glyph is a fault (PDF/A-3 6.2.11.8): texts are checked when they are saved. */
function drawable(text: string): string {
  const clean = drawableText(text);
  for (const character of clean) {
    const point = character.codePointAt(0) ?? 0;
    if (!hasGlyph(point))
      throw new DocumentFault(
        `no font has U+${point.toString(16).toUpperCase().padStart(4, '0')} ("${character}") in "${clean}"`,
      );
  }
  return clean;
}

interface Piece {
  readonly run: Run;
  readonly text: string;
}

/**
 * Breaks runs into lines: at blanks; in a word that does not fit at its hyphens, soft hyphens and the signs of an address; between letters only where nothing else helps.
 * @param width of the line in points
 * @param hang by how much the lines after the first are narrower
 */
export function breakLines(runs: readonly (Run | null)[], width: number, hang = 0): Line[] {
  const lines: Line[] = [];
  let line = new LineBuilder(width);
  const next = (): void => {
    lines.push(line.build());
    line = new LineBuilder(width - hang);
  };
  let word: Piece[] = [];
  const place = (): void => {
    if (word.length === 0) return;
    if (!line.fits(word)) {
      for (const part of partsOf(word)) {
        if (!line.fits(part) && !line.isEmpty()) next();
        if (line.fits(part)) line.add(part);
        else
          for (const letter of lettersOf(part)) {
            if (!line.fits(letter) && !line.isEmpty()) next();
            line.add(letter);
          }
      }
    } else line.add(word);
    word = [];
  };
  for (const run of runs) {
    if (run === null) {
      place();
      next();
      continue;
    }
    const texts = run.text.match(/[^ ]* +|[^ ]+$/g) ?? [];
    texts.forEach((text, at) => {
      word.push({ run, text });
      if (text.endsWith(' ') && !isGlued(text, texts[at + 1])) place();
    });
  }
  place();
  next();
  return lines;
}

/** A number's groups and what they count stay on one line: "1 250 000 kr", "§ 12", "kl. 09.00", "010-555 01 00". */
function isGlued(text: string, next: string | undefined): boolean {
  if (next === undefined) return false;
  return /^\d/.test(next)
    ? /(\d|§|(^|\s)kl\.) $/.test(text)
    : /\d $/.test(text) && /^(kr|%)(\W|$)/.test(next);
}

/** A date or a registry number never breaks at its hyphens; a compound word does. */
const COMPOUND_BREAK = /(?<=\p{L}{3}-)(?=\p{L}{3})|(?<=\p{L}\u2013)(?=\p{L})|(?<=\u00ad)/u;
/** Addresses of the web and of mail break after their signs, too. */
const ADDRESS_BREAK = /(?<=\p{L}{3}-)(?=\p{L}{3})|(?<=\u00ad)|(?<=[/?&=._@])(?=[\p{L}\d])/u;
const ADDRESS_LENGTH = 24;

/** A word's parts between which a line may end: "sjukvårds-|huvudman", "https://|example.|se/|plan". */
function partsOf(word: readonly Piece[]): Piece[][] {
  const parts: Piece[][] = [];
  for (const piece of word) {
    piece.text
      .split(piece.text.length > ADDRESS_LENGTH ? ADDRESS_BREAK : COMPOUND_BREAK)
      .forEach((text, at) => {
        const last = parts.at(-1);
        if (at === 0 && last) last.push({ run: piece.run, text });
        else parts.push([{ run: piece.run, text }]);
      });
  }
  return parts;
}

function lettersOf(part: readonly Piece[]): Piece[][] {
  return part.flatMap((piece) => Array.from(piece.text, (text) => [{ run: piece.run, text }]));
}

class LineBuilder {
  private readonly pieces: Piece[] = [];
  private used = 0;

  constructor(private readonly room: number) {}

  isEmpty(): boolean {
    return this.pieces.length === 0;
  }

  fits(word: readonly Piece[]): boolean {
    // A soft hyphen takes room only at the end of a line, which is where this word would put it.
    return this.used + widthOfPieces(word, true) <= this.room + 0.01;
  }

  add(word: readonly Piece[]): void {
    this.pieces.push(...word);
    this.used += widthOfPieces(word, false);
  }

  build(): Line {
    const merged: { run: Run; text: string }[] = [];
    for (const piece of this.pieces) {
      const last = merged.at(-1);
      if (last?.run === piece.run) last.text += piece.text;
      else merged.push({ run: piece.run, text: piece.text });
    }
    let x = 0;
    const fragments = merged.map(({ run, text }, at): Fragment => {
      const shown = withoutSoftHyphens(text, at === merged.length - 1);
      const width = widthOf(run.face, run.size, shown);
      const fragment = { run, text: shown, x, width };
      x += width;
      return fragment;
    });
    const last = fragments.at(-1);
    return {
      fragments,
      width: last ? last.x + widthOf(last.run.face, last.run.size, last.text.replace(/ +$/, '')) : 0,
    };
  }
}

function widthOfPieces(pieces: readonly Piece[], atEnd: boolean): number {
  return pieces.reduce((sum, piece, at) => {
    const last = atEnd && at === pieces.length - 1;
    const text = withoutSoftHyphens(last ? piece.text.replace(/ +$/, '') : piece.text, last);
    return sum + widthOf(piece.run.face, piece.run.size, text);
  }, 0);
}

function withoutSoftHyphens(text: string, atEnd: boolean): string {
  if (!text.includes('\u00ad')) return text;
  const shown = atEnd && text.endsWith('\u00ad') ? `${text.slice(0, -1)}-` : text;
  return shown.replace(/\u00ad/g, '');
}
