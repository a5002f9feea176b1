import { readFile } from 'node:fs/promises';
import type { Upload } from '../../../contracts/upload';
import { refuse, type Refusal } from '../../../domain/refusals/refusal';
import type { VersionView } from '../../../store/queries/register/versions';
import type { Transaction } from '../../runner/transaction';
import { addDocumentVersion } from './add-version';

/** Only a PDF that could be looked into is taken in; what else was handed in has been refused by then. */
export function canTakeIn(file: Upload): Refusal | null {
  return file.pdf === null ? refuse('file-not-pdf', { name: file.fileName }) : null;
}

/** Stores an uploaded file as a version: the same bytes to the same document are the same version. */
export async function addUploadedVersion(
  tx: Transaction,
  documentId: string,
  file: Upload,
): Promise<VersionView> {
  return addDocumentVersion(tx, {
    documentId,
    madeKey: `upload/${documentId}/${file.sha256}`,
    bytes: await readFile(file.path),
    mediaType: 'application/pdf',
    pages: file.pdf?.pages ?? 0,
    fileName: plainName(file.fileName),
    template: null,
    snapshot: null,
    renderer: null,
    claims: file.pdf?.claims ?? [],
  });
}

/** The name without folders and signs that file systems do not take. */
function plainName(name: string): string {
  const last = name.split(/[/\\]/).at(-1) ?? '';
  const clean = last.replace(/[\p{Cc}<>:"|?*]/gu, ' ').trim();
  return clean === '' ? 'handling.pdf' : clean;
}
