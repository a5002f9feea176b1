import {
  PDFArray,
  PDFDict,
  PDFHexString,
  PDFName,
  PDFNumber,
  PDFRef,
  PDFString,
  type PDFContext,
  type PDFObject,
} from '@cantoo/pdf-lib';

/** Reading a PDF's objects without trusting that they are what they should be. */
export function name(text: string): PDFName {
  return PDFName.of(text);
}

/** The text of a string object, whichever way it is written. */
export function textOf(object: PDFObject | undefined): string | undefined {
  return object instanceof PDFString || object instanceof PDFHexString ? object.decodeText() : undefined;
}

export function nameOf(object: PDFObject | undefined): string | undefined {
  return object instanceof PDFName ? object.decodeText() : undefined;
}

export function numberOf(object: PDFObject | undefined): number | undefined {
  return object instanceof PDFNumber ? object.asNumber() : undefined;
}

export function dictOf(object: PDFObject | undefined): PDFDict | undefined {
  return object instanceof PDFDict ? object : undefined;
}

/** What a key leads to, references followed. */
export function at(dict: PDFDict | undefined, key: string): PDFObject | undefined {
  return dict?.lookup(name(key));
}

/** The entries of an array, or the one object that stands in its place. */
export function listOf(context: PDFContext, object: PDFObject | undefined): PDFObject[] {
  const found = object instanceof PDFRef ? context.lookup(object) : object;
  if (found instanceof PDFArray) return found.asArray();
  return object === undefined || found === undefined ? [] : [object];
}

/** A number tree's entries (7.9.7). */
export function numberTree(
  dict: PDFDict | undefined,
  entries = new Map<number, PDFObject>(),
  depth = 0,
): Map<number, PDFObject> {
  if (!dict || depth > 50) return entries;
  const numbers = at(dict, 'Nums');
  if (numbers instanceof PDFArray) {
    for (let index = 0; index + 1 < numbers.size(); index += 2) {
      const key = numberOf(numbers.lookup(index));
      const value = numbers.get(index + 1);
      if (key !== undefined && value !== undefined) entries.set(key, value);
    }
  }
  for (const kid of dictsOf(dict, 'Kids')) numberTree(kid, entries, depth + 1);
  return entries;
}

/** A name tree's entries (7.9.6). */
export function nameTree(
  dict: PDFDict | undefined,
  entries = new Map<string, PDFObject>(),
  depth = 0,
): Map<string, PDFObject> {
  if (!dict || depth > 50) return entries;
  const names = at(dict, 'Names');
  if (names instanceof PDFArray) {
    for (let index = 0; index + 1 < names.size(); index += 2) {
      const key = textOf(names.lookup(index));
      const value = names.lookup(index + 1);
      if (key !== undefined && value !== undefined) entries.set(key, value);
    }
  }
  for (const kid of dictsOf(dict, 'Kids')) nameTree(kid, entries, depth + 1);
  return entries;
}

function dictsOf(dict: PDFDict, key: string): PDFDict[] {
  const kids = at(dict, key);
  if (!(kids instanceof PDFArray)) return [];
  return kids.asArray().flatMap((_kid, index) => dictOf(kids.lookup(index)) ?? []);
}
