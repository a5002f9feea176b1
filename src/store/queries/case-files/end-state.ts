import type { EntityManager } from '@mikro-orm/postgresql';

export type TableRow = Readonly<Record<string, unknown>>;

/** Bytes are told by the versions that hold them. */
const LEFT_OUT = new Set(['blob', 'mikro_orm_migrations']);

/** Every row of every table, for comparing two ends of the same case. The reader is the superuser, who sees all. */
export async function readEveryTable(em: EntityManager): Promise<Record<string, TableRow[]>> {
  const tables: { name: string }[] = await em.execute(
    `select table_name as name from information_schema.tables where table_schema = 'public' and table_type = 'BASE TABLE' order by 1`,
  );
  const world: Record<string, TableRow[]> = {};
  for (const { name } of tables) {
    if (LEFT_OUT.has(name)) continue;
    const rows: { row: TableRow }[] = await em.execute(`select to_jsonb(t) as row from "${name}" t`);
    world[name] = rows.map(({ row }) => row);
  }
  return world;
}

/** Numbers that are given in order, and what they are counted within. */
const numbered: readonly (readonly [table: string, within: string, number: string, when: string])[] = [
  ['matter', 'series_id, period', 'number', 'true'],
  ['document', 'matter_id', 'number', 'matter_id is not null and number is not null'],
  ['document_version', 'document_id', 'number', 'true'],
  ['paragraph', 'body_id, period', 'number', 'true'],
  ['meeting', 'body_id, year', 'number', 'true'],
  ['agenda_item', 'meeting_id', 'agenda_number', 'agenda_number is not null'],
  ['summons', 'meeting_id', 'number', 'true'],
  ['verification_round', 'minutes_id', 'number', 'true'],
  ['appeal_time', 'notice_id', 'number', 'true'],
  ['presence_event', 'meeting_id', 'seq', 'true'],
];

/** Series with a number that is missing or given twice, as "paragraph <within>: 3 numbers from 1 to 4". */
export async function readGaps(em: EntityManager): Promise<string[]> {
  const faults: string[] = [];
  for (const [table, within, number, when] of numbered) {
    const rows: { what: string }[] = await em.execute(
      `select concat_ws(' ', '${table}', ${within}) || ': ' || count(distinct ${number}) || ' of ' || count(*) || ' numbers from '
         || min(${number}) || ' to ' || max(${number}) as what
       from ${table} where ${when} group by ${within}
       having count(*) <> max(${number}) - min(${number}) + 1 or count(distinct ${number}) <> count(*)`,
    );
    faults.push(...rows.map(({ what }) => what));
  }
  const counters: { what: string }[] = await em.execute(
    `select concat_ws(' ', 'number_counter', c.series_id, c.period) || ': the next is ' || c.next || ', the last given '
       || coalesce(max(m.number)::text, 'none') as what
     from number_counter c left join matter m on m.series_id = c.series_id and m.period = c.period
     group by c.series_id, c.period, c.next having max(m.number) is not null and c.next <> max(m.number) + 1`,
  );
  return [...faults, ...counters.map(({ what }) => what)];
}

/** Versions of documents whose bytes are missing or are not those of their hash. */
export async function readBrokenVersions(em: EntityManager): Promise<string[]> {
  const rows: { madeKey: string }[] = await em.execute(
    `select v.made_key as "madeKey" from document_version v left join blob b on b.sha256 = v.sha256
     where b.sha256 is null or encode(sha256(b.bytes), 'hex') <> v.sha256`,
  );
  return rows.map(({ madeKey }) => madeKey);
}

/** What the database knows of the acts of people: each request by its key, and how many acts the audit log says were done. */
export interface KnownActs {
  readonly requests: readonly {
    readonly actor: string;
    readonly key: string;
    readonly act: string;
    readonly result: unknown;
  }[];
  readonly done: readonly { readonly actor: string; readonly act: string; readonly times: number }[];
}

/** Acts of people since the case began. */
export async function readKnownActs(em: EntityManager): Promise<KnownActs> {
  return {
    requests: await em.execute(`select actor, key, act, result from request where actor like 'person:%'`),
    done: await em.execute(
      `select actor, act, count(*)::int as times from audit_event
       where actor like 'person:%' and result = 'done' group by actor, act`,
    ),
  };
}

/** A process and whether it says that it has ended. */
export interface ToldTurn {
  readonly kind: string;
  readonly row: string;
  readonly ended: boolean;
}

export async function readTurns(em: EntityManager): Promise<ToldTurn[]> {
  return em.execute('select kind, row_id as row, ended from process_turn order by kind, row_id');
}

/** Every letter, with what came of it. */
export async function readLetters(
  em: EntityManager,
): Promise<readonly { readonly messageId: string; readonly to: string; readonly state: string }[]> {
  return em.execute('select message_id as "messageId", to_address as "to", state from mail');
}
