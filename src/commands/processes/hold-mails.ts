import type { EntityManager } from '@mikro-orm/postgresql';

/**
 * After a restore: letters that were waiting in the backup may have gone since it was taken. They are held until the operator
 * has looked (wake.md 19).
 * @returns how many are held
 */
export async function holdMails(em: EntityManager): Promise<number> {
  const held: unknown[] = await em
    .fork()
    .execute(
      `update mail set state = 'held', claimed_until = null where state in ('queued', 'gathered') returning id`,
    );
  return held.length;
}
