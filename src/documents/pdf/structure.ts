/** Standard structure types of PDF 1.7 (14.8.4) that documents use. */
export type StructType =
  | 'Document'
  | 'Part'
  | 'Sect'
  | 'Div'
  | 'H1'
  | 'H2'
  | 'H3'
  | 'H4'
  | 'P'
  | 'L'
  | 'LI'
  | 'Lbl'
  | 'LBody'
  | 'Table'
  | 'Caption'
  | 'THead'
  | 'TBody'
  | 'TR'
  | 'TH'
  | 'TD'
  | 'BlockQuote'
  | 'Figure'
  | 'Link'
  | 'Span';

export interface StructAttributes {
  readonly title?: string;
  readonly lang?: string;
  readonly alt?: string;
  readonly expansion?: string;
  readonly listNumbering?: 'Decimal' | 'Disc' | 'None';
  readonly scope?: 'Column' | 'Row';
  readonly columnSpan?: number;
}

/** Marked content of one stretch: which numbers it got on which page. Filled while painting. */
export class Slot {
  readonly marks: { readonly page: number; readonly mcid: number }[] = [];

  constructor(readonly owner: StructNode) {}
}

/** An annotation (a link's clickable area) that belongs to an element. */
export class AnnotationMark {
  constructor(
    readonly page: number,
    readonly reference: object,
    /** Its number in the parent tree. */
    readonly key: number,
  ) {}
}

/** Rectangle in PDF coordinates: left, bottom, right, top. */
export type Rectangle = readonly [number, number, number, number];

/**
 * One element of the structure tree. Its kids stand in reading order from the moment the text is laid out;
 * painting only fills the slots, in whatever order the pages need.
 */
export class StructNode {
  readonly kids: (StructNode | Slot | AnnotationMark)[] = [];
  boundingBox?: Rectangle;

  /** @param muted the content is painted as an artifact (a table head repeated on the next page) */
  constructor(
    readonly type: StructType,
    readonly attributes: StructAttributes = {},
    readonly muted = false,
  ) {}

  child(type: StructType, attributes: StructAttributes = {}): StructNode {
    const node = new StructNode(type, attributes, this.muted);
    this.kids.push(node);
    return node;
  }

  slot(): Slot {
    const slot = new Slot(this);
    this.kids.push(slot);
    return slot;
  }

  /** Elements that ended up with nothing to say are left out; an empty cell still holds its column. */
  isEmpty(): boolean {
    if (this.type === 'TD' || this.type === 'TH') return false;
    return this.kids.every((kid) =>
      kid instanceof StructNode ? kid.isEmpty() : kid instanceof Slot && kid.marks.length === 0,
    );
  }
}
