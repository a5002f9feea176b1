import type { HeadingLevel, ParagraphLook } from './read/blocks';
import type { Face } from './fonts';

/** A4 in points. */
export const PAGE = { width: 595.28, height: 841.89 } as const;

/** Room for text, in points from the page's edges. The first page gives room to the letterhead. */
export const MARGIN = { left: 79, right: 71, bottom: 66, firstBottom: 88, top: 88, firstTop: 138 } as const;

export const TEXT_WIDTH = PAGE.width - MARGIN.left - MARGIN.right;

/** Calm and dark enough: every colour of text has at least 7:1 against white. */
export const COLOUR = {
  ink: '#1b1d1f',
  quiet: '#4a5157',
  accent: '#17494d',
  line: '#b9c2c6',
  strongLine: '#17494d',
  tint: '#eef3f3',
  tableTint: '#f4f6f7',
} as const;

/** How a block of text is set; sizes and spaces in points. */
export interface TypeStyle {
  readonly size: number;
  readonly leading: number;
  readonly before: number;
  readonly after: number;
  readonly colour: string;
  readonly strong: boolean;
  readonly emphasis: boolean;
}

const body = {
  size: 10.5,
  leading: 14.6,
  before: 0,
  after: 6.5,
  colour: COLOUR.ink,
  strong: false,
  emphasis: false,
} satisfies TypeStyle;

export const PARAGRAPH_STYLE: Readonly<Record<ParagraphLook, TypeStyle>> = {
  body,
  bare: { ...body, after: 2.5 },
  lead: { ...body, size: 12.5, leading: 17, after: 8, colour: COLOUR.quiet },
  meta: { ...body, size: 9.5, leading: 13, after: 6, colour: COLOUR.quiet },
  label: { ...body, size: 9, leading: 12, before: 10, after: 1.5, colour: COLOUR.quiet, strong: true },
  small: { ...body, size: 8.8, leading: 12, after: 4, colour: COLOUR.quiet },
};

export const HEADING_STYLE: Readonly<Record<HeadingLevel, TypeStyle>> = {
  1: { size: 22, leading: 26, before: 0, after: 6, colour: COLOUR.ink, strong: true, emphasis: false },
  2: { size: 14, leading: 18, before: 22, after: 4, colour: COLOUR.accent, strong: true, emphasis: false },
  3: { size: 11, leading: 14.6, before: 11, after: 3, colour: COLOUR.ink, strong: true, emphasis: false },
  4: { size: 10.5, leading: 14.6, before: 9, after: 2, colour: COLOUR.ink, strong: true, emphasis: true },
};

export const CAPTION_STYLE: TypeStyle = { ...body, size: 9.5, leading: 13, after: 4, colour: COLOUR.quiet };

export const TABLE = { size: 9.6, leading: 13, padX: 5, padY: 3.6 } as const;

/** Scale of text in table cells against body text. */
export const TABLE_SCALE = TABLE.size / body.size;

export const LIST = {
  indent: 18,
  labelGap: 6,
  itemGap: 2.5,
  hang: 10,
  /** A list of at most so many lines, and no pictures, is not cut by the end of a page. */
  keptLines: 4,
  keptHeight: 90,
} as const;

export const DEFINITIONS = { termShare: 0.24, gap: 12, entryGap: 4 } as const;

export const BOX = { padX: 13, padY: 10, bar: 2.5 } as const;

export const COLUMN_GAP = 24;

export function faceFor(strong: boolean, emphasis: boolean): Face {
  if (strong) return emphasis ? 'semiboldItalic' : 'semibold';
  return emphasis ? 'italic' : 'regular';
}

/** Distance from a line's top to its baseline: capitals stand in the middle of the line. */
export function baselineOf(size: number, leading: number): number {
  return (leading + size * 0.66) / 2;
}

/** Lists within lists within quotes get no narrower than this, in points; they run into the margin instead. */
export const LEAST_WIDTH = 48;
