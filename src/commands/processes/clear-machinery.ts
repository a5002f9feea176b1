import type { EntityManager } from '@mikro-orm/postgresql';
import { keptDays, type Cleared } from '../../domain/processes/kept-days';

/** The old rows of each kind. All moments in them are the machine's (wake.md 18). */
const old: Readonly<
  Record<Cleared, { readonly table: string; readonly key: string; readonly where: string }>
> = {
  // By its own requests the house knows what it was loaded with.
  request: { table: 'request', key: 'actor, key', where: `created_at < since.at and actor <> 'system'` },
  signInLink: { table: 'sign_in_link', key: 'id', where: 'coalesce(used_at, expires_at) < since.at' },
  session: { table: 'session', key: 'id', where: 'coalesce(ended_at, expires_at) < since.at' },
  wake: { table: 'wake', key: 'id', where: 'read_at < since.at and delivered_at is not null and not parked' },
};

/** Every kind, in the order they are cleared. */
export const clearedKinds = Object.keys(keptDays) as Cleared[];

/**
 * Clears away at most so many rows that have done their work (domain/processes/kept-days.ts).
 * @returns how many went
 */
export async function clearMachinery(em: EntityManager, kind: Cleared, most: number): Promise<number> {
  const { table, key, where } = old[kind];
  const gone: unknown[] = await em.execute(
    `delete from ${table} where (${key}) in (
       select ${key} from ${table}, (select clock_timestamp() - make_interval(days => ?) as at) since
       where ${where} limit ? for update of ${table} skip locked)
     returning 1`,
    [keptDays[kind], most],
  );
  return gone.length;
}
