import type { PDFDict } from '@cantoo/pdf-lib';
import { PDFNumber, PDFRef, type PDFContext, type PDFDocument, type PDFObject } from '@cantoo/pdf-lib';
import type { Findings } from './findings';
import { at, dictOf, listOf, name, nameOf, numberOf, textOf } from './pdf-objects';

const STANDARD_TYPES = new Set(
  'Document Part Art Sect Div BlockQuote Caption TOC TOCI Index NonStruct Private P H H1 H2 H3 H4 H5 H6 L LI Lbl LBody Table TR TH TD THead TBody TFoot Span Quote Note Reference BibEntry Code Link Annot Ruby Warichu Figure Formula Form'.split(
    ' ',
  ),
);

/** Which element may stand only in which. */
const PARENTS: Readonly<Record<string, readonly string[]>> = {
  LI: ['L'],
  LBody: ['LI'],
  TR: ['Table', 'THead', 'TBody', 'TFoot'],
  TH: ['TR'],
  TD: ['TR'],
  THead: ['Table'],
  TBody: ['Table'],
};

/** What the structure tree points to: marked content by page, and annotations. */
export interface TreeUse {
  readonly marks: readonly Set<number>[];
  readonly annotations: ReadonlySet<string>;
}

/** Walks the structure tree: types, headings, lists, tables, alternative texts (PDF/UA 7.1-7.5, 7.9). */
export function checkTree(document: PDFDocument, root: PDFDict, findings: Findings): TreeUse {
  const walker = new TreeWalker(document, findings, dictOf(at(root, 'RoleMap')));
  const kids = listOf(document.context, root.get(name('K')));
  if (kids.length === 0) findings.add('both', 'the structure tree is empty');
  for (const kid of kids) walker.walk(kid, undefined, 'root', 0);
  return { marks: walker.marks, annotations: walker.annotations };
}

class TreeWalker {
  readonly marks: Set<number>[];
  readonly annotations = new Set<string>();
  private readonly context: PDFContext;
  private readonly pageOf = new Map<string, number>();
  private readonly noteIds = new Set<string>();
  private lastHeading = 0;

  constructor(
    document: PDFDocument,
    private readonly findings: Findings,
    private readonly roles: PDFDict | undefined,
  ) {
    this.context = document.context;
    this.marks = document.getPages().map((page, index) => {
      this.pageOf.set(page.ref.toString(), index);
      return new Set<number>();
    });
  }

  walk(object: PDFObject, page: PDFObject | undefined, parent: string, depth: number): void {
    const element = dictOf(object instanceof PDFRef ? this.context.lookup(object) : object);
    if (object instanceof PDFNumber) {
      this.use(page, object.asNumber());
      return;
    }
    if (!element || depth > 400) return;
    const kind = nameOf(at(element, 'Type'));
    if (kind === 'MCR') {
      this.use(element.get(name('Pg')) ?? page, numberOf(at(element, 'MCID')));
    } else if (kind === 'OBJR') {
      const target = element.get(name('Obj'));
      if (target) this.annotations.add(target.toString());
    } else {
      const type = this.typeOf(element);
      this.check(element, type, parent);
      const kids = listOf(this.context, element.get(name('K')));
      if (kids.length === 0 && type !== 'TD' && type !== 'TH')
        this.findings.add('PDF/UA-1', `${type} is empty`);
      for (const kid of kids) this.walk(kid, element.get(name('Pg')) ?? page, type, depth + 1);
      if (type === 'Table') this.checkTable(element);
    }
  }

  private typeOf(element: PDFDict): string {
    const type = nameOf(at(element, 'S')) ?? '';
    if (STANDARD_TYPES.has(type)) return type;
    const role = nameOf(at(this.roles, type));
    if (role === undefined || !STANDARD_TYPES.has(role))
      this.findings.add('both', `structure type ${type} is not standard`);
    return role ?? type;
  }

  private check(element: PDFDict, type: string, parent: string): void {
    const heading = /^H([1-6])$/.exec(type)?.[1];
    if (heading !== undefined) {
      if (Number(heading) > this.lastHeading + 1)
        this.findings.add('PDF/UA-1', `${type} after level ${this.lastHeading}`);
      this.lastHeading = Number(heading);
    }
    if (type === 'Figure') {
      if (!textOf(at(element, 'Alt'))) this.findings.add('PDF/UA-1', 'Figure without an alternative text');
      if (this.attribute(element, 'BBox') === undefined) this.findings.add('PDF/UA-1', 'Figure without BBox');
    }
    if (type === 'TH' && this.attribute(element, 'Scope') === undefined)
      this.findings.add('PDF/UA-1', 'TH without Scope');
    if (type === 'L' && this.attribute(element, 'ListNumbering') === undefined)
      this.findings.add('PDF/UA-1', 'L without ListNumbering');
    if (type === 'Note') {
      const id = textOf(at(element, 'ID'));
      if (id === undefined || this.noteIds.has(id))
        this.findings.add('PDF/UA-1', 'Note without an ID of its own');
      else this.noteIds.add(id);
    }
    const parents = PARENTS[type];
    if (parents && !parents.includes(parent)) this.findings.add('PDF/UA-1', `${type} in ${parent}`);
  }

  /** Rows of one table have as many columns; a data table has a header cell (veraPDF does not see that one). */
  private checkTable(table: PDFDict): void {
    const widths = new Set<number>();
    let headers = 0;
    let spanning = false;
    const rows = (element: PDFDict): void => {
      for (const kid of listOf(this.context, element.get(name('K')))) {
        const child = dictOf(kid instanceof PDFRef ? this.context.lookup(kid) : kid);
        if (!child) continue;
        const type = this.typeOf(child);
        if (type === 'THead' || type === 'TBody' || type === 'TFoot') rows(child);
        if (type !== 'TR') continue;
        let width = 0;
        for (const cell of listOf(this.context, child.get(name('K')))) {
          const found = dictOf(cell instanceof PDFRef ? this.context.lookup(cell) : cell);
          if (!found) continue;
          if (this.typeOf(found) === 'TH') headers += 1;
          if (this.attribute(found, 'RowSpan') !== undefined) spanning = true;
          width += numberOf(this.attribute(found, 'ColSpan')) ?? 1;
        }
        widths.add(width);
      }
    };
    rows(table);
    if (widths.size > 1 && !spanning)
      this.findings.add('PDF/UA-1', 'rows of a table have different numbers of columns');
    if (headers === 0) this.findings.add('PDF/UA-1', 'Table without header cells');
  }

  private attribute(element: PDFDict, key: string): PDFObject | undefined {
    for (const entry of listOf(this.context, element.get(name('A')))) {
      const dict = dictOf(entry instanceof PDFRef ? this.context.lookup(entry) : entry);
      const value = at(dict, key);
      if (value !== undefined) return value;
    }
    return undefined;
  }

  private use(page: PDFObject | undefined, mcid: number | undefined): void {
    const index = page === undefined ? undefined : this.pageOf.get(page.toString());
    if (index === undefined || mcid === undefined)
      this.findings.add('PDF/UA-1', 'structure points to no page of the file');
    else this.marks[index]?.add(mcid);
  }
}
