import { deflateSync } from 'node:zlib';
import PDFDocument from 'pdfkit';

/** PDFs as they arrive from others: a scan, an untagged text, one with a form of printing-press colours. */
export function foreignPdf(
  draw: (pdf: PDFKit.PDFDocument) => void,
  options: PDFKit.PDFDocumentOptions = {},
): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    const pdf = new PDFDocument({
      size: 'A4',
      info: { CreationDate: new Date('2026-01-30T08:00:00Z') },
      ...options,
    });
    const chunks: Buffer[] = [];
    pdf.on('data', (chunk: Buffer) => chunks.push(chunk));
    pdf.on('end', () => resolve(Buffer.concat(chunks)));
    pdf.on('error', reject);
    draw(pdf);
    pdf.end();
  });
}

/** Two pages that are pictures, the second turned a quarter. */
export function scannedPdf(): Promise<Buffer> {
  const picture = png(120, 170, (x, y) => [
    240,
    240 - (y % 20 < 2 ? 180 : 0),
    235 - (x % 60 < 1 ? 60 : 0),
    255,
  ]);
  return foreignPdf((pdf) => {
    pdf.image(picture, 0, 0, { width: 595, height: 842 });
    pdf.addPage();
    pdf.image(picture, 0, 0, { width: 595, height: 842 });
    (pdf.page.dictionary as unknown as { data: Record<string, unknown> }).data['Rotate'] = 90;
  });
}

/** Text in a font that is not embedded, without tags. */
export function untaggedPdf(): Promise<Buffer> {
  return foreignPdf((pdf) => {
    pdf.text('Avtal om service');
    pdf.addPage();
    pdf.text('Bilaga till avtalet');
  });
}

/** A PNG without a library; the fourth value of a pixel is its opacity. */
export function png(
  width: number,
  height: number,
  pixel: (x: number, y: number) => readonly [number, number, number, number],
): Buffer {
  const raw = Buffer.alloc(height * (1 + width * 4));
  for (let y = 0; y < height; y += 1)
    for (let x = 0; x < width; x += 1)
      raw.set(
        pixel(x, y).map((value) => value & 255),
        y * (1 + width * 4) + 1 + x * 4,
      );
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([8, 6, 0, 0, 0], 8);
  return Buffer.concat([
    Buffer.from([137, 80, 78, 71, 13, 10, 26, 10]),
    chunk('IHDR', header),
    chunk('IDAT', deflateSync(raw)),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

function chunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type), data]);
  const frame = Buffer.alloc(8);
  frame.writeUInt32BE(data.length, 0);
  frame.writeUInt32BE(checksum(body), 4);
  return Buffer.concat([frame.subarray(0, 4), body, frame.subarray(4)]);
}

function checksum(bytes: Buffer): number {
  let rest = ~0;
  for (const byte of bytes) {
    let value = (rest ^ byte) & 255;
    for (let bit = 0; bit < 8; bit += 1) value = value & 1 ? 0xedb88320 ^ (value >>> 1) : value >>> 1;
    rest = (rest >>> 8) ^ value;
  }
  return ~rest >>> 0;
}
