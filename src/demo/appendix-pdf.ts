import { PDFDocument, StandardFonts, type PDFFont } from '@cantoo/pdf-lib';
import { renderPdf } from '../documents/pdf/render-pdf';
import { renderHtml } from '../documents/text/html';
import { plainText } from '../documents/text/plain';
import { parseText } from '../documents/text/profile';

const A4 = { width: 595, height: 842, margin: 72 };
const LINE = { size: 11, height: 16 };

export interface AppendixText {
  readonly title: string;
  /** Samråd-text 1. */
  readonly content: string;
  readonly organisation: string;
  readonly createdAt: Date;
}

/** An appendix as it should be: tagged, PDF/A-3a and PDF/UA-1. */
export async function taggedPdf(text: AppendixText): Promise<Buffer> {
  const html = renderHtml(parseText(text.content), { headingLevel: 1 });
  return renderPdf({
    html: `<article>${html}</article>`,
    title: text.title,
    author: text.organisation,
    createdAt: text.createdAt,
    header: { organisation: text.organisation, kind: 'Bilaga' },
    footer: { lines: [] },
  });
}

/** An appendix without tags, as many programs still write them: the package says so and claims nothing for it. */
export async function untaggedPdf(text: AppendixText): Promise<Buffer> {
  const document = await PDFDocument.create();
  document.setTitle(text.title);
  document.setCreationDate(text.createdAt);
  document.setModificationDate(text.createdAt);
  const font = await document.embedFont(StandardFonts.Helvetica);
  const lines = plainText(parseText(text.content))
    .split('\n')
    .flatMap((line) => wrap(font, line));
  const perPage = Math.floor((A4.height - 2 * A4.margin) / LINE.height);
  for (let from = 0; from < lines.length; from += perPage) {
    const page = document.addPage([A4.width, A4.height]);
    for (const [index, line] of lines.slice(from, from + perPage).entries()) {
      const y = A4.height - A4.margin - index * LINE.height;
      page.drawText(line, { x: A4.margin, y, size: LINE.size, font });
    }
  }
  return Buffer.from(await document.save());
}

/** A scanned paper: a picture without text. */
export async function scannedPdf(picture: Buffer, title: string, createdAt: Date): Promise<Buffer> {
  const document = await PDFDocument.create();
  document.setTitle(title);
  document.setCreationDate(createdAt);
  document.setModificationDate(createdAt);
  const image = await document.embedPng(picture);
  const page = document.addPage([A4.width, A4.height]);
  page.drawImage(image, { x: 0, y: 0, width: A4.width, height: A4.height });
  return Buffer.from(await document.save());
}

function wrap(font: PDFFont, line: string): string[] {
  const most = A4.width - 2 * A4.margin;
  const wrapped: string[] = [];
  let current = '';
  for (const word of line.split(' ')) {
    const longer = current === '' ? word : `${current} ${word}`;
    if (font.widthOfTextAtSize(longer, LINE.size) <= most) current = longer;
    else {
      wrapped.push(current);
      current = word;
    }
  }
  return [...wrapped, current];
}
