import { Client } from 'pg';

/** Owns the schema and runs migrations. Not a superuser, so row level security forced on a table binds it too. */
export const ownerRole = 'samrad_owner';
/** What api and worker sign in as: owns nothing, may change no schema, is bound by row level security. */
export const appRole = 'samrad_app';
export const databaseName = 'samrad';

export interface RolePasswords {
  readonly ownerPassword: string;
  readonly appPassword: string;
}

export interface DatabaseUrls {
  readonly ownerUrl: string;
  readonly appUrl: string;
}

/**
 * Makes the two roles and sets their passwords. Can be run any number of times.
 * @param superuserUrl address of the maintenance database
 */
export async function ensureRoles(superuserUrl: string, passwords: RolePasswords): Promise<void> {
  await withClient(superuserUrl, async (client) => {
    const password = (word: string) => client.escapeLiteral(word);
    for (const [role, word] of [
      [ownerRole, passwords.ownerPassword],
      [appRole, passwords.appPassword],
    ] as const) {
      const { rowCount } = await client.query('select 1 from pg_roles where rolname = $1', [role]);
      const verb = rowCount === 0 ? 'create' : 'alter';
      await client.query(
        `${verb} role ${role} login nosuperuser nobypassrls nocreatedb nocreaterole password ${password(word)}`,
      );
    }
  });
}

/**
 * Makes the database when it is missing, closed to everybody but its two roles.
 * @returns whether it was made now
 */
export async function ensureDatabase(superuserUrl: string, name = databaseName): Promise<boolean> {
  return await withClient(superuserUrl, async (client) => {
    const { rowCount } = await client.query('select 1 from pg_database where datname = $1', [name]);
    const missing = rowCount === 0;
    if (missing) await client.query(`create database ${client.escapeIdentifier(name)} owner ${ownerRole}`);
    // Also for one that was there: an earlier start may have been killed between the two.
    await closeToOthers(client, superuserUrl, name);
    return missing;
  });
}

async function closeToOthers(client: Client, superuserUrl: string, name: string): Promise<void> {
  const database = client.escapeIdentifier(name);
  await client.query(`revoke all on database ${database} from public`);
  await client.query(`grant connect, temporary on database ${database} to ${appRole}`);
  await withClient(inDatabase(superuserUrl, name), async (inside) => {
    await inside.query(`alter schema public owner to ${ownerRole}`);
    await inside.query('revoke all on schema public from public');
    await inside.query(`grant usage on schema public to ${appRole}`);
  });
}

/** The two addresses of a database on the superuser's server. */
export function databaseUrls(superuserUrl: string, name: string, passwords: RolePasswords): DatabaseUrls {
  const address = (role: string, word: string) => {
    const url = new URL(inDatabase(superuserUrl, name));
    url.username = role;
    url.password = word;
    return url.toString();
  };
  return {
    ownerUrl: address(ownerRole, passwords.ownerPassword),
    appUrl: address(appRole, passwords.appPassword),
  };
}

/** The same server and role, another database. */
export function inDatabase(serverUrl: string, name: string): string {
  const url = new URL(serverUrl);
  url.pathname = `/${name}`;
  return url.toString();
}

async function withClient<T>(url: string, act: (client: Client) => Promise<T>): Promise<T> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    return await act(client);
  } finally {
    await client.end();
  }
}
