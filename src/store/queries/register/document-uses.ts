import type { EntityManager } from '@mikro-orm/postgresql';
import type { Day } from '../../../domain/time/day';

/** The day of a meeting not yet held whose agenda holds the document; null when none does. */
export async function openMeetingOf(em: EntityManager, documentId: string): Promise<Day | null> {
  const rows: { day: Day }[] = await em.execute(
    `select m.day::text as day from item_document d
       join agenda_item i on i.id = d.item_id and i.state = 'listed'
       join meeting m on m.id = i.meeting_id and m.phase in ('planned', 'agendaApproved', 'summoned', 'inSession')
      where d.document_id = ? order by m.day limit 1`,
    [documentId],
  );
  return rows[0]?.day ?? null;
}

/** The meetings not yet held at whose items the document lies. */
export async function meetingsWith(
  em: EntityManager,
  documentId: string,
): Promise<{ readonly id: string; readonly authorityId: string }[]> {
  return em.execute(
    `select distinct m.id, m.authority_id as "authorityId" from item_document d
       join agenda_item i on i.id = d.item_id and i.state = 'listed' join meeting m on m.id = i.meeting_id
      where d.document_id = ? and m.phase in ('planned', 'agendaApproved', 'summoned')`,
    [documentId],
  );
}

/**
 * Whether a person is recused from something that the document shows (KL 6:30): an item at which it lies, the item that this
 * is a sub-item of, or any item of the meeting where it is the package of all papers. Closed items in minutes are kept by
 * row level security.
 */
export async function isRecusedFrom(
  em: EntityManager,
  documentId: string,
  personId: string,
): Promise<boolean> {
  const rows: unknown[] = await em.execute(
    `select 1 from recusal r where r.person_id = ? and r.withdrawn_at is null and (
       exists (select from item_document d join agenda_item i on i.id = d.item_id
         where d.document_id = ? and r.item_id in (i.id, i.parent_id))
       or exists (select from summons s where s.package_document_id = ? and s.meeting_id = r.meeting_id)) limit 1`,
    [personId, documentId, documentId],
  );
  return rows.length > 0;
}

/** The day of a meeting not yet held whose agenda holds the matter; null when none does. */
export async function openMeetingOfMatter(em: EntityManager, matterId: string): Promise<Day | null> {
  const rows: { day: Day }[] = await em.execute(
    `select m.day::text as day from agenda_item i join meeting m on m.id = i.meeting_id
      where i.matter_id = ? and i.state = 'listed' and m.phase in ('planned', 'agendaApproved', 'summoned', 'inSession')
      order by m.day limit 1`,
    [matterId],
  );
  return rows[0]?.day ?? null;
}
