import { PDFRawStream, PDFStream, decodePDFRawStream, type PDFObject } from '@cantoo/pdf-lib';

/** A shown string: its letters and the marked content it lies in (none for an artifact). */
export interface ShownText {
  readonly text: string;
  readonly mcid: number | undefined;
  /** Start of the baseline in points from the page's upper left corner, in files of our own. */
  readonly x: number;
  readonly y: number;
  readonly size: number;
}

/** A stream's bytes, decoded. */
export function decodedStream(object: PDFObject): string {
  if (object instanceof PDFRawStream)
    return Buffer.from(decodePDFRawStream(object).decode()).toString('latin1');
  return object instanceof PDFStream ? Buffer.from(object.getContents()).toString('latin1') : '';
}

/**
 * The letters a page's content shows, in order, read through the fonts' own maps: what a reader's copy or voice gets.
 * @param fonts the ToUnicode map of each font of the page, by its name in the resources
 */
export function* lettersOf(content: string, fonts: ReadonlyMap<string, string>): Generator<ShownText> {
  const open: (number | undefined)[] = [];
  let font = new Map<number, string>();
  let previous: string[] = [];
  let size = 0;
  let start: readonly [number, number] = [0, 0];
  for (const [token] of content.matchAll(/<<|>>|<[0-9A-Fa-f]*>|\[|\]|\/?[^\s<>[\]]+/g)) {
    if (token === 'BDC' || token === 'BMC') {
      const index = previous.indexOf('/MCID');
      open.push(index === -1 ? undefined : Number(previous[index + 1]));
    } else if (token === 'EMC') open.pop();
    else if (token === 'Tm') start = [Number(previous.at(-2)), Number(previous.at(-1))];
    else if (token === 'Tf') {
      size = Number(previous.at(-1));
      font = letters(fonts.get((previous.at(-2) ?? '').slice(1)) ?? '');
    } else if (token === 'Tj' || token === 'TJ') {
      const text = previous
        .filter((part) => /^<[0-9A-Fa-f]/.test(part))
        .map((part) => decode(part.slice(1, -1), font))
        .join('');
      yield { text, mcid: open.findLast((mcid) => mcid !== undefined), x: start[0], y: start[1], size };
    } else if (!/^[A-Za-z'"*]+$/.test(token)) {
      previous.push(token);
      continue;
    }
    previous = [];
  }
}

function decode(hex: string, font: ReadonlyMap<number, string>): string {
  return (hex.match(/.{4}/g) ?? []).map((code) => font.get(parseInt(code, 16)) ?? '\ufffd').join('');
}

const known = new Map<string, Map<number, string>>();

/** A ToUnicode map: single codes (bfchar) and ranges whose letters are listed (bfrange). */
function letters(map: string): Map<number, string> {
  let result = known.get(map);
  if (result) return result;
  result = new Map();
  for (const [, block = ''] of map.matchAll(/beginbfrange([^]*?)endbfrange/g)) {
    for (const [, start = '', , list = ''] of block.matchAll(
      /<([0-9a-fA-F]+)>\s*<([0-9a-fA-F]+)>\s*\[([^\]]*)\]/g,
    )) {
      [...list.matchAll(/<([0-9a-fA-F\s]*)>/g)].forEach(([, hex = ''], index) =>
        result?.set(parseInt(start, 16) + index, fromUtf16(hex)),
      );
    }
  }
  for (const [, block = ''] of map.matchAll(/beginbfchar([^]*?)endbfchar/g)) {
    for (const [, code = '', hex = ''] of block.matchAll(/<([0-9a-fA-F]+)>\s*<([0-9a-fA-F\s]+)>/g))
      result.set(parseInt(code, 16), fromUtf16(hex));
  }
  known.set(map, result);
  return result;
}

function fromUtf16(hex: string): string {
  return (hex.replace(/\s/g, '').match(/.{4}/g) ?? [])
    .map((unit) => String.fromCharCode(parseInt(unit, 16)))
    .join('');
}
