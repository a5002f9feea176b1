import type { EntityManager } from '@mikro-orm/postgresql';
import type { AgendaVersionItem } from '../../../../domain/meetings/agenda/agenda-version-items';
import {
  missingPapers,
  type ItemPapers,
  type MissingPaper,
} from '../../../../domain/meetings/agenda/missing-papers';
import { readDocumentBytes } from '../../register/versions';

export interface PaperWithBytes {
  readonly id: string;
  readonly label: string;
  readonly bytes: Buffer;
}

/** An item of the package with the newest version of each of its papers, in order. */
export interface ItemWithPapers {
  readonly id: string;
  readonly label: string;
  readonly title: string;
  readonly closed: boolean;
  readonly papers: readonly PaperWithBytes[];
  /** What the secretary's list of missing papers says of it, as far as the approved version tells. */
  readonly missing: readonly MissingPaper[];
}

/** The papers of an approved agenda and what is missing, item by item; withdrawn items have neither. */
export async function readPackagePapers(
  em: EntityManager,
  items: readonly AgendaVersionItem[],
): Promise<ItemWithPapers[]> {
  const found: ItemWithPapers[] = [];
  for (const item of items) {
    if (item.withdrawn) continue;
    const papers: PaperWithBytes[] = [];
    const documents: ItemPapers['documents'][number][] = [];
    for (const [index, documentId] of item.documentIds.entries()) {
      const rows: { label: string; versionId: string | null }[] = await em.execute(
        `select coalesce(a.label, d.title) as label, (select v.id from document_version v where v.document_id = d.id
           order by v.number desc limit 1) as "versionId"
         from document d left join item_document a on a.document_id = d.id and a.item_id = ?
         where d.id = ? and d.state <> 'cancelled'`,
        [item.id, documentId],
      );
      const label = rows[0]?.label ?? item.documents[index] ?? '';
      const versionId = rows[0]?.versionId ?? null;
      const bytes = versionId === null ? null : await readDocumentBytes(em, versionId);
      documents.push({ label, hasFile: bytes !== null, cancelled: rows.length === 0 });
      if (bytes !== null) papers.push({ id: documentId, label, bytes });
    }
    const { id, label, title, closed } = item;
    // A memo that does not lie at the item is the secretary's to add; to the reader of the package papers are missing.
    const missing = missingPapers([{ ...item, documents, memos: [] }]);
    if (papers.length > 0 || missing.length > 0) found.push({ id, label, title, closed, papers, missing });
  }
  return found;
}
