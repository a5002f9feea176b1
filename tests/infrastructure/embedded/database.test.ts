import { Client } from 'pg';
import { freshDatabase, type FreshDatabase } from '../../support/database';

describe('the database of an installation', () => {
  let database: FreshDatabase;
  beforeAll(async () => {
    database = await freshDatabase();
  });
  afterAll(() => database.drop());

  const ask = async (url: string, sql: string) => {
    const client = new Client({ connectionString: url });
    await client.connect();
    try {
      return (await client.query<Record<string, unknown>>(sql)).rows;
    } finally {
      await client.end();
    }
  };

  it('sorts names the Swedish way without being asked', async () => {
    const rows = await ask(
      database.appUrl,
      "select name from (values ('Öberg'), ('Äng'), ('Åberg'), ('Zorn'), ('Wåhlin'), ('Vik'), ('Andersson')) n(name) order by name",
    );
    expect(rows.map((row) => row['name'])).toEqual([
      'Andersson',
      'Vik',
      'Wåhlin',
      'Zorn',
      'Åberg',
      'Äng',
      'Öberg',
    ]);
  });

  it('lets api and worker sign in as a role without privileges', async () => {
    const rows = await ask(
      database.appUrl,
      'select rolsuper, rolbypassrls, rolcreatedb, rolcreaterole from pg_roles where rolname = current_user',
    );
    expect(rows).toEqual([
      { rolsuper: false, rolbypassrls: false, rolcreatedb: false, rolcreaterole: false },
    ]);
  });

  it('refuses the app to change the schema', async () => {
    await expect(ask(database.appUrl, 'create table own_table (id int)')).rejects.toThrow(
      'permission denied',
    );
  });

  it('keeps the machine clock in UTC', async () => {
    expect(await ask(database.appUrl, 'show timezone')).toEqual([{ TimeZone: 'UTC' }]);
  });
});
