import type { MikroORM } from '@mikro-orm/postgresql';
import { Client } from 'pg';
import { migrate } from '../../src/store/migrate';
import { connectOrm } from '../../src/store/orm';
import { freshDatabase, type FreshDatabase } from '../support/database';

interface Column {
  table_name: string;
  column_name: string;
  is_nullable: 'YES' | 'NO';
}

describe('the schema', () => {
  let database: FreshDatabase;
  let orm: MikroORM;
  let sql: Client;

  beforeAll(async () => {
    database = await freshDatabase();
    orm = await connectOrm(database.ownerUrl, 1);
    sql = new Client({ connectionString: database.adminUrl });
    await sql.connect();
  });
  afterAll(async () => {
    await sql.end();
    await orm.close();
    await database.drop();
  });

  it('has every column that an entity names, and as empty or not as it says', async () => {
    const { rows } = await sql.query<Column>(
      `select table_name, column_name, is_nullable from information_schema.columns where table_schema = 'public'`,
    );
    const stored = new Map(
      rows.map((row) => [`${row.table_name}.${row.column_name}`, row.is_nullable === 'YES']),
    );
    const named = Object.values(orm.getMetadata().getAll()).flatMap((meta) =>
      meta.props.map((prop): [string, boolean] => [
        `${meta.tableName}.${prop.fieldNames[0] ?? ''}`,
        prop.nullable === true,
      ]),
    );
    expect(named.filter(([column, nullable]) => stored.get(column) !== nullable)).toEqual([]);
  });

  it('is up to date after one run: a second changes nothing', async () => {
    expect(await migrate(database.ownerUrl)).toEqual([]);
  });

  it('has an index on every foreign key, so that no list scans a table', async () => {
    const { rows } = await sql.query<{ name: string }>(`
      select c.conrelid::regclass || '.' || a.attname as name from pg_constraint c
      join pg_attribute a on a.attrelid = c.conrelid and a.attnum = c.conkey[1]
      where c.contype = 'f' and not exists (
        select from pg_index i where i.indrelid = c.conrelid and i.indkey[0] = c.conkey[1])`);
    expect(rows.map(({ name }) => name)).toEqual([]);
  });

  it('gives the application no way around row level security', async () => {
    const { rows } = await sql.query(
      `select rolsuper, rolbypassrls, rolcreaterole, rolcreatedb from pg_roles where rolname = 'samrad_app'`,
    );
    expect(rows).toEqual([
      { rolsuper: false, rolbypassrls: false, rolcreaterole: false, rolcreatedb: false },
    ]);
    const { rows: owned } = await sql.query(
      `select tablename from pg_tables where schemaname = 'public' and tableowner = 'samrad_app'`,
    );
    expect(owned).toEqual([]);
  });
});
