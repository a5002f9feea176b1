import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { PDFDict, PDFDocument, PDFHexString, PDFObjectCopier, PDFString, type PDFRef } from '@cantoo/pdf-lib';
import * as fontkit from 'fontkit';
import { faceBytes } from '../pdf/fonts';
import { PRODUCER } from '../pdf/pdf-canvas';
import { xmpPacket } from '../pdf/xmp';
import { inspectPdf, openPdf, type PdfInspection, type PdfRefusal } from './inspect-pdf';
import { bookmark, readBookmarks, writeBookmarks, type Bookmark } from './package-outline';
import { PackageStructure } from './package-structure';
import { stampPage, StampPen } from './page-stamp';
import { name } from './pdf-objects';
import { Destinations, languageOf, prepareSource } from './prepare-source';

/** One file of a package. */
export interface PackagePaper {
  /** Its bookmark, such as "Tjänsteskrivelse". */
  readonly title: string;
  readonly bytes: Uint8Array;
  /** What was found when the file was stored; looked into now, if it is not given. */
  readonly inspection?: PdfInspection;
}

/** A group of papers with a bookmark and a stamp of its own ("punkt 6"); the summons is the first and has no stamp text. */
export interface PackageSection {
  /** Such as "6 Förslag borttagande av talflödeshjälpmedel". */
  readonly title: string;
  readonly stamp?: string;
  readonly papers: readonly PackagePaper[];
}

export interface MergeInput {
  readonly title: string;
  readonly author: string;
  readonly createdAt: Date;
  readonly sections: readonly PackageSection[];
}

export interface PlacedPaper {
  readonly section: string;
  readonly title: string;
  /** First page in the package, from 1. */
  readonly firstPage: number;
  readonly pages: number;
  /** False for a scan and for any other file without tags: it cannot be read aloud. */
  readonly readable: boolean;
}

export interface MergedPackage {
  readonly ok: true;
  readonly pdf: Buffer;
  readonly pages: number;
  /** What the package claims; each claim holds for all of its files. */
  readonly claims: { readonly pdfA: boolean; readonly pdfUa: boolean };
  readonly papers: readonly PlacedPaper[];
}

/** A file that cannot be merged, and why. */
export interface PackageRefused {
  readonly ok: false;
  readonly code: PdfRefusal;
  readonly section: string;
  readonly paper: string;
}

/** Merges files into one PDF that keeps their tags, with bookmarks per section and one run of page numbers. */
export async function mergePdfs(input: MergeInput): Promise<MergedPackage | PackageRefused> {
  const merger = await Merger.open(input);
  for (const section of input.sections) {
    for (const paper of section.papers) {
      const reason = await merger.addPaper(section, paper);
      if (reason) return { ok: false, code: reason, section: section.title, paper: paper.title };
    }
    merger.closeSection(section);
  }
  return merger.finish();
}

class Merger {
  private readonly structure: PackageStructure;
  private readonly pages: { readonly page: PDFRef; readonly stamp: string | undefined }[] = [];
  private readonly placed: PlacedPaper[] = [];
  private readonly bookmarks: Bookmark[] = [];
  private sectionBookmarks: Bookmark[] = [];
  private readonly claims = { pdfA: true, pdfUa: true };
  private readonly hash = createHash('sha256');

  private constructor(
    private readonly input: MergeInput,
    private readonly out: PDFDocument,
  ) {
    this.structure = new PackageStructure(out.context);
  }

  static async open(input: MergeInput): Promise<Merger> {
    const out = await PDFDocument.create({ updateMetadata: false });
    out.registerFontkit(fontkit as never);
    return new Merger(input, out);
  }

  async addPaper(section: PackageSection, paper: PackagePaper): Promise<PdfRefusal | undefined> {
    const opened = await openPdf(paper.bytes);
    if (!opened.ok) return opened.reason;
    const inspection = paper.inspection ?? (await inspectPdf(paper.bytes));
    if (inspection.reason) return inspection.reason;
    this.claims.pdfA &&= inspection.holds.pdfA;
    this.claims.pdfUa &&= inspection.holds.pdfUa || isPlainScan(inspection);
    this.hash.update(paper.bytes);

    const source = opened.document;
    const copier = PDFObjectCopier.for(source.context, this.out.context);
    const destinations = new Destinations(source);
    prepareSource(source, destinations);
    const pages = source.getPages().map((page) => copier.copy(page.ref));
    const language = languageOf(source);
    this.structure.add(
      { title: paper.title, language: language === 'sv-SE' ? undefined : language, pages },
      source,
      copier,
      `d${this.placed.length + 1}`,
    );
    this.place(section, paper, pages, inspection.tagged);
    const [first] = pages;
    if (first)
      this.sectionBookmarks.push(
        bookmark(this.out.context, paper.title, first, readBookmarks(source, destinations, copier)),
      );
    return undefined;
  }

  private place(
    section: PackageSection,
    paper: PackagePaper,
    pages: readonly PDFRef[],
    readable: boolean,
  ): void {
    this.placed.push({
      section: section.title,
      title: paper.title,
      firstPage: this.pages.length + 1,
      pages: pages.length,
      readable,
    });
    const tree = this.out.catalog.Pages();
    const treeReference = this.out.catalog.get(name('Pages'));
    for (const page of pages) {
      if (treeReference) this.out.context.lookup(page, PDFDict).set(name('Parent'), treeReference);
      tree.Kids().push(page);
      this.pages.push({ page, stamp: section.stamp });
    }
    tree.set(name('Count'), this.out.context.obj(this.pages.length));
  }

  /** A section of one paper is one bookmark; of several, the papers lie beneath it. */
  closeSection(section: PackageSection): void {
    const papers = this.sectionBookmarks;
    this.sectionBookmarks = [];
    const [only] = papers;
    if (!only) return;
    this.bookmarks.push(
      papers.length === 1
        ? { ...only, title: section.title }
        : { title: section.title, destination: only.destination, kids: papers },
    );
  }

  async finish(): Promise<MergedPackage> {
    const { context, catalog } = this.out;
    catalog.set(name('StructTreeRoot'), this.structure.finish(this.input.title));
    catalog.set(name('MarkInfo'), context.obj({ Marked: true }));
    catalog.set(name('Lang'), PDFString.of('sv-SE'));
    catalog.set(name('ViewerPreferences'), context.obj({ DisplayDocTitle: true }));
    const outline = writeBookmarks(context, this.bookmarks);
    if (outline) {
      catalog.set(name('Outlines'), outline);
      catalog.set(name('PageMode'), name('UseOutlines'));
    }
    const pen = new StampPen(await this.out.embedFont(faceBytes('regular'), { subset: true }));
    this.pages.forEach(({ page, stamp }, index) => {
      const number = `sida ${index + 1} (${this.pages.length})`;
      stampPage(context, page, stamp === undefined ? number : `${stamp} · ${number}`, pen);
    });
    this.writeMetadata();
    // A classic cross-reference table, so that a later signature may add another of the same kind.
    const bytes = await this.out.save({
      useObjectStreams: false,
      updateFieldAppearances: false,
      addDefaultPage: false,
      // The default pauses after every 50 objects, which takes longer than the writing.
      objectsPerTick: 5000,
    });
    return {
      ok: true,
      pdf: Buffer.from(bytes),
      pages: this.pages.length,
      claims: { ...this.claims },
      papers: this.placed,
    };
  }

  private writeMetadata(): void {
    const { context, catalog } = this.out;
    const { title, author, createdAt } = this.input;
    const xmp = xmpPacket({ title, author, createdAt, producer: PRODUCER, ...this.claims });
    catalog.set(
      name('Metadata'),
      context.register(context.stream(Buffer.from(xmp), { Type: 'Metadata', Subtype: 'XML' })),
    );
    const condition = PDFHexString.fromText('sRGB IEC61966-2.1');
    const profile = context.register(context.flateStream(colourProfile(), { N: 3 }));
    const intent = context.obj({
      Type: 'OutputIntent',
      S: 'GTS_PDFA1',
      Info: condition,
      OutputConditionIdentifier: condition,
      DestOutputProfile: profile,
    });
    catalog.set(name('OutputIntents'), context.obj([context.register(intent)]));
    context.trailerInfo.Info = context.register(
      context.obj({
        Title: PDFHexString.fromText(title),
        Author: PDFHexString.fromText(author),
        Producer: PDFHexString.fromText(PRODUCER),
        CreationDate: PDFString.fromDate(createdAt),
        ModDate: PDFString.fromDate(createdAt),
      }),
    );
    const id = PDFHexString.of(
      this.hash.update(title).update(createdAt.toISOString()).digest('hex').slice(0, 32),
    );
    context.trailerInfo.ID = context.obj([id, id]);
  }
}

/** An untagged file becomes one picture with words for each page; that passes PDF/UA-1 where the rest of the file does. */
function isPlainScan(inspection: PdfInspection): boolean {
  return (
    !inspection.tagged &&
    inspection.findings.every(
      (finding) =>
        finding.standard !== 'both' ||
        ['the file is not tagged', 'the file has no XMP'].includes(finding.message),
    )
  );
}

function colourProfile(): Buffer {
  return readFileSync(join(dirname(require.resolve('pdfkit')), 'data', 'sRGB_IEC61966_2_1.icc'));
}
