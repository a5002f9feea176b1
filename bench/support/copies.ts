import type { Client } from 'pg';

/** Tables that copies of a meeting share: people, bodies, seats, rules, series; and what belongs to no meeting. */
const shared = new Set([
  'account',
  'agenda_template',
  'audit_seal',
  'authority',
  'blob',
  'body',
  'body_principal',
  'dispatch_recipient',
  'fault',
  'meeting_plan',
  'mikro_orm_migrations',
  'number_counter',
  'number_series',
  'person',
  'principal',
  'request',
  'role_assignment',
  'rules_of_procedure',
  'seat',
  'seat_holder',
  'session',
  'sign_in_attempt',
  'sign_in_link',
  'sweep_run',
]);

/** What has to differ between copies besides ids and days; `c` is the number of the copy. */
const differing: Readonly<Record<string, string>> = {
  'meeting.year': "extract(year from t.day + (move || ' days')::interval)::int",
  'meeting.number': 't.number + 100 * c',
  'matter.number': 't.number + 100 * c',
  'matter.registry_number': "t.registry_number || '-' || c",
  'document.registry_number': "t.registry_number || '-' || c",
  'document_version.made_key': "t.made_key || '/' || c",
  'paragraph.number': 't.number + 100 * c',
  'mail.key': "t.key || '/' || c",
  'mail.message_id': "t.message_id || '/' || c",
  'dispatch.receipt_token_hash': "md5(t.receipt_token_hash || '/' || c)",
};

interface Column {
  readonly table_name: string;
  readonly column_name: string;
  readonly data_type: string;
}

/** The columns of what a meeting owns, by table; what the database makes by itself cannot be copied. */
async function ownColumns(admin: Client): Promise<Map<string, Column[]>> {
  const { rows } = await admin.query<Column>(
    `select c.table_name, c.column_name, c.data_type from information_schema.columns c
       join information_schema.tables t using (table_schema, table_name)
     where c.table_schema = 'public' and t.table_type = 'BASE TABLE' and c.is_generated = 'NEVER'
     order by c.table_name, c.ordinal_position`,
  );
  const tables = new Map<string, Column[]>();
  for (const row of rows)
    if (!shared.has(row.table_name)) tables.set(row.table_name, [...(tables.get(row.table_name) ?? []), row]);
  return tables;
}

/** Keeps the rows as they stand, so that meetings at this point of their way can be made of them later. */
export async function keepRows(admin: Client, name: string): Promise<void> {
  await admin.query(`create schema ${name}`);
  for (const table of (await ownColumns(admin)).keys())
    await admin.query(`create table ${name}.${table} as table public.${table}`);
  await dropOtherMeetings(admin, name);
}

/** The plan holds more meetings than the one that the case is about; copies are made of that one alone. */
async function dropOtherMeetings(admin: Client, name: string): Promise<void> {
  await admin.query(
    `create temp table other on commit preserve rows as
       select id from ${name}.meeting where day <> (select min(day) from ${name}.meeting)`,
  );
  await admin.query(`insert into other select id from ${name}.agenda_item where meeting_id in (table other)`);
  await admin.query(
    `update ${name}.assignment set return_item_id = null where return_item_id in (table other)`,
  );
  const naming = ['id', 'meeting_id', 'item_id', 'owner_id', 'subject_id', 'row_id'];
  for (const [table, columns] of await ownColumns(admin)) {
    for (const { column_name } of columns.filter((column) => naming.includes(column.column_name)))
      await admin.query(`delete from ${name}.${table} where ${column_name} in (table other)`);
  }
  await admin.query(
    `delete from ${name}.reminder where deadline_id not in (select id from ${name}.deadline)`,
  );
  await admin.query('drop table other');
}

/** Copies of kept rows, each with ids of its own and moved in time. */
export interface Copies {
  /** The schema of the kept rows. */
  readonly of: string;
  /** Numbers of the first and the last copy; no number is used twice in one database. */
  readonly numbers: readonly [first: number, last: number];
  /** Days that the first copy is moved; each further one `step` days more. */
  readonly move: number;
  readonly step: number;
}

/** Adds copies to the database. References are not checked row by row: ids are changed alike everywhere. */
export async function addCopies(
  admin: Client,
  { of, numbers: [first, last], move, step }: Copies,
): Promise<void> {
  const tables = await ownColumns(admin);
  await admin.query('set session_replication_role = replica');
  await admin.query(`drop table if exists ${of}.owned`);
  await admin.query(`create table ${of}.owned (id uuid primary key)`);
  for (const [table, columns] of tables) {
    if (columns.some(({ column_name, data_type }) => column_name === 'id' && data_type === 'uuid'))
      await admin.query(`insert into ${of}.owned select id from ${of}.${table} on conflict do nothing`);
  }
  await admin.query(changeIdsWithin(of));
  for (const [table, columns] of tables) {
    const copied = columns.filter(({ column_name }) => column_name !== 'seq' || table !== 'audit_event');
    await admin.query(
      `insert into public.${table} (${copied.map(({ column_name }) => column_name).join(', ')})
       select ${copied.map((column) => valueOf(column, of)).join(', ')}
       from ${of}.${table} t, generate_series($1::int, $2::int) c,
         lateral (select $3::int + (c - $1::int) * $4::int as move) moved
       on conflict do nothing`,
      [first, last, move, step],
    );
  }
  await admin.query('set session_replication_role = origin');
}

function valueOf({ table_name, column_name, data_type }: Column, of: string): string {
  const special = differing[`${table_name}.${column_name}`];
  if (special !== undefined) return special;
  const value = `t.${column_name}`;
  if (`${table_name}.${column_name}` === 'task.link') return `${of}.with_ids(${value}, c)`;
  switch (data_type) {
    case 'uuid':
      return `case when exists (select from ${of}.owned o where o.id = ${value}) then md5(${value} || '/' || c)::uuid else ${value} end`;
    case 'date':
      return `${value} + move`;
    case 'timestamp with time zone':
      return `${value} + make_interval(days => move)`;
    case 'jsonb':
      return `${of}.with_ids(${value}::text, c)::jsonb`;
    default:
      return value;
  }
}

const changeIdsWithin = (of: string): string => `
  create or replace function ${of}.with_ids(words text, c int) returns text language plpgsql as $$
  declare
    found text;
  begin
    if words !~ '[0-9a-f]{8}-[0-9a-f]{4}-' then return words; end if;
    for found in
      select distinct m[1] from regexp_matches(words, '[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}', 'g') m
    loop
      if exists (select from ${of}.owned o where o.id = found::uuid) then
        words := replace(words, found, md5(found || '/' || c)::uuid::text);
      end if;
    end loop;
    return words;
  end $$`;
