import { closePapers } from '../../register/documents/close-papers';
import type { Transaction } from '../../runner/transaction';

interface ItemOfPapers {
  readonly id: string;
  readonly closed: boolean;
}

interface PaperOfItem {
  readonly id: string;
  readonly attached: boolean;
  readonly closed: boolean;
  readonly ownerId: string | null;
  /** Other closed items at which it lies. */
  readonly others: readonly string[];
}

/**
 * The papers at a closed item are closed with it, and row level security hides them from those who may not read the item
 * (KL 6:25, 6:30). A paper at several closed items is hidden from whoever is kept from one of them, and is open again when the
 * last of them is opened or it has left them all.
 */
export async function closePapersWithItem(tx: Transaction, item: ItemOfPapers): Promise<void> {
  const rows: PaperOfItem[] = await tx.em.execute(
    `select d.id, a.document_id is not null as attached, d.closed, d.owner_id as "ownerId",
       array(select i.id from item_document o join agenda_item i on i.id = o.item_id
         where o.document_id = d.id and i.id <> ? and i.closed and i.state <> 'removed' order by i.id)::text[] as others
     from document d
     left join item_document a on a.document_id = d.id and a.item_id = ?
     where d.id in (
       select document_id from item_document where item_id = ?
       union select id from document where closed and owner_kind = 'agendaItem' and owner_id = ?
         and kind not in ('package', 'summons', 'minutes', 'extract'))`,
    [item.id, item.id, item.id, item.id],
  );
  for (const { id, attached, closed, ownerId, others } of rows) {
    const closing = item.closed && attached ? [item.id, ...others] : [...others];
    const owner = closing.find((itemId) => closed && itemId === ownerId) ?? closing[0] ?? null;
    if (closed ? owner !== ownerId : owner !== null) await closePapers(tx, id, owner);
    for (const itemId of closing.filter((each) => each !== owner))
      await tx.em.execute(
        'insert into document_closed_item (document_id, item_id) values (?, ?) on conflict do nothing',
        [id, itemId],
      );
  }
}
