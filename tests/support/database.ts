import { randomUUID } from 'node:crypto';
import { Client } from 'pg';
import {
  databaseUrls,
  inDatabase,
  ownerRole,
} from '../../src/infrastructure/embedded/postgres/postgres-roles';

/** A database of its own for one test file: the newest schema, no rows. */
export interface FreshDatabase {
  readonly name: string;
  /** As api and worker sign in: unprivileged, bound by row level security. */
  readonly appUrl: string;
  /** The role that owns the schema. */
  readonly ownerUrl: string;
  /** The superuser, who sees every row: for raw SQL in tests only. */
  readonly adminUrl: string;
  drop(): Promise<void>;
  /** Keeps what it holds now beside it, once nobody is connected: `restore` brings it back as often as wanted. */
  setAside(): Promise<Aside>;
}

/** A database that is kept as it stood. */
export interface Aside {
  /** Makes the database anew, with what it held when it was set aside. */
  restore(): Promise<void>;
  drop(): Promise<void>;
}

/** A fact that tests/support/servers/up.mjs has left in the environment. */
export function serverFact(name: string): string {
  const value = process.env[name];
  if (value === undefined)
    throw new Error(`${name} is missing: this test belongs to a jest project with servers`);
  return value;
}

/** Copies the migrated template: as files, about half the work of writing every page to the log. */
export async function freshDatabase(): Promise<FreshDatabase> {
  const serverUrl = serverFact('SAMRAD_TEST_PG_ADMIN_URL');
  const name = `test_${randomUUID().replaceAll('-', '')}`;
  const copyOf = (template: string): Promise<void> =>
    onServer(serverUrl, `create database ${name} template ${template} strategy file_copy owner ${ownerRole}`);
  await copyOf(serverFact('SAMRAD_TEST_TEMPLATE'));
  const urls = databaseUrls(serverUrl, name, {
    ownerPassword: serverFact('SAMRAD_TEST_OWNER_PASSWORD'),
    appPassword: serverFact('SAMRAD_TEST_APP_PASSWORD'),
  });
  return {
    name,
    ...urls,
    adminUrl: inDatabase(serverUrl, name),
    drop: () => onServer(serverUrl, `drop database ${name} with (force)`),
    setAside: async () => {
      const kept = `${name}_kept`;
      await onServer(serverUrl, `alter database ${name} rename to ${kept}`);
      return {
        restore: () => copyOf(kept),
        drop: () => onServer(serverUrl, `drop database ${kept} with (force)`),
      };
    },
  };
}

async function onServer(url: string, sql: string): Promise<void> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    await client.query(sql);
  } finally {
    await client.end();
  }
}
