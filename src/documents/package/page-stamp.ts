import { PDFArray, type PDFContext, type PDFDict, type PDFFont, type PDFRef } from '@cantoo/pdf-lib';
import { at, dictOf, listOf, name, numberOf } from './pdf-objects';

const SIZE = 8.5;
/** Distance from the page's right and lower edge, in points. */
const EDGE = { right: 34, bottom: 16 } as const;

/** Draws stamps: each sign is looked up in the font once, not once for each of several hundred pages. */
export class StampPen {
  private readonly signs = new Map<string, { readonly hex: string; readonly width: number }>();

  constructor(readonly font: PDFFont) {}

  hexOf(text: string): string {
    return `<${Array.from(text, (sign) => this.look(sign).hex).join('')}>`;
  }

  widthOf(text: string): number {
    return Array.from(text, (sign) => this.look(sign).width).reduce((sum, width) => sum + width, 0);
  }

  private look(sign: string): { readonly hex: string; readonly width: number } {
    let known = this.signs.get(sign);
    if (!known) {
      known = { hex: this.font.encodeText(sign).asString(), width: this.font.widthOfTextAtSize(sign, SIZE) };
      this.signs.set(sign, known);
    }
    return known;
  }
}

/**
 * Stamps a page at its lower right corner, upright however the page is turned and cropped.
 * It is an artifact: a reader who listens hears the text, not "punkt 6, sida 12" in the middle of it.
 */
export function stampPage(context: PDFContext, page: PDFRef, text: string, pen: StampPen): void {
  const node = dictOf(context.lookup(page));
  if (!node) return;
  addFont(context, node, pen.font);
  const width = pen.widthOf(text);
  const matrix = cornerMatrix(node, width)
    .map((value) => Number(value.toFixed(3)))
    .join(' ');
  // A white ground keeps the stamp readable on a scan.
  const stamp = `\nQ\n/Artifact <</Type /Pagination>> BDC q ${matrix} cm 1 1 1 rg -3 -3 ${(width + 6).toFixed(2)} ${SIZE + 4} re f 0.1 0.1 0.1 rg BT /SamradStamp ${SIZE} Tf ${pen.hexOf(text)} Tj ET Q EMC\n`;
  const contents = listOf(context, node.get(name('Contents')));
  node.set(
    name('Contents'),
    context.obj([
      context.register(context.stream('q\n')),
      ...contents,
      context.register(context.stream(stamp)),
    ]),
  );
}

function addFont(context: PDFContext, node: PDFDict, font: PDFFont): void {
  // Pages of one file often share their resources; one more font in them harms nobody.
  let resources = dictOf(at(node, 'Resources'));
  if (!resources) {
    resources = context.obj({});
    node.set(name('Resources'), resources);
  }
  let fonts = dictOf(at(resources, 'Font'));
  if (!fonts) {
    fonts = context.obj({});
    resources.set(name('Font'), fonts);
  }
  fonts.set(name('SamradStamp'), font.ref);
}

/** The transformation that puts the stamp's start at the corner that a reader sees as lower right. */
function cornerMatrix(node: PDFDict, width: number): readonly number[] {
  const box = at(node, 'CropBox') ?? at(node, 'MediaBox');
  const [a = 0, b = 0, c = 595, d = 842] =
    box instanceof PDFArray ? box.asArray().map((_value, index) => numberOf(box.lookup(index)) ?? 0) : [];
  const [left, right, bottom, top] = [Math.min(a, c), Math.max(a, c), Math.min(b, d), Math.max(b, d)];
  const run = width + EDGE.right;
  switch ((((numberOf(at(node, 'Rotate')) ?? 0) % 360) + 360) % 360) {
    case 90:
      return [0, 1, -1, 0, right - EDGE.bottom, top - run];
    case 180:
      return [-1, 0, 0, -1, left + run, top - EDGE.bottom];
    case 270:
      return [0, -1, 1, 0, left + EDGE.bottom, bottom + run];
    default:
      return [1, 0, 0, 1, right - run, bottom + EDGE.bottom];
  }
}
