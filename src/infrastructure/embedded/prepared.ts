import { join } from 'node:path';
import { Client } from 'pg';
import { readJson, writeJson } from './data-folder';

/**
 * Whether the embedded database was made ready by exactly this build: then a start needs no process for migrations
 * and demo data, which is a third of its time. The database is asked too, since somebody may have put back a copy.
 */
interface Prepared {
  readonly build: string;
  readonly migrations: number;
}

const file = (root: string) => join(root, 'prepared.json');

/** What the build calls itself; undefined for one that has no stamp, which is then prepared at every start. */
export function buildStamp(dist: string): string | undefined {
  const stamps = readJson(join(dist, '.stamps.json')) as { modules?: string } | undefined;
  return stamps?.modules;
}

/** @param ownerUrl connection of the role that owns the schema */
export async function isPrepared(
  root: string,
  build: string | undefined,
  ownerUrl: string,
): Promise<boolean> {
  const stored = readJson(file(root)) as Prepared | undefined;
  if (build === undefined || stored?.build !== build) return false;
  return stored.migrations === (await countMigrations(ownerUrl));
}

/** Remembers that this build has made the database ready. */
export async function notePrepared(root: string, build: string | undefined, ownerUrl: string): Promise<void> {
  if (build === undefined) return;
  writeJson(file(root), { build, migrations: await countMigrations(ownerUrl) } satisfies Prepared);
}

async function countMigrations(ownerUrl: string): Promise<number> {
  const client = new Client({ connectionString: ownerUrl });
  await client.connect();
  try {
    const { rows } = await client.query<{ done: number }>(
      'select count(*)::int as done from mikro_orm_migrations',
    );
    return rows[0]?.done ?? 0;
  } catch {
    return 0;
  } finally {
    await client.end();
  }
}
