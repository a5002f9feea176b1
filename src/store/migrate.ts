import { Migrator } from '@mikro-orm/migrations';
import { MikroORM } from '@mikro-orm/postgresql';
import { migrationsList } from './migrations/all';
import { ormOptions } from './orm';

/**
 * Brings the schema to this release.
 * @param ownerUrl connection of the role that owns the schema
 * @returns names of the migrations that were run, in order
 */
export async function migrate(ownerUrl: string): Promise<string[]> {
  const orm = await MikroORM.init({
    ...ormOptions(ownerUrl, 1),
    extensions: [Migrator],
    migrations: { migrationsList, transactional: true, allOrNothing: true, snapshot: false, silent: true },
  });
  try {
    return (await orm.migrator.up()).map((done) => done.name);
  } finally {
    await orm.close();
  }
}
