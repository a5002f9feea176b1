import type { EntityManager } from '@mikro-orm/postgresql';

/** One immutable version of a document, without its bytes. */
export interface VersionView {
  readonly id: string;
  readonly documentId: string;
  readonly number: number;
  readonly sha256: string;
  readonly mediaType: string;
  /** Bytes. */
  readonly size: number;
  readonly pages: number;
  readonly fileName: string;
  readonly madeKey: string;
  /** 'PDF/A-3a', 'PDF/UA-1'; empty for what claims nothing. */
  readonly claims: readonly string[];
  readonly createdAt: Date;
  readonly createdBy: string;
}

type VersionRow = Omit<VersionView, 'createdAt'> & { readonly createdAt: string };

const viewOf = (row: VersionRow): VersionView => ({ ...row, createdAt: new Date(row.createdAt) });

const columns = `v.id, v.document_id as "documentId", v.number, v.sha256, v.media_type as "mediaType", v.size, v.pages,
  v.file_name as "fileName", v.made_key as "madeKey", v.claims, v.created_at as "createdAt", v.created_by as "createdBy"`;

/** The newest version of a document; null when it has none, or row level security hides it. */
export async function latestVersion(em: EntityManager, documentId: string): Promise<VersionView | null> {
  const rows: VersionRow[] = await em.execute(
    `select ${columns} from document_version v where v.document_id = ? order by v.number desc limit 1`,
    [documentId],
  );
  return rows[0] === undefined ? null : viewOf(rows[0]);
}

/** All versions of a document, newest first. */
export async function versionsOf(em: EntityManager, documentId: string): Promise<VersionView[]> {
  const rows: VersionRow[] = await em.execute(
    `select ${columns} from document_version v where v.document_id = ? order by v.number desc limit 200`,
    [documentId],
  );
  return rows.map(viewOf);
}

/** The version that was made under a key; null when that making has not happened. */
export async function versionMade(em: EntityManager, madeKey: string): Promise<VersionView | null> {
  const rows: VersionRow[] = await em.execute(
    `select ${columns} from document_version v where v.made_key = ?`,
    [madeKey],
  );
  return rows[0] === undefined ? null : viewOf(rows[0]);
}

/** The version with an id; null when there is none, or row level security hides it. */
export async function versionById(em: EntityManager, versionId: string): Promise<VersionView | null> {
  const rows: VersionRow[] = await em.execute(`select ${columns} from document_version v where v.id = ?`, [
    versionId,
  ]);
  return rows[0] === undefined ? null : viewOf(rows[0]);
}

/**
 * The bytes of a version, read through the version's row so that row level security holds.
 * @returns null when there is no such version, or it is hidden from the actor
 */
export async function readDocumentBytes(em: EntityManager, versionId: string): Promise<Buffer | null> {
  const rows: { bytes: Buffer }[] = await em.execute(
    'select b.bytes from document_version v join blob b on b.sha256 = v.sha256 where v.id = ?',
    [versionId],
  );
  return rows[0]?.bytes ?? null;
}

/** A stored file with the facts that it is sent with. */
export interface StoredFile {
  readonly bytes: Buffer;
  readonly mediaType: string;
  readonly name: string;
  /** SHA-256 in hex. */
  readonly sha256: string;
  readonly versionId: string;
}

/**
 * The newest version of a document, to be sent.
 * @param documentId null where there is no document yet
 * @returns null when there is no version, or it is hidden from the actor
 */
export async function readLatestFile(
  em: EntityManager,
  documentId: string | null,
): Promise<StoredFile | null> {
  const version = documentId === null ? null : await latestVersion(em, documentId);
  const bytes = version === null ? null : await readDocumentBytes(em, version.id);
  if (version === null || bytes === null) return null;
  const { id: versionId, mediaType, fileName: name, sha256 } = version;
  return { bytes, mediaType, name, sha256, versionId };
}
