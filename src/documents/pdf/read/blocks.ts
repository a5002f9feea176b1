/** The fixed list of elements a document is made of (docs/adr/0010). HTML that holds anything else is refused as a fault. */
export type Block =
  | HeadingBlock
  | ParagraphBlock
  | ListBlock
  | DefinitionsBlock
  | TableBlock
  | QuoteBlock
  | FigureBlock
  | RuleBlock
  | GroupBlock;

export type HeadingLevel = 1 | 2 | 3 | 4;

export interface HeadingBlock {
  readonly type: 'heading';
  readonly level: HeadingLevel;
  /** Where links within the document lead. */
  readonly id?: string;
  readonly inline: readonly Inline[];
}

/** `bare` = text directly in a list item or cell, with no paragraph element of its own. */
export type ParagraphLook = 'body' | 'lead' | 'meta' | 'label' | 'small' | 'bare';

export interface ParagraphBlock {
  readonly type: 'paragraph';
  readonly look: ParagraphLook;
  readonly align: Align;
  readonly lang?: string;
  readonly inline: readonly Inline[];
}

export type Align = 'left' | 'right' | 'center';

export interface ListBlock {
  readonly type: 'list';
  readonly ordered: boolean;
  readonly start: number;
  /** `plain` = no bullets, for names and addresses. */
  readonly look: 'marked' | 'plain';
  readonly items: readonly (readonly Block[])[];
}

export interface DefinitionsBlock {
  readonly type: 'definitions';
  readonly entries: readonly { readonly term: readonly Inline[]; readonly content: readonly Block[] }[];
}

export interface TableBlock {
  readonly type: 'table';
  readonly caption?: readonly Inline[];
  /** Share of the width in per cent for each column, or null where the content decides. */
  readonly widths: readonly (number | null)[];
  readonly head: readonly TableRow[];
  readonly body: readonly TableRow[];
}

export interface TableRow {
  readonly cells: readonly TableCell[];
}

export interface TableCell {
  readonly scope?: 'Column' | 'Row';
  readonly span: number;
  readonly content: readonly Block[];
}

export interface QuoteBlock {
  readonly type: 'quote';
  readonly content: readonly Block[];
}

export interface FigureBlock {
  readonly type: 'figure';
  readonly alt: string;
  /** Points. */
  readonly width: number;
  readonly height: number;
  readonly picture:
    | { readonly kind: 'image'; readonly bytes: Buffer }
    | {
        readonly kind: 'vector';
        readonly viewBox: readonly [number, number, number, number];
        readonly shapes: readonly VectorShape[];
      };
  readonly caption?: readonly Inline[];
}

export interface VectorShape {
  /** Path data as in SVG. */
  readonly path: string;
  readonly fill: string;
}

export interface RuleBlock {
  readonly type: 'rule';
  /** `signature` = the line somebody signs on, with room above it. */
  readonly look: 'plain' | 'signature';
}

/** `ending` is kept together as `keep` is, and with the last words before it: what certifies them never stands alone. */
export type GroupLook = 'plain' | 'box' | 'keep' | 'ending' | 'page' | 'item' | 'columns';

export interface GroupBlock {
  readonly type: 'group';
  readonly look: GroupLook;
  /** `Sect` for a section, `Div` for a division. */
  readonly role: 'Sect' | 'Div';
  readonly lang?: string;
  readonly content: readonly Block[];
}

export type Inline = TextInline | BreakInline | LinkInline | SpanInline;

export interface TextInline {
  readonly type: 'text';
  readonly text: string;
  readonly strong: boolean;
  readonly emphasis: boolean;
}

export interface BreakInline {
  readonly type: 'break';
}

export interface LinkInline {
  readonly type: 'link';
  /** A full address, or `#id` of a heading. */
  readonly href: string;
  /** What a screen reader says of the link. */
  readonly description: string;
  readonly content: readonly Inline[];
}

/** A stretch in another language, or an abbreviation with its expansion. */
export interface SpanInline {
  readonly type: 'span';
  readonly lang?: string;
  readonly expansion?: string;
  readonly content: readonly Inline[];
}
