import type { NumberPattern } from './number-pattern';

const documentPart = /\[([^\]]*)\]/u;

/**
 * The two patterns of a series out of the one text that is stored with it: a part in brackets is written for documents
 * only, such as `HSN {n}[:{d}]–{yyyy}` for HSN 158–2025 and HSN 158:6–2025. Without brackets a document's number
 * comes last after a hyphen: `HMC{yy}{nnnn}` gives HMC260004 and HMC260004-1.
 */
export function seriesPattern(stored: string): NumberPattern {
  if (!documentPart.test(stored)) return { matter: stored, document: `${stored}-{d}` };
  return { matter: stored.replace(documentPart, ''), document: stored.replace(documentPart, '$1') };
}
