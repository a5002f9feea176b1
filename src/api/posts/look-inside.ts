import type { PdfFacts } from '../../contracts/upload';
import { inspectPdf, type PdfRefusal } from '../../documents/package/inspect-pdf';
import type { RefusalCode } from '../../domain/refusals/catalogue';
import { refuse, type Refusal } from '../../domain/refusals/refusal';

const codes: Readonly<Record<PdfRefusal, RefusalCode>> = {
  'pdf-not-a-pdf': 'file-not-pdf',
  'pdf-encrypted': 'file-encrypted',
  'pdf-truncated': 'file-broken',
  'pdf-broken': 'file-broken',
};

/**
 * Looks into an uploaded file before any command sees it: whole, without password, and what it truly is.
 * @param name the file's name as its sender called it
 */
export async function lookInside(
  bytes: Uint8Array,
  name: string,
): Promise<{ readonly ok: true; readonly pdf: PdfFacts } | Refusal> {
  const { reason, pages, tagged, holds } = await inspectPdf(bytes);
  if (reason !== undefined) return refuse(codes[reason], { name });
  const claims = [...(holds.pdfA ? ['PDF/A-3a'] : []), ...(holds.pdfUa ? ['PDF/UA-1'] : [])];
  return { ok: true, pdf: { pages, tagged, claims } };
}
