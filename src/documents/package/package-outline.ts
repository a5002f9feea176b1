import {
  PDFHexString,
  PDFArray,
  PDFRef,
  type PDFContext,
  type PDFDict,
  type PDFDocument,
  type PDFObject,
  type PDFObjectCopier,
} from '@cantoo/pdf-lib';
import { at, dictOf, name, textOf } from './pdf-objects';
import type { Destinations } from './prepare-source';

/** A bookmark with what lies beneath it. */
export interface Bookmark {
  readonly title: string;
  readonly destination: PDFObject;
  readonly kids: readonly Bookmark[];
}

const DEEPEST = 4;
const MOST = 2000;

/** A source's own bookmarks, leading to its pages in the package. */
export function readBookmarks(
  source: PDFDocument,
  destinations: Destinations,
  copier: PDFObjectCopier,
): Bookmark[] {
  let left = MOST;
  const read = (parent: PDFDict | undefined, depth: number): Bookmark[] => {
    const found: Bookmark[] = [];
    for (
      let item = dictOf(at(parent, 'First'));
      item && left > 0 && depth < DEEPEST;
      item = dictOf(at(item, 'Next'))
    ) {
      left -= 1;
      const destination = destinations.resolve(at(item, 'Dest') ?? at(dictOf(at(item, 'A')), 'D'));
      // A destination in another file, or by page number, leads nowhere in the package.
      if (destination && destination.size() > 0 && destination.get(0) instanceof PDFRef) {
        found.push({
          title: textOf(at(item, 'Title')) ?? '',
          destination: copier.copy(destination),
          kids: read(item, depth + 1),
        });
      }
    }
    return found;
  };
  return read(dictOf(at(source.catalog, 'Outlines')), 0);
}

/** A bookmark to the top of a page. */
export function bookmark(
  context: PDFContext,
  title: string,
  page: PDFRef,
  kids: readonly Bookmark[],
): Bookmark {
  const destination = PDFArray.withContext(context);
  for (const part of [page, name('XYZ')]) destination.push(part);
  for (let index = 0; index < 3; index += 1) destination.push(context.obj(null));
  return { title, destination, kids };
}

/** Writes the package's bookmarks, the first level open. */
export function writeBookmarks(context: PDFContext, bookmarks: readonly Bookmark[]): PDFRef | undefined {
  const outline = context.nextRef();
  const written = writeLevel(context, bookmarks, outline);
  if (!written) return undefined;
  context.assign(
    outline,
    context.obj({ Type: 'Outlines', First: written.first, Last: written.last, Count: bookmarks.length }),
  );
  return outline;
}

function writeLevel(
  context: PDFContext,
  bookmarks: readonly Bookmark[],
  parent: PDFRef,
): { first: PDFRef; last: PDFRef } | undefined {
  const references = bookmarks.map(() => context.nextRef());
  bookmarks.forEach((each, index) => {
    const reference = references[index];
    if (!reference) return;
    const kids = writeLevel(context, each.kids, reference);
    const [previous, next] = [references[index - 1], references[index + 1]];
    context.assign(
      reference,
      context.obj({
        Title: PDFHexString.fromText(each.title),
        Parent: parent,
        Dest: each.destination,
        ...(previous ? { Prev: previous } : {}),
        ...(next ? { Next: next } : {}),
        ...(kids ? { First: kids.first, Last: kids.last, Count: -each.kids.length } : {}),
      }),
    );
  });
  const [first, last] = [references[0], references.at(-1)];
  return first && last ? { first, last } : undefined;
}
