import type { EntityManager } from '@mikro-orm/postgresql';

/** The meetings not yet held whose agenda holds the matter. */
export async function meetingsOfMatter(
  em: EntityManager,
  matterId: string,
): Promise<{ readonly id: string; readonly authorityId: string }[]> {
  return em.execute(
    `select distinct m.id, m.authority_id as "authorityId" from agenda_item i join meeting m on m.id = i.meeting_id
      where i.matter_id = ? and i.state = 'listed' and m.phase in ('planned', 'agendaApproved', 'summoned')`,
    [matterId],
  );
}
