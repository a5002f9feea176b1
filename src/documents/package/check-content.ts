import {
  PDFArray,
  PDFRawStream,
  PDFRef,
  PDFStream,
  decodePDFRawStream,
  type PDFContext,
  type PDFDict,
  type PDFDocument,
  type PDFObject,
  type PDFPage,
} from '@cantoo/pdf-lib';
import type { TreeUse } from './check-tree';
import type { Findings } from './findings';
import { at, dictOf, listOf, name, nameOf, numberOf, textOf } from './pdf-objects';

const PAINTING = new Set([
  'Tj',
  'TJ',
  "'",
  '"',
  'S',
  's',
  'f',
  'F',
  'f*',
  'B',
  'B*',
  'b',
  'b*',
  'Do',
  'sh',
  'BI',
]);
const CMYK = new Set(['k', 'K']);
const TOKEN =
  /\((?:\\[^]|[^\\()]|\((?:\\[^]|[^\\()])*\))*\)|<<|>>|<[0-9A-Fa-f\s]*>|\/[^\s()<>[\]{}/%]*|\[|\]|[^\s()<>[\]{}/%]+/g;

interface Marked {
  readonly tag: string | undefined;
  readonly mcid: number | undefined;
}

/** What a page's content does: which marks it opens, what it paints outside of them. */
export interface ContentFacts {
  readonly marks: ReadonlySet<number>;
  readonly paints: boolean;
  readonly showsText: boolean;
}

/** Checks that every mark of a page lies in the structure or in an artifact, both ways (PDF/UA 7.1). */
export function checkContent(
  page: PDFPage,
  used: ReadonlySet<number>,
  parents: ReadonlyMap<number, PDFObject>,
  findings: Findings,
): ContentFacts {
  const facts = readContent(pageContent(page.node.context, page.node), findings);
  const key = numberOf(at(page.node, 'StructParents'));
  const entry = key === undefined ? undefined : parents.get(key);
  const elements = entry instanceof PDFRef ? page.node.context.lookup(entry) : entry;
  for (const mcid of facts.marks) {
    if (!(elements instanceof PDFArray) || mcid >= elements.size() || !(elements.get(mcid) instanceof PDFRef))
      findings.add('PDF/UA-1', 'marked content is missing in the parent tree');
    if (!used.has(mcid)) findings.add('PDF/UA-1', 'marked content is missing in the structure tree');
  }
  for (const mcid of used)
    if (!facts.marks.has(mcid))
      findings.add('PDF/UA-1', 'the structure tree points to content that is not there');
  return facts;
}

/** Reads a page's operators; for a page outside any structure the marks are of no interest, the rest is. */
export function readContent(content: string, findings: Findings): ContentFacts {
  const open: Marked[] = [];
  const marks = new Set<number>();
  let operands: string[] = [];
  let paints = false;
  let showsText = false;
  for (const [token] of content.matchAll(TOKEN)) {
    if (token === 'BDC' || token === 'BMC') {
      const mark = markedBy(operands);
      if (mark.tag === '/Artifact' && open.some((outer) => outer.mcid !== undefined))
        findings.add('PDF/UA-1', 'an artifact inside tagged content');
      if (mark.mcid !== undefined) {
        if (marks.has(mark.mcid)) findings.add('PDF/UA-1', 'the same number for two stretches of content');
        marks.add(mark.mcid);
      }
      open.push(mark);
    } else if (token === 'EMC') {
      if (!open.pop()) findings.add('PDF/UA-1', 'marked content is closed more often than opened');
    } else if (PAINTING.has(token)) {
      paints = true;
      if (/^T[jJ]$|^['"]$/.test(token)) showsText = true;
      if (!open.some((mark) => mark.tag === '/Artifact' || mark.mcid !== undefined))
        findings.add('PDF/UA-1', 'content outside the structure');
    } else if (CMYK.has(token) && operands.length === 4) {
      findings.add('PDF/A-3a', 'colours of a printing press without a profile');
    } else if (
      !/^[A-Za-z'"*]+[01]?$/.test(token) ||
      token === 'true' ||
      token === 'false' ||
      token === 'null'
    ) {
      operands.push(token);
      continue;
    }
    operands = [];
  }
  if (open.length > 0) findings.add('PDF/UA-1', 'marked content is not closed');
  return { marks, paints, showsText };
}

function markedBy(operands: readonly string[]): Marked {
  const index = operands.indexOf('/MCID');
  const mcid = index === -1 ? undefined : Number(operands[index + 1]);
  return { tag: operands.find((operand) => operand.startsWith('/')), mcid };
}

/** A page's content as one string of bytes, decoded. */
export function pageContent(context: PDFContext, page: PDFDict): string {
  return listOf(context, page.get(name('Contents')))
    .map((part) => {
      const stream = part instanceof PDFRef ? context.lookup(part) : part;
      if (stream instanceof PDFRawStream)
        return Buffer.from(decodePDFRawStream(stream).decode()).toString('latin1');
      return stream instanceof PDFStream ? Buffer.from(stream.getContents()).toString('latin1') : '';
    })
    .join('\n');
}

/** Annotations: in the structure, with words, tab order by structure (PDF/UA 7.18). */
export function checkAnnotations(
  document: PDFDocument,
  use: TreeUse,
  parents: ReadonlyMap<number, PDFObject>,
  findings: Findings,
): void {
  for (const page of document.getPages()) {
    const annotations = listOf(document.context, page.node.get(name('Annots')));
    if (annotations.length > 0 && nameOf(at(page.node, 'Tabs')) !== 'S')
      findings.add('PDF/UA-1', 'tab order is not by structure');
    for (const reference of annotations) {
      const annotation = dictOf(reference instanceof PDFRef ? document.context.lookup(reference) : reference);
      const kind = nameOf(at(annotation, 'Subtype'));
      if (!annotation || kind === 'Popup') continue;
      if (kind !== 'Widget' && !textOf(at(annotation, 'Contents')))
        findings.add('PDF/UA-1', `${kind ?? 'annotation'} without words`);
      if (!use.annotations.has(reference.toString()))
        findings.add('PDF/UA-1', `${kind ?? 'annotation'} outside the structure`);
      const key = numberOf(at(annotation, 'StructParent'));
      if (key === undefined || !parents.has(key))
        findings.add('PDF/UA-1', `${kind ?? 'annotation'} is missing in the parent tree`);
    }
  }
}
