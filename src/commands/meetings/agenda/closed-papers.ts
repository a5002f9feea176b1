import type { Transaction } from '../../runner/transaction';

interface ItemOfPapers {
  readonly id: string;
  readonly bodyId: string;
  readonly closed: boolean;
}

/**
 * The papers at a closed item are closed with it, memos and their texts too, and row level security hides them from those
 * who may not read the item (KL 6:25, 6:30). When the item is opened again, or a paper leaves it, they are as before.
 */
export async function closePapersWithItem(tx: Transaction, item: ItemOfPapers): Promise<void> {
  if (item.closed) {
    await closeAttached(tx, item);
    await openLeftBehind(tx, item.id, true);
  } else {
    await openLeftBehind(tx, item.id, false);
  }
}

async function closeAttached(tx: Transaction, item: ItemOfPapers): Promise<void> {
  const { em } = tx;
  const attached = 'select document_id from item_document where item_id = ?';
  await em.execute(
    `update memo set closed_item_id = ?, version = version + 1
     where closed_item_id is null and document_id in (${attached})`,
    [item.id, item.id],
  );
  await em.execute(
    `update text set closed = true, body_id = ? where not closed and owner_kind = 'memo'
       and owner_id in (select id from memo where closed_item_id = ?)`,
    [item.bodyId, item.id],
  );
  await em.execute(
    `update document set closed = true, body_id = ?, owner_kind = 'agendaItem', owner_id = ?, version = version + 1
     where not closed and id in (${attached})`,
    [item.bodyId, item.id, item.id],
  );
}

/** @param detachedOnly the item stays closed: only papers that lie at it no more are opened */
async function openLeftBehind(tx: Transaction, itemId: string, detachedOnly: boolean): Promise<void> {
  const { em } = tx;
  const gone = (document: string) =>
    `and (? or not exists (select from item_document a where a.item_id = ? and a.document_id = ${document}))`;
  const values = [itemId, !detachedOnly, itemId];
  await em.execute(
    `update text set closed = false where closed and owner_kind = 'memo'
       and owner_id in (select m.id from memo m where m.closed_item_id = ? ${gone('m.document_id')})`,
    values,
  );
  await em.execute(
    `update memo set closed_item_id = null, version = version + 1 where closed_item_id = ? ${gone('memo.document_id')}`,
    values,
  );
  await em.execute(
    `update document set closed = false, owner_kind = null, owner_id = null, version = version + 1
     where closed and kind not in ('package', 'summons', 'minutes', 'extract')
       and owner_kind = 'agendaItem' and owner_id = ? ${gone('document.id')}`,
    values,
  );
}
