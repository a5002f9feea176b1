import type { DefaultTreeAdapterTypes } from 'parse5';
import type { FigureBlock, Inline, VectorShape } from './blocks';
import { DocumentFault } from './document-fault';
import { attributeOf, childElements } from './html-element';
import { readInline } from './read-inline';

type Element = DefaultTreeAdapterTypes.Element;

/** Screen pixels to points, as the web counts them. */
const POINTS_PER_PIXEL = 0.75;
const DATA_URI = /^data:image\/(?:png|jpeg);base64,([A-Za-z0-9+/=\s]+)$/;

/**
 * Reads a figure: an `<img>` with PNG or JPEG bytes in its address, or an `<svg>` of filled paths with a `<title>`; both with width and height in pixels.
 * @throws DocumentFault without an alternative text (PDF/UA 7.3)
 */
export function readFigure(element: Element): FigureBlock {
  let picture: Omit<FigureBlock, 'caption'> | undefined;
  let caption: readonly Inline[] | undefined;
  for (const part of childElements(element, ['img', 'svg', 'figcaption'])) {
    if (part.tagName === 'figcaption') caption = readInline(part.childNodes);
    else picture = part.tagName === 'img' ? readImage(part) : readVector(part);
  }
  if (!picture) throw new DocumentFault('a figure without a picture');
  if (picture.alt.trim() === '') throw new DocumentFault('a figure without an alternative text');
  return caption === undefined ? picture : { ...picture, caption };
}

function readImage(element: Element): FigureBlock {
  const data = DATA_URI.exec(attributeOf(element, 'src') ?? '')?.[1];
  if (data === undefined) throw new DocumentFault('a picture must be PNG or JPEG in a data address');
  return {
    type: 'figure',
    alt: attributeOf(element, 'alt') ?? '',
    ...sizeOf(element),
    picture: { kind: 'image', bytes: Buffer.from(data, 'base64') },
  };
}

function readVector(element: Element): FigureBlock {
  const box = (attributeOf(element, 'viewBox') ?? '').split(/[\s,]+/).map(Number);
  const [left, top, width, height] = box;
  if (
    left === undefined ||
    top === undefined ||
    width === undefined ||
    height === undefined ||
    box.some(Number.isNaN)
  ) {
    throw new DocumentFault('a vector picture needs a viewBox of four numbers');
  }
  let alt = '';
  const shapes: VectorShape[] = [];
  for (const part of childElements(element, ['title', 'path'])) {
    if (part.tagName === 'title')
      alt = readInline(part.childNodes)
        .map((inline) => (inline.type === 'text' ? inline.text : ''))
        .join('');
    else shapes.push({ path: attributeOf(part, 'd') ?? '', fill: attributeOf(part, 'fill') ?? '#1b1b1b' });
  }
  return {
    type: 'figure',
    alt,
    ...sizeOf(element),
    picture: { kind: 'vector', viewBox: [left, top, width, height], shapes },
  };
}

function sizeOf(element: Element): { width: number; height: number } {
  const [width, height] = ['width', 'height'].map(
    (name) => Number(attributeOf(element, name)) * POINTS_PER_PIXEL,
  );
  if (width === undefined || height === undefined || !(width > 0) || !(height > 0))
    throw new DocumentFault('a picture needs width and height');
  return { width, height };
}
