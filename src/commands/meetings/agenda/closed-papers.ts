import { closePapers } from '../../register/documents/close-papers';
import type { Transaction } from '../../runner/transaction';

interface ItemOfPapers {
  readonly id: string;
  readonly closed: boolean;
}

/**
 * The papers at a closed item are closed with it, and row level security hides them from those who may not read the item
 * (KL 6:25, 6:30). When the item is opened again, or a paper leaves it, they are as before.
 */
export async function closePapersWithItem(tx: Transaction, item: ItemOfPapers): Promise<void> {
  const rows: { id: string; attached: boolean; closed: boolean }[] = await tx.em.execute(
    `select d.id, a.document_id is not null as attached, d.closed from document d
     left join item_document a on a.document_id = d.id and a.item_id = ?
     where d.id in (
       select document_id from item_document where item_id = ?
       union select id from document where closed and owner_kind = 'agendaItem' and owner_id = ?
         and kind not in ('package', 'summons', 'minutes', 'extract'))`,
    [item.id, item.id, item.id],
  );
  for (const document of rows) {
    const close = item.closed && document.attached;
    if (close !== document.closed) await closePapers(tx, document.id, close ? item.id : null);
  }
}
