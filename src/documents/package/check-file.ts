import type { PDFDict } from '@cantoo/pdf-lib';
import { PDFBool, PDFRawStream, PDFStream, decodePDFRawStream, type PDFDocument } from '@cantoo/pdf-lib';
import type { Findings } from './findings';
import { at, dictOf, nameOf, textOf } from './pdf-objects';

/** What a file says of itself in its XMP. */
export interface PdfClaims {
  /** Such as "3a". */
  readonly pdfA?: string;
  /** Such as "1". */
  readonly pdfUa?: string;
}

/** The claims a file makes; nothing is known of whether they hold. */
export function readClaims(document: PDFDocument): PdfClaims {
  const xmp = xmpOf(document) ?? '';
  const value = (property: string): string | undefined =>
    new RegExp(`${property}(?:>|=["'])\\s*([0-9A-Za-z]+)`).exec(xmp)?.[1];
  const part = value('pdfaid:part');
  const conformance = value('pdfaid:conformance');
  const pdfUa = value('pdfuaid:part');
  return {
    ...(part === undefined ? {} : { pdfA: `${part}${(conformance ?? '').toLowerCase()}` }),
    ...(pdfUa === undefined ? {} : { pdfUa }),
  };
}

/** Title, language and marking of the whole file (PDF/UA 7.1, 7.2). */
export function checkCatalog(document: PDFDocument, findings: Findings): void {
  const { catalog } = document;
  if (at(dictOf(at(catalog, 'MarkInfo')), 'Marked') !== PDFBool.True)
    findings.add('both', 'the file is not marked as tagged');
  if (!textOf(at(catalog, 'Lang'))) findings.add('PDF/UA-1', 'the file has no language');
  if (at(dictOf(at(catalog, 'ViewerPreferences')), 'DisplayDocTitle') !== PDFBool.True)
    findings.add('PDF/UA-1', 'the title is not shown');
  if (!/<dc:title>[^]*\S[^]*<\/dc:title>/.test(xmpOf(document) ?? ''))
    findings.add('PDF/UA-1', 'the XMP has no title');
}

/** Fonts, colours, actions and the other things that an archive cannot take (PDF/A-3). */
export function checkArchival(document: PDFDocument, findings: Findings): void {
  const { catalog, context } = document;
  const xmp = xmpOf(document);
  if (xmp === undefined) findings.add('both', 'the file has no XMP');
  else if (/&(?!(?:amp|lt|gt|quot|apos|#\d+|#x[0-9a-fA-F]+);)/.test(xmp))
    findings.add('both', 'the XMP is not well-formed');
  if (!at(catalog, 'OutputIntents')) findings.add('PDF/A-3a', 'no output intent');
  if (!context.trailerInfo.ID) findings.add('PDF/A-3a', 'no file identifier');
  if (at(dictOf(at(catalog, 'Names')), 'JavaScript') ?? at(catalog, 'AA'))
    findings.add('PDF/A-3a', 'scripts or actions');
  if (at(catalog, 'AcroForm')) findings.add('both', 'form fields');
  for (const [, object] of context.enumerateIndirectObjects()) {
    const dict = object instanceof PDFStream ? object.dict : dictOf(object);
    if (!dict) continue;
    if (nameOf(at(dict, 'Type')) === 'Font') checkFont(dict, findings);
    if (nameOf(at(dict, 'ColorSpace')) === 'DeviceCMYK')
      findings.add('PDF/A-3a', 'colours of a printing press without a profile');
    if (['JavaScript', 'Launch', 'ResetForm', 'ImportData'].includes(nameOf(at(dict, 'S')) ?? ''))
      findings.add('PDF/A-3a', 'scripts or actions');
  }
}

function checkFont(font: PDFDict, findings: Findings): void {
  const kind = nameOf(at(font, 'Subtype')) ?? '';
  if (!kind.startsWith('CIDFont') && !at(font, 'ToUnicode'))
    findings.add('both', 'a font does not say which letters its glyphs are');
  if (kind === 'Type0' || kind === 'Type3') return;
  const descriptor = dictOf(at(font, 'FontDescriptor'));
  if (!['FontFile', 'FontFile2', 'FontFile3'].some((key) => at(descriptor, key)))
    findings.add('both', 'a font is not embedded');
}

function xmpOf(document: PDFDocument): string | undefined {
  const metadata = at(document.catalog, 'Metadata');
  if (metadata instanceof PDFRawStream)
    return Buffer.from(decodePDFRawStream(metadata).decode()).toString('utf8');
  return metadata instanceof PDFStream ? Buffer.from(metadata.getContents()).toString('utf8') : undefined;
}
