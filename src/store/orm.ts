import { MikroORM, PostgreSqlDriver, type Options } from '@mikro-orm/postgresql';
import { allEntities } from './entities/all';

/**
 * The ORM's settings for one role of the database.
 * @param url connection of the unprivileged application role, or of the owner for migrations
 * @param poolSize most connections this process holds
 */
export function ormOptions(url: string, poolSize = 10): Options {
  return {
    driver: PostgreSqlDriver,
    clientUrl: url,
    entities: [...allEntities],
    pool: { min: 0, max: poolSize },
    discovery: { warnWhenNoEntities: false, requireEntitiesArray: true },
    debug: false,
    // Days are strings 'YYYY-MM-DD' and moments are UTC: the machine's zone never shows in a row.
    forceUtcTimezone: true,
    allowGlobalContext: false,
  };
}

/** Connects. @throws when the database cannot be reached. */
export async function connectOrm(url: string, poolSize?: number): Promise<MikroORM> {
  return MikroORM.init(ormOptions(url, poolSize));
}
