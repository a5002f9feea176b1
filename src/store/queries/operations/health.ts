import type { EntityManager } from '@mikro-orm/postgresql';
import { migrationsList } from '../../migrations/all';

/** Whether the database answers, and which migrations of this release it lacks. @throws when it cannot be reached */
export async function readMissingMigrations(em: EntityManager): Promise<string[]> {
  const done: { name: string }[] = await em.execute('select name from mikro_orm_migrations');
  const names = new Set(done.map((row) => row.name));
  return migrationsList.map(({ name }) => name).filter((name) => !names.has(name));
}
