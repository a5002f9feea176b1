import { execFile } from 'node:child_process';
import path from 'node:path';
import type { MikroORM } from '@mikro-orm/postgresql';
import { Client } from 'pg';
import { createAuditSealer } from '../../src/loops/audit-sealer';
import { connectOrm } from '../../src/store/orm';
import { SEALED_COLUMNS, verifyLog } from '../../src/store/queries/operations/audit-seals';
import { freshDatabase, type FreshDatabase } from '../support/database';

// T-2: what is in the audit log stays as it was written, or it shows.

describe('the audit log, gone through by the operator', () => {
  let database: FreshDatabase;
  let orm: MikroORM;
  let sql: Client;

  beforeAll(async () => {
    database = await freshDatabase();
    orm = await connectOrm(database.appUrl, 2);
    sql = new Client({ connectionString: database.adminUrl });
    await sql.connect();
    await sql.query(
      `insert into authority (id, name, kind) values
       ('01900000-0000-7000-8000-0000000000a1', 'Nämnden', 'board'), ('01900000-0000-7000-8000-0000000000a2', 'En annan', 'board')`,
    );
    for (const act of ['approveAgenda', 'issueSummons', 'openMeeting']) {
      await write(act);
      await write('readPaper');
      await createAuditSealer(orm.em).turn();
    }
    await write('closeMeeting');
  });
  afterAll(async () => {
    await sql.end();
    await orm.close();
    await database.drop();
  });

  const write = (act: string) =>
    sql.query(
      `insert into audit_event (authority_id, actor, act, subject_kind, subject_id, result, happened_at, recorded_at, trace_id)
       values ('01900000-0000-7000-8000-0000000000a1', 'system', $1, 'meeting', gen_random_uuid(), 'done', now(), now() - interval '5 minutes', 'spår')`,
      [act],
    );

  /** What the log says after a change that is taken back again. */
  const after = async (change: string) => {
    await sql.query('create table kept_event as table audit_event');
    await sql.query('create table kept_seal as table audit_seal');
    await sql.query(change);
    const verdict = await verifyLog(orm.em.fork());
    await sql.query('truncate audit_event, audit_seal');
    await sql.query('insert into audit_event select * from kept_event');
    await sql.query('insert into audit_seal select * from kept_seal');
    await sql.query('drop table kept_event, kept_seal');
    return verdict;
  };

  it('holds as a whole, but for what is not sealed yet', async () => {
    const verdict = await verifyLog(orm.em.fork());
    expect(verdict).toMatchObject({ rows: 6, seals: 3, unsealed: 1, broken: null });
    expect(verdict.last).toEqual({ toSeq: '6', root: expect.stringMatching(/^[0-9a-f]{64}$/) as unknown });
  });

  it('holds in whatever time zone it is read', async () => {
    await sql.query(`alter role samrad_app in database ${database.name} set timezone to 'Asia/Tokyo'`);
    const elsewhere = await connectOrm(database.appUrl, 1);
    expect(await verifyLog(elsewhere.em.fork())).toMatchObject({ seals: 3, broken: null });
    await elsewhere.close();
  });

  it.each([
    ["authority_id = '01900000-0000-7000-8000-0000000000a2'"],
    ["actor = 'public'"],
    ["act = 'withdrawItem'"],
    ["subject_kind = 'notice'"],
    ['subject_id = gen_random_uuid()'],
    ["result = 'refused'"],
    ["code = 'not-found'"],
    ["happened_at = happened_at + interval '1 microsecond'"],
    ["recorded_at = recorded_at - interval '1 day'"],
    ['trace_id = null'],
  ])('shows a row that was changed: %s', async (change) => {
    expect(await after(`update audit_event set ${change} where seq = 4`)).toMatchObject({
      seals: 1,
      last: { toSeq: '2' },
      broken: { fromSeq: '3', toSeq: '4', broken: 'rows' },
    });
  });

  it('is sealed over every column that it has', async () => {
    const { rows } = await sql.query<{ name: string }>(
      `select column_name as name from information_schema.columns where table_name = 'audit_event' and table_schema = 'public'`,
    );
    expect(rows.map(({ name }) => name).sort()).toEqual([...SEALED_COLUMNS].sort());
  });

  it.each([
    ['a row that was taken out', 'delete from audit_event where seq = 3', '3', 'rows'],
    ['all rows under a seal taken out', 'delete from audit_event where seq in (3, 4)', '3', 'rows'],
    [
      'a seal that was changed',
      `update audit_seal set root = repeat('0', 64) where from_seq = 3`,
      '3',
      'rows',
    ],
    [
      'a seal over other rows than it says',
      'update audit_seal set from_seq = 2 where from_seq = 3',
      '2',
      'rows',
    ],
    ['a seal that was taken out', 'delete from audit_seal where from_seq = 3', '5', 'chain'],
    ['a first seal that was taken out', 'delete from audit_seal where from_seq = 1', '3', 'chain'],
  ])('shows %s', async (_what, change, fromSeq, broken) => {
    expect((await after(change)).broken).toMatchObject({ fromSeq, broken });
  });

  it('is told in words, and the program ends with 1 where a seal does not hold', async () => {
    expect(await run()).toEqual([
      0,
      expect.stringMatching(
        /^Loggen stämmer\. Rader: 6, sigill: 3, rader som inte är förseglade än: 1\.\nDet sista sigillet, över rad 6: [0-9a-f]{64}\n$/,
      ),
    ]);
    await sql.query("update audit_event set act = 'withdrawItem' where seq = 4");
    expect(await run()).toEqual([
      1,
      'Loggen stämmer inte. Sigillet över rad 3–4 håller inte.\nRaderna är inte de som förseglades: någon är ändrad, borttagen eller tillagd.\nLoggen stämmer till och med rad 2.\n',
    ]);
  });

  const run = (): Promise<[number, string]> =>
    new Promise((done) => {
      const program = path.resolve(__dirname, '../../dist/main-verify-log.js');
      const env = { PATH: process.env['PATH'] ?? '', DATABASE_URL: database.appUrl };
      const child = execFile(process.execPath, [program], { env }, (_error, said) =>
        done([child.exitCode ?? -1, said]),
      );
    });
});
