import {
  PDFArray,
  PDFDict,
  PDFName,
  PDFNumber,
  PDFRef,
  PDFString,
  type PDFDocument,
  type PDFObject,
  PDFHexString,
} from '@cantoo/pdf-lib';
import { at, dictOf, listOf, name, nameOf, nameTree, numberOf, textOf } from './pdf-objects';

/** What a page inherits from its parents and loses when it is moved. */
const INHERITED = ['Resources', 'MediaBox', 'CropBox', 'Rotate'];
/** What must not follow into a package: actions, editing data, article threads, thumbnails. */
const DROPPED = ['AA', 'PieceInfo', 'B', 'Thumb', 'Metadata'];
/** Annotation flags: printed, and neither hidden nor invisible (PDF/A-3 6.3.2). */
const PRINT = 4;
const UNSEEN = 0x23;

export type Destination = PDFArray;

/** Resolves a file's destinations: by name in two places, or written out. */
export class Destinations {
  private readonly named: Map<string, PDFObject>;

  constructor(private readonly source: PDFDocument) {
    this.named = nameTree(dictOf(at(dictOf(at(source.catalog, 'Names')), 'Dests')));
    const old = dictOf(at(source.catalog, 'Dests'));
    for (const [key] of old?.entries() ?? []) {
      const value = old?.lookup(key);
      if (value) this.named.set(key.decodeText(), value);
    }
  }

  resolve(object: PDFObject | undefined): Destination | undefined {
    let found = object instanceof PDFRef ? this.source.context.lookup(object) : object;
    const key = found instanceof PDFName ? found.decodeText() : textOf(found);
    if (key !== undefined) found = this.named.get(key);
    if (found instanceof PDFDict) found = at(found, 'D');
    return found instanceof PDFArray ? found : undefined;
  }
}

/**
 * Makes a source's pages ready to be copied by reference: inherited values written out, destinations explicit
 * (names of different files collide), links only to pages and addresses, words on every link (PDF/UA 7.18.5).
 */
export function prepareSource(source: PDFDocument, destinations: Destinations): void {
  for (const page of source.getPages()) {
    const { node } = page;
    for (const key of INHERITED) {
      if (node.get(name(key))) continue;
      const value = node.getInheritableAttribute(name(key));
      if (value) node.set(name(key), value);
    }
    node.delete(name('Parent'));
    for (const key of DROPPED) node.delete(name(key));
    node.set(name('Tabs'), name('S'));
    for (const entry of listOf(source.context, node.get(name('Annots')))) {
      const annotation = dictOf(entry instanceof PDFRef ? source.context.lookup(entry) : entry);
      if (annotation) prepareAnnotation(annotation, destinations);
    }
  }
}

function prepareAnnotation(annotation: PDFDict, destinations: Destinations): void {
  const action = dictOf(at(annotation, 'A'));
  const kind = nameOf(at(action, 'S'));
  const address = kind === 'URI' ? textOf(at(action, 'URI')) : undefined;
  const target = at(annotation, 'Dest') ?? (kind === 'GoTo' ? at(action, 'D') : undefined);
  annotation.delete(name('AA'));
  annotation.delete(name('Dest'));
  if (address === undefined) annotation.delete(name('A'));
  const destination = destinations.resolve(target);
  if (destination) annotation.set(name('Dest'), destination);
  if (nameOf(at(annotation, 'Subtype')) === 'Link' && !textOf(at(annotation, 'Contents'))) {
    annotation.set(
      name('Contents'),
      PDFHexString.fromText(address === undefined ? 'Länk inom handlingen' : `Länk till ${address}`),
    );
  }
  const flags = numberOf(at(annotation, 'F')) ?? 0;
  annotation.set(name('F'), PDFNumber.of((flags | PRINT) & ~UNSEEN));
}

/** The natural language a file says it is in. */
export function languageOf(source: PDFDocument): string | undefined {
  const lang = source.catalog.lookup(name('Lang'));
  return lang instanceof PDFString || lang instanceof PDFHexString ? lang.decodeText() : undefined;
}
