import PDFDocument from 'pdfkit';
import type { GlyphRun } from 'fontkit';
import { FACES, knownWords, parsedFace, type Face } from './fonts';
import { escapeXml } from './xmp';

/** A font of one document: pdfkit's subset of a parsed face. */
export interface CanvasFont {
  readonly id: string;
  layoutCache: Record<string, GlyphRun>;
  encode(
    text: string,
  ): readonly [readonly string[], readonly { readonly xAdvance: number; readonly advanceWidth: number }[]];
  ref(): object;
}

export interface PdfReference {
  readonly data: Record<string, unknown>;
  end(): void;
}

export interface ParentTree {
  get(key: number): unknown[];
  add(key: number, value: unknown): void;
}

export interface OutlineItem {
  addItem(
    title: string,
    options: { fit: boolean; top: number; left: number; zoom: number; expanded?: boolean },
  ): OutlineItem;
}

/**
 * The part of pdfkit 0.20.2 that the painter uses. Some of it is not in the public types (the version is pinned for that reason):
 * marked content and the parent tree, because pdfkit's own structure elements cannot hold a link over two pages.
 */
export interface PdfCanvas {
  readonly page: {
    readonly dictionary: PdfReference;
    readonly annotations: object[];
    readonly fonts: Record<string, object>;
    readonly structParentTreeKey: number;
  };
  readonly outline: OutlineItem;
  addPage(): void;
  addContent(operators: string): void;
  markStructureContent(tag: string): { readonly refs: readonly { readonly mcid: number }[] };
  markContent(tag: 'Artifact', options: { type: 'Pagination' | 'Layout' }): void;
  endMarkedContent(): void;
  getStructTreeRoot(): PdfReference;
  getStructParentTree(): ParentTree;
  createStructParentTreeNextKey(): number;
  ref(data: Record<string, unknown>): PdfReference;
  link(
    x: number,
    y: number,
    width: number,
    height: number,
    url: string,
    options: Record<string, unknown>,
  ): void;
  goTo(
    x: number,
    y: number,
    width: number,
    height: number,
    name: string,
    options: Record<string, unknown>,
  ): void;
  addNamedDestination(name: string, kind: 'XYZ', left: number, top: number, zoom: null): void;
  image(bytes: Buffer, x: number, y: number, options: { width: number; height: number }): void;
  save(): void;
  restore(): void;
  translate(x: number, y: number): void;
  scale(x: number, y: number): void;
  path(data: string): { fill(colour: string): void };
  file(bytes: Buffer, options: Record<string, unknown>): void;
  appendXML(xml: string): void;
  on(event: 'data', listener: (chunk: Buffer) => void): void;
  on(event: 'end', listener: () => void): void;
  on(event: 'error', listener: (error: Error) => void): void;
  end(): void;
}

interface CanvasInside extends PdfCanvas {
  readonly _font: CanvasFont;
  font(name: string): void;
  registerFont(name: string, font: unknown): void;
  info: Record<string, unknown>;
  _addInfo(): void;
}

export interface CanvasInfo {
  readonly title: string;
  readonly author: string;
  readonly subject?: string;
  readonly createdAt: Date;
}

export interface OpenCanvas {
  readonly canvas: PdfCanvas;
  readonly fonts: Readonly<Record<Face, CanvasFont>>;
  readonly finished: Promise<Buffer>;
}

/** What the files name as their maker; the package merge has the same. */
export const PRODUCER = 'Samråd';

/** Opens an empty PDF 1.7 that claims PDF/A-3a (and PDF/UA-1, when its XMP is appended): tagged, Swedish, title shown. */
export function openCanvas(info: CanvasInfo): OpenCanvas {
  const options = {
    size: 'A4',
    margin: 0,
    pdfVersion: '1.7',
    subset: 'PDF/A-3a',
    tagged: true,
    lang: 'sv-SE',
    displayTitle: true,
    autoFirstPage: false,
    font: parsedFace('regular'),
    info: {
      Title: info.title,
      Author: info.author,
      ...(info.subject === undefined ? {} : { Subject: info.subject }),
      Creator: PRODUCER,
      Producer: PRODUCER,
      CreationDate: info.createdAt,
      ModDate: info.createdAt,
    },
  };
  // pdfkit's types do not know that a parsed font may be given.
  const canvas = new PDFDocument(options as never) as unknown as CanvasInside;
  escapeInfo(canvas);
  const chunks: Buffer[] = [];
  const finished = new Promise<Buffer>((resolve, reject) => {
    canvas.on('data', (chunk) => chunks.push(chunk));
    canvas.on('end', () => resolve(Buffer.concat(chunks)));
    canvas.on('error', reject);
  });
  return { canvas, fonts: openFonts(canvas), finished };
}

function openFonts(canvas: CanvasInside): Readonly<Record<Face, CanvasFont>> {
  const entries = FACES.map((face) => {
    canvas.registerFont(face, parsedFace(face));
    canvas.font(face);
    const font = canvas._font;
    font.layoutCache = knownWords(face);
    return [face, font] as const;
  });
  return Object.fromEntries(entries) as Record<Face, CanvasFont>;
}

/** pdfkit writes title and author into the XMP as they are; "&" and "<" there make the file invalid (PDF/A-3 6.6.2.1). */
function escapeInfo(canvas: CanvasInside): void {
  const addInfo = canvas._addInfo.bind(canvas);
  canvas._addInfo = (): void => {
    const info = canvas.info;
    canvas.info = Object.fromEntries(
      Object.entries(info).map(([key, value]) => [
        key,
        typeof value === 'string' || value instanceof String ? escapeXml(value.toString()) : value,
      ]),
    );
    try {
      addInfo();
    } finally {
      canvas.info = info;
    }
  };
}
