/**
 * How fast documents are made: tagged ones beside bare pdfkit text, and the package beside an untagged copy of the same pages.
 * Run: npm run bench -- documents
 */
import { PDFDocument, ParseSpeeds } from '@cantoo/pdf-lib';
import PdfKit from 'pdfkit';
import { renderMinutes } from '../src/documents/meetings/minutes';
import { inspectPdf } from '../src/documents/package/inspect-pdf';
import { mergePdfs, type PackagePaper } from '../src/documents/package/merge-package';
import { parsedFace } from '../src/documents/pdf/fonts';
import { renderPdf } from '../src/documents/pdf/render-pdf';
import { letterhead, minutes } from '../tests/documents/support/meeting-2026-02-20';
import { png } from '../tests/documents/support/other-pdfs';
import { run, say } from './support/report';

const MOMENT = new Date('2026-02-13T08:00:00Z');
const SECONDS = 6;

const sentence =
  'Hjälpmedelscentrum har haft i uppdrag att utreda en modell för hantering av verksamhetshjälpmedel för att möta ett ökande behov från kommuner och regionala verksamheter. ';

/** A document of an exact number of full pages: text, a list and a table on each. */
function pagesOf(count: number): Promise<Buffer> {
  const table = `<table><thead><tr><th scope="col">Post</th><th scope="col">Belopp</th></tr></thead><tbody>${Array.from({ length: 8 }, (_row, at) => `<tr><th scope="row">Post ${at + 1}</th><td data-align="right">${at * 1250} kr</td></tr>`).join('')}</tbody></table>`;
  const page = (at: number): string =>
    `<section class="page"><h2>Avsnitt ${at + 1}</h2><p>${sentence.repeat(3)}</p><ul><li>${sentence}</li><li>${sentence}</li></ul>${table}<p>${sentence.repeat(3)}</p></section>`;
  return renderPdf({
    html: `<article>${page(0).replaceAll('h2', 'h1')}${Array.from({ length: count - 1 }, (_page, at) => page(at + 1)).join('')}</article>`,
    title: 'Bilaga',
    author: 'Gemensam hjälpmedelsnämnd',
    createdAt: MOMENT,
    header: { organisation: letterhead.organisation, kind: 'Bilaga' },
    footer: { lines: [] },
  });
}

function scanOf(count: number): Promise<Buffer> {
  const picture = png(400, 560, (x, y) => [240 - ((x * y) % 17), 240 - (y % 20 < 2 ? 180 : 0), 235, 255]);
  return bytesOf((pdf) => {
    for (let at = 0; at < count; at += 1) {
      if (at > 0) pdf.addPage();
      pdf.image(picture, 0, 0, { width: 595, height: 842 });
    }
  });
}

/** The words of a document as bare text: no tags, no tables, no claims; the fonts parsed once, as ours are. */
function bareText(words: string, pages: number): Promise<Buffer> {
  const each = Math.ceil(words.length / pages);
  return bytesOf((pdf) => {
    for (let page = 0; page < pages; page += 1) {
      if (page > 0) pdf.addPage();
      pdf
        .font('body')
        .fontSize(10.5)
        .text(words.slice(page * each, (page + 1) * each), 79, 90, { width: 437 });
    }
  });
}

function bytesOf(draw: (pdf: PDFKit.PDFDocument) => void): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    const pdf = new PdfKit({
      size: 'A4',
      margin: 40,
      font: parsedFace('regular') as never,
      info: { CreationDate: MOMENT },
    });
    pdf.registerFont('body', parsedFace('regular') as never);
    const chunks: Buffer[] = [];
    pdf.on('data', (chunk: Buffer) => chunks.push(chunk));
    pdf.on('end', () => resolve(Buffer.concat(chunks)));
    pdf.on('error', reject);
    draw(pdf);
    pdf.end();
  });
}

/** CPU time of this process so far, in milliseconds: what the work costs, however busy the machine is. */
function cpuMs(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}

/** How many are made in a second of one core's time. */
async function perSecond(make: () => Promise<unknown>): Promise<number> {
  for (let at = 0; at < 5; at += 1) await make();
  const start = cpuMs();
  let made = 0;
  while (cpuMs() - start < SECONDS * 1000) {
    await make();
    made += 1;
  }
  return (made * 1000) / (cpuMs() - start);
}

async function timed<Result>(
  make: () => Promise<Result>,
): Promise<{ readonly result: Result; readonly ms: number }> {
  const start = cpuMs();
  const result = await make();
  return { result, ms: cpuMs() - start };
}

async function untaggedCopy(papers: readonly PackagePaper[]): Promise<Uint8Array> {
  const out = await PDFDocument.create();
  for (const paper of papers) {
    const source = await PDFDocument.load(paper.bytes, { parseSpeed: ParseSpeeds.Fastest });
    for (const page of await out.copyPages(source, source.getPageIndices())) out.addPage(page);
  }
  return out.save({ useObjectStreams: false, objectsPerTick: 5000 });
}

async function main(): Promise<void> {
  const { pdf, html } = await renderMinutes(minutes, { createdAt: MOMENT });
  const pages = (await inspectPdf(pdf)).pages;
  const words = html.replace(/<[^>]+>/g, ' ').replace(/\s+/g, ' ');
  const tagged = await perSecond(() => renderMinutes(minutes, { createdAt: MOMENT }));
  const bare = await perSecond(() => bareText(words, pages));
  say('Tagged minutes', `${pages} pages, ${(pdf.length / 1024).toFixed(0)} kB`);
  say('  documents per second and core', `${tagged.toFixed(1)} (${(tagged * pages).toFixed(0)} pages)`);
  say('  bare pdfkit text, same words and pages', `${bare.toFixed(1)} (${(bare * pages).toFixed(0)} pages)`);
  say('  ratio', `${(bare / tagged).toFixed(2)} times as long`);

  const sizes = [6, 99, 40, 30, 25, 20, 15, 10, 8, 6, 3, 2, 1];
  const papers: PackagePaper[] = [];
  for (const size of sizes)
    papers.push({ title: `Handling ${papers.length + 1}`, bytes: await pagesOf(size) });
  for (const size of [40, 20, 13]) papers.push({ title: `Inskannad ${size}`, bytes: await scanOf(size) });
  const inspected = await timed(() =>
    Promise.all(papers.map(async (paper) => ({ ...paper, inspection: await inspectPdf(paper.bytes) }))),
  );
  const merge = (files: readonly PackagePaper[]): ReturnType<typeof mergePdfs> =>
    mergePdfs({
      title: 'Handlingar',
      author: letterhead.organisation,
      createdAt: MOMENT,
      sections: files.map((paper, at) => ({ title: paper.title, stamp: `punkt ${at}`, papers: [paper] })),
    });
  await merge(inspected.result.slice(0, 2));
  await untaggedCopy(papers.slice(0, 2));
  const copied = await timed(() => untaggedCopy(papers));
  const merged = await timed(() => merge(inspected.result));
  if (!merged.result.ok) throw new Error(merged.result.code);
  say(
    'Package',
    `${papers.length} files, ${merged.result.pages} pages, ${(merged.result.pdf.length / 1_000_000).toFixed(1)} MB`,
  );
  say('  merged with tags, bookmarks and stamps', `${merged.ms.toFixed(0)} ms`);
  say('  copied without tags', `${copied.ms.toFixed(0)} ms`);
  say('  ratio', `${(merged.ms / copied.ms).toFixed(2)} times as long`);
  say('  looking into the files, once at upload', `${inspected.ms.toFixed(0)} ms`);
  say('Peak memory of all of this', `${(process.resourceUsage().maxRSS / 1024).toFixed(0)} MB`);
}

run(main);
