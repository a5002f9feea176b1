import type { EntityManager } from '@mikro-orm/postgresql';

/**
 * Whether a ready memo (`m`, its document `d`) lies at no item where it can still be decided upon: it was never put at
 * one, or was made ready anew after the item had been treated. One that belongs to a closed item stays with it.
 */
export const memoWaits = `m.state = 'ready' and d.state <> 'cancelled' and m.closed_item_id is null and not exists (
  select from item_document lies join agenda_item at_item on at_item.id = lies.item_id and at_item.state = 'listed'
  where lies.document_id = m.document_id and (at_item.treated_at is null or at_item.treated_at >= m.ready_at))`;

/** The item of a meeting not yet held at which a memo's matter is to be decided: the first of them. */
export interface ItemOfMemo {
  readonly itemId: string;
  readonly meetingId: string;
}

/** Where a memo's matter is on its way to; null where it is on no agenda, or row level security hides the item. */
export async function itemForMemo(em: EntityManager, memoId: string): Promise<ItemOfMemo | null> {
  const rows: ItemOfMemo[] = await em.execute(
    `select i.id as "itemId", i.meeting_id as "meetingId" from memo m
     join agenda_item i on i.matter_id = m.matter_id and i.state = 'listed' and i.treated_at is null
     join meeting mt on mt.id = i.meeting_id and mt.phase in ('planned', 'agendaApproved', 'summoned')
     where m.id = ? order by mt.day, i.parent_id nulls first, i.ordinal limit 1`,
    [memoId],
  );
  return rows[0] ?? null;
}

/** A ready memo at an item, or one of the item's matter that waits to lie there. */
export interface ItemMemo {
  readonly itemId: string;
  readonly documentId: string;
  readonly title: string;
  /** Samråd-text of its proposal, as it was when last made ready. */
  readonly proposal: string;
  readonly lies: boolean;
}

/** The ready memos of the items of a meeting that are still to be treated. */
export async function memosOfItems(em: EntityManager, meetingId: string): Promise<ItemMemo[]> {
  return em.execute(
    `select i.id as "itemId", m.document_id as "documentId", m.title, paper.lies,
       coalesce(m.ready_content -> 'sections' ->> 'proposedDecision', '') as proposal
     from agenda_item i join lateral (
       select lies.document_id as id, true as lies from item_document lies where lies.item_id = i.id
       union all select waits.document_id, false from memo waits where waits.matter_id = i.matter_id and not exists (
         select from item_document lies where lies.item_id = i.id and lies.document_id = waits.document_id)) paper on true
     join memo m on m.document_id = paper.id and m.body_id = i.body_id and m.ready_content is not null
     join document d on d.id = m.document_id and d.state <> 'cancelled'
     where i.meeting_id = ? and i.state = 'listed' and i.treated_at is null and (paper.lies or ${memoWaits})
     order by m.day, m.id limit 500`,
    [meetingId],
  );
}
