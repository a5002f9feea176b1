import type { PDFDict } from '@cantoo/pdf-lib';
import { PDFArray, PDFName, PDFRef, type PDFDocument, type PDFObject } from '@cantoo/pdf-lib';
import { pageContent } from '../../src/documents/package/check-content';
import { checkStructure } from '../../src/documents/package/check-structure';
import { openPdf } from '../../src/documents/package/inspect-pdf';
import { at, dictOf, listOf, name, nameOf, numberOf, textOf } from '../../src/documents/package/pdf-objects';
import { decodedStream, lettersOf, type ShownText } from './pdf-letters';

/** Opens a PDF for a test; a file that cannot be opened fails it. */
export async function openForTest(pdf: Uint8Array): Promise<PDFDocument> {
  const opened = await openPdf(pdf);
  if (!opened.ok) throw new Error(`cannot be opened: ${opened.reason}`);
  return opened.document;
}

/** What the product's own structure check finds; needs no Java. */
export async function structureFindings(pdf: Uint8Array): Promise<string[]> {
  return checkStructure(await openForTest(pdf)).findings.map(
    (finding) => `${finding.standard}: ${finding.message}`,
  );
}

/** An element as somebody who listens meets it. */
export interface HeardElement {
  readonly type: string;
  readonly text: string;
  readonly alt?: string;
  readonly lang?: string;
  readonly kids: readonly HeardElement[];
  /** Pages on which its own text stands, from 0. */
  readonly pages: readonly number[];
}

/** The structure tree with the text of each element, in reading order. */
export async function readAloud(pdf: Uint8Array): Promise<HeardElement> {
  const document = await openForTest(pdf);
  const texts = document.getPages().map((page) => markedTexts(document, page.node));
  const pageOf = new Map(document.getPages().map((page, index) => [page.ref.toString(), index]));
  const walk = (object: PDFObject, outer: PDFObject | undefined): HeardElement | undefined => {
    const element = dictOf(object instanceof PDFRef ? document.context.lookup(object) : object);
    if (!element || nameOf(at(element, 'Type')) === 'OBJR') return undefined;
    const page = element.get(name('Pg')) ?? outer;
    const kids: HeardElement[] = [];
    const pages: number[] = [];
    let text = '';
    for (const kid of listOf(document.context, element.get(name('K')))) {
      const mark = markOf(document, kid, page);
      if (mark) {
        const index = pageOf.get(mark.page.toString()) ?? -1;
        text += texts[index]?.get(mark.mcid) ?? '';
        pages.push(index);
        continue;
      }
      const heard = walk(kid, page);
      if (!heard) continue;
      kids.push(heard);
      // Links and spans are a part of their sentence.
      if (heard.type === 'Link' || heard.type === 'Span') text += heard.text;
    }
    const [alt, lang] = ['Alt', 'Lang'].map((key) => textOf(at(element, key)));
    return {
      type: nameOf(at(element, 'S')) ?? '',
      text,
      kids,
      pages,
      ...(alt === undefined ? {} : { alt }),
      ...(lang === undefined ? {} : { lang }),
    };
  };
  const [root] = listOf(document.context, dictOf(at(document.catalog, 'StructTreeRoot'))?.get(name('K')));
  const heard = root && walk(root, undefined);
  if (!heard) throw new Error('no structure tree');
  return heard;
}

/** All elements of the given types, in reading order. */
export function elementsOf(root: HeardElement, ...types: readonly string[]): HeardElement[] {
  const found = types.includes(root.type) ? [root] : [];
  return [...found, ...root.kids.flatMap((kid) => elementsOf(kid, ...types))];
}

/** Everything said, element by element. */
export function wordsOf(root: HeardElement): string[] {
  const own =
    root.text.trim() === '' || root.type === 'Link' || root.type === 'Span' ? [] : [root.text.trim()];
  return [...own, ...root.kids.flatMap(wordsOf)];
}

/** All that is painted on a page, artifacts included. */
export async function paintedText(pdf: Uint8Array, page: number): Promise<string> {
  const document = await openForTest(pdf);
  const node = document.getPage(page).node;
  let text = '';
  for (const piece of lettersOf(pageContent(document.context, node), fontsOf(node))) text += piece.text;
  return text;
}

/** Everything shown on each page, with its place. */
export async function shownTexts(pdf: Uint8Array): Promise<ShownText[][]> {
  const document = await openForTest(pdf);
  return document
    .getPages()
    .map((page) => [...lettersOf(pageContent(document.context, page.node), fontsOf(page.node))]);
}

/** Bookmarks as indented lines. */
export async function bookmarksOf(pdf: Uint8Array): Promise<string[]> {
  const document = await openForTest(pdf);
  const read = (parent: PDFDict | undefined, depth: number): string[] => {
    const lines: string[] = [];
    for (let item = dictOf(at(parent, 'First')); item; item = dictOf(at(item, 'Next')))
      lines.push(`${'  '.repeat(depth)}${textOf(at(item, 'Title')) ?? ''}`, ...read(item, depth + 1));
    return lines;
  };
  return read(dictOf(at(document.catalog, 'Outlines')), 0);
}

function markOf(
  document: PDFDocument,
  kid: PDFObject,
  page: PDFObject | undefined,
): { mcid: number; page: PDFObject } | undefined {
  const own = numberOf(kid);
  if (own !== undefined) return page && { mcid: own, page };
  const dict = dictOf(kid instanceof PDFRef ? document.context.lookup(kid) : kid);
  if (nameOf(at(dict, 'Type')) !== 'MCR') return undefined;
  const target = dict?.get(name('Pg')) ?? page;
  return target && { mcid: numberOf(at(dict, 'MCID')) ?? -1, page: target };
}

function markedTexts(document: PDFDocument, page: PDFDict): Map<number, string> {
  const texts = new Map<number, string>();
  for (const piece of lettersOf(pageContent(document.context, page), fontsOf(page))) {
    if (piece.mcid !== undefined) texts.set(piece.mcid, (texts.get(piece.mcid) ?? '') + piece.text);
  }
  return texts;
}

function fontsOf(page: PDFDict): Map<string, string> {
  const fonts = dictOf(at(dictOf(at(page, 'Resources')), 'Font'));
  const found = new Map<string, string>();
  for (const [key] of fonts?.entries() ?? []) {
    const map = dictOf(fonts?.lookup(key))?.lookup(PDFName.of('ToUnicode'));
    found.set(key.decodeText(), map === undefined || map instanceof PDFArray ? '' : decodedStream(map));
  }
  return found;
}
