import { EncryptedPDFError, PDFDocument, ParseSpeeds } from '@cantoo/pdf-lib';
import { readClaims, type PdfClaims } from './check-file';
import { checkStructure } from './check-structure';
import type { Finding } from './findings';

/** Why a file cannot be part of a package. */
export type PdfRefusal = 'pdf-not-a-pdf' | 'pdf-encrypted' | 'pdf-truncated' | 'pdf-broken';

export interface PdfInspection {
  readonly pages: number;
  readonly tagged: boolean;
  /** Pages that are pictures without text: a reader who cannot see gets only the file's title. */
  readonly picturesOnly: boolean;
  /** What the file says of itself. */
  readonly claims: PdfClaims;
  /** Claims that our own check does not contradict. */
  readonly holds: { readonly pdfA: boolean; readonly pdfUa: boolean };
  readonly encrypted: boolean;
  readonly broken: boolean;
  /** Set where the file is refused. */
  readonly reason?: PdfRefusal;
  readonly findings: readonly Finding[];
}

/** Looks into a PDF as it is uploaded: can it be read, is it tagged, what does it claim and does that hold. Never throws on bad bytes. */
export async function inspectPdf(bytes: Uint8Array): Promise<PdfInspection> {
  const opened = await openPdf(bytes);
  if (!opened.ok) return refused(opened.reason);
  try {
    const report = checkStructure(opened.document);
    const claims = readClaims(opened.document);
    const clean = (standard: Finding['standard']): boolean =>
      report.findings.every((finding) => finding.standard !== standard && finding.standard !== 'both');
    return {
      pages: opened.document.getPageCount(),
      tagged: report.tagged,
      picturesOnly: report.picturesOnly,
      claims,
      holds: {
        pdfA: claims.pdfA === '3a' && clean('PDF/A-3a'),
        pdfUa: claims.pdfUa === '1' && clean('PDF/UA-1'),
      },
      encrypted: false,
      broken: false,
      findings: report.findings,
    };
  } catch {
    // A page whose content cannot be decoded is found only by reading it.
    return refused('pdf-broken');
  }
}

export type OpenedPdf =
  { readonly ok: true; readonly document: PDFDocument } | { readonly ok: false; readonly reason: PdfRefusal };

/** Opens a PDF, or says why not. A repaired file is no archive copy, so one without its end is refused and not repaired. */
export async function openPdf(bytes: Uint8Array): Promise<OpenedPdf> {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (!file.subarray(0, 1024).includes('%PDF-')) return { ok: false, reason: 'pdf-not-a-pdf' };
  if (!hasEnd(file)) return { ok: false, reason: 'pdf-truncated' };
  try {
    const document = await PDFDocument.load(bytes, {
      updateMetadata: false,
      throwOnInvalidObject: true,
      parseSpeed: ParseSpeeds.Fastest,
    });
    if (document.isEncrypted) return { ok: false, reason: 'pdf-encrypted' };
    const pages = document.getPages();
    if (pages.length === 0 || pages.some((page) => !(page.getWidth() > 0)))
      return { ok: false, reason: 'pdf-broken' };
    return { ok: true, document };
  } catch (error) {
    return { ok: false, reason: error instanceof EncryptedPDFError ? 'pdf-encrypted' : 'pdf-broken' };
  }
}

function hasEnd(file: Buffer): boolean {
  const tail = file.subarray(-2048).toString('latin1');
  const start = /startxref\s+(\d+)\s+%%EOF/.exec(tail.slice(Math.max(0, tail.lastIndexOf('startxref'))))?.[1];
  if (start === undefined) return false;
  const table = file.subarray(Number(start), Number(start) + 64).toString('latin1');
  return /^\s*(?:xref|\d+\s+\d+\s+obj)/.test(table);
}

function refused(reason: PdfRefusal): PdfInspection {
  return {
    pages: 0,
    tagged: false,
    picturesOnly: false,
    claims: {},
    holds: { pdfA: false, pdfUa: false },
    encrypted: reason === 'pdf-encrypted',
    broken: reason === 'pdf-broken' || reason === 'pdf-truncated',
    reason,
    findings: [],
  };
}
