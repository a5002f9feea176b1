import type { EntityManager } from '@mikro-orm/postgresql';

/** Whether anyone wants letters gathered, or left some when the choice was changed: else no morning letter is looked for. */
export async function anyoneGathers(em: EntityManager): Promise<boolean> {
  const rows: { any: boolean }[] = await em.execute(
    `select exists (select from person where letters = 'gathered')
       or exists (select from mail where state = 'gathered' and within_id is null) as any`,
  );
  return rows[0]?.any === true;
}

/** People for whom letters were gathered that go within no other yet, by id, after one of them. */
export async function readGatherers(
  em: EntityManager,
  after: string | null,
  most: number,
): Promise<string[]> {
  const rows: { id: string }[] = await em.execute(
    `select distinct to_person_id as id from mail where state = 'gathered' and within_id is null
       and (?::uuid is null or to_person_id > ?::uuid) order by to_person_id limit ?`,
    [after, after, most],
  );
  return rows.map(({ id }) => id);
}
