import type { EntityManager } from '@mikro-orm/postgresql';

/** Who everybody here was entered with: the demo county's first act has the first key, a case file's the second. */
const KEYS = ['demo/1', 'case/1'];

/** Whether everyone in the database is invented: the demo county, or the county of a case that is played. */
export async function holdsInventedPeople(em: EntityManager): Promise<boolean> {
  const [found]: { invented: boolean }[] = await em.execute(
    `select exists (select from request where actor = 'system' and key in (?, ?)) as invented`,
    KEYS,
  );
  return found?.invented === true;
}
