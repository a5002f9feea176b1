import { refuse, type Refusal } from '../../../domain/refusals/refusal';
import type { AgendaItem } from '../../../store/entities/meetings';
import { Matter } from '../../../store/entities/register';
import { findRow, type Transaction } from '../../runner/transaction';
import { closePapersWithItem } from './closed-papers';

/** Whether the body may take the matter up: an open one of its own. Another body's comes by being handed over, never by its id. */
export async function matterFault(tx: Transaction, bodyId: string, id: string): Promise<Refusal | null> {
  const matter = await findRow(tx, Matter, { id, bodyId });
  if (!matter.ok) return matter;
  const { state, registryNumber, title } = matter.row;
  return state === 'open' ? null : refuse('matter-not-open', { number: registryNumber ?? title });
}

/** The matter's memos that are ready and lie at no other item come along; the secretary adds the rest by hand. */
export async function attachReadyMemos(
  tx: Transaction,
  item: Pick<AgendaItem, 'id' | 'matterId' | 'closed'>,
): Promise<void> {
  if ((item.matterId ?? null) === null) return;
  await tx.em.execute(
    `insert into item_document (item_id, document_id, ordinal, label)
     select ?, m.document_id, row_number() over (order by m.day, m.id)
       + (select coalesce(max(ordinal), 0) from item_document where item_id = ?), 'Tjänsteskrivelse ' || m.title
     from memo m where m.matter_id = ? and m.state = 'ready' and m.closed_item_id is null
       and not exists (select from item_document a where a.document_id = m.document_id)`,
    [item.id, item.id, item.matterId],
  );
  await closePapersWithItem(tx, item);
}
