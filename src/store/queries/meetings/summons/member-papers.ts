import type { EntityManager } from '@mikro-orm/postgresql';

/** A document at an item as its reader meets it; row level security leaves out what is closed to them. */
export interface PaperView {
  readonly documentId: string;
  readonly itemId: string;
  readonly label: string;
  readonly registryNumber: string | null;
  readonly versionId: string | null;
  readonly pages: number | null;
  readonly size: number | null;
}

/** The papers at the items of a meeting, in the order of each item. */
export async function readPapers(em: EntityManager, meetingId: string): Promise<PaperView[]> {
  return em.execute(
    `select a.document_id as "documentId", a.item_id as "itemId", a.label, d.registry_number as "registryNumber",
       v.id as "versionId", v.pages, v.size
     from item_document a join agenda_item i on i.id = a.item_id join document d on d.id = a.document_id
     left join lateral (select id, pages, size from document_version where document_id = d.id order by number desc limit 1) v
       on true
     where i.meeting_id = ? and d.state <> 'cancelled' order by a.item_id, a.ordinal limit 2000`,
    [meetingId],
  );
}

/**
 * The items of a meeting that a person is recused from, with their sub-items: hidden ones too, since recusals themselves are
 * not.
 */
export async function recusedItems(
  em: EntityManager,
  meetingId: string,
  personId: string,
): Promise<string[]> {
  const rows: { id: string }[] = await em.execute(
    `with recused as (select item_id as id from recusal where meeting_id = ? and person_id = ? and withdrawn_at is null)
     select id from recused union select id from agenda_item where parent_id in (select id from recused)`,
    [meetingId, personId],
  );
  return rows.map(({ id }) => id);
}

/** The items that a person outside the board is called to by the latest summons. */
export async function calledToItems(
  em: EntityManager,
  meetingId: string,
  personId: string,
): Promise<string[]> {
  const rows: { items: string[] }[] = await em.execute(
    `select r.item_ids as items from summons_recipient r where r.person_id = ? and r.summons_id = (
       select id from summons where meeting_id = ? order by number desc limit 1)`,
    [personId, meetingId],
  );
  return rows[0]?.items ?? [];
}

/** The people outside the board who are called to an item that the document lies at. */
export async function calledToPaper(
  em: EntityManager,
  meetingId: string,
  documentId: string,
): Promise<string[]> {
  const rows: { id: string }[] = await em.execute(
    `select r.person_id as id from summons_recipient r
     where r.summons_id = (select id from summons where meeting_id = ? order by number desc limit 1)
       and exists (select from item_document a where a.document_id = ? and r.item_ids @> to_jsonb(a.item_id::text))`,
    [meetingId, documentId],
  );
  return rows.map(({ id }) => id);
}
