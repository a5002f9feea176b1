import { LockMode } from '@mikro-orm/core';
import { v7 as uuidv7 } from 'uuid';
import { actorName } from '../../../contracts/actor';
import { putBlob } from '../../../store/blobs';
import { Document } from '../../../store/entities/register';
import { versionMade, type VersionView } from '../../../store/queries/register/versions';
import type { Transaction } from '../../runner/transaction';

/** The bytes of a version and where they came from. */
export interface VersionToAdd {
  readonly documentId: string;
  /** Names the making, such as `meetingId/summons/2`: the same key gives the same version, whatever bytes come. */
  readonly madeKey: string;
  readonly bytes: Uint8Array;
  readonly mediaType: string;
  readonly pages: number;
  readonly fileName: string;
  /** The template version and the data that it was made from; null for an upload. */
  readonly template: string | null;
  readonly snapshot: unknown;
  readonly renderer: string | null;
  /** Only what the file passes: 'PDF/A-3a', 'PDF/UA-1'. */
  readonly claims: readonly string[];
}

/**
 * Adds an immutable version to a document, once for its `madeKey`; the document's row is locked, so that versions number
 * without gap. Versions and bytes are insert-only in the database itself.
 * @returns the new version, or the one that the key gave before
 * @throws when the document does not exist or is hidden from the actor
 */
export async function addDocumentVersion(tx: Transaction, version: VersionToAdd): Promise<VersionView> {
  const { em } = tx;
  await em.flush();
  await em.findOneOrFail(Document, version.documentId, {
    lockMode: LockMode.PESSIMISTIC_WRITE,
    refresh: true,
  });
  const before = await versionMade(em, version.madeKey);
  if (before !== null) return before;
  const sha256 = await putBlob(em, version.bytes, tx.now);
  await em.execute(
    `insert into document_version (id, document_id, number, sha256, media_type, size, pages, file_name, made_key, template,
       snapshot, renderer, claims, created_at, created_by)
     select ?, ?, 1 + coalesce(max(v.number), 0), ?, ?, ?, ?, ?, ?, ?, ?::jsonb, ?, ?::jsonb, ?, ?
       from document_version v where v.document_id = ?`,
    [
      uuidv7(),
      version.documentId,
      sha256,
      version.mediaType,
      version.bytes.byteLength,
      version.pages,
      version.fileName,
      version.madeKey,
      version.template,
      version.snapshot === null || version.snapshot === undefined ? null : JSON.stringify(version.snapshot),
      version.renderer,
      JSON.stringify(version.claims),
      tx.now,
      actorName(tx.actor),
      version.documentId,
    ],
  );
  const made = await versionMade(em, version.madeKey);
  if (made === null) throw new Error(`The version ${version.madeKey} was not written`);
  return made;
}
