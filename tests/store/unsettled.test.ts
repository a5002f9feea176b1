import { randomUUID } from 'node:crypto';
import type { MikroORM } from '@mikro-orm/postgresql';
import { Client } from 'pg';
import { connectOrm } from '../../src/store/orm';
import { readUnsettled } from '../../src/store/queries/case-files/unsettled';
import { type FreshDatabase, freshDatabase } from '../support/database';

// wake.md 20: time in a rehearsal moves on only when the rows have come to rest

const now = new Date('2026-02-13T08:00:00Z');
const before = new Date('2026-02-13T07:59:59Z');
const after = new Date('2026-02-13T08:00:01Z');

describe('what keeps a rehearsal from moving time on', () => {
  let database: FreshDatabase;
  let orm: MikroORM;
  let sql: Client;
  const row = randomUUID();

  beforeAll(async () => {
    database = await freshDatabase();
    orm = await connectOrm(database.appUrl, 2);
    sql = new Client({ connectionString: database.adminUrl });
    await sql.connect();
    // Rows that belong to others are written without them.
    await sql.query('set session_replication_role = replica');
  });
  afterAll(async () => {
    await sql.end();
    await orm.close();
    await database.drop();
  });
  beforeEach(() =>
    sql.query(
      'delete from wake; delete from process_turn; delete from reminder; delete from deadline; delete from mail; delete from fault',
    ),
  );

  const wake = (facts: { parked?: boolean; delivered?: boolean; read?: boolean }) =>
    sql.query(
      `insert into wake (id, kind, row_id, authority_id, urgency, not_before, created_at, attempts, parked, delivered_at, read_at)
       values (gen_random_uuid(), 'dispatch', $1, $1, 0, now(), now(), 0, $2, $3, $4)`,
      [row, facts.parked ?? false, facts.delivered ? now : null, facts.read ? now : null],
    );
  const turn = (facts: { idle?: boolean; ended?: boolean; nextAt?: Date }) =>
    sql.query(
      `insert into process_turn (kind, row_id, authority_id, idle, ended, next_at, at) values ('dispatch', $1, $1, $2, $3, $4, now())`,
      [row, facts.idle ?? true, facts.ended ?? false, facts.nextAt ?? null],
    );
  const fault = (cleared: boolean) =>
    sql.query(
      `insert into fault (id, kind, row_id, authority_id, act, code, times, raised_at, cleared_at)
       values (gen_random_uuid(), 'dispatch', $1, $1, 'makeExtract', 'Error', 1, now(), $2)`,
      [row, cleared ? now : null],
    );
  const letter = (state: string) =>
    sql.query(
      `insert into mail (id, key, message_id, authority_id, template, subject_kind, subject_id, to_address, language, data, state, queued_at, not_before, attempts)
       values ($1, 'x', '<x@samrad>', $1, 'summons', 'meeting', $1, 'ledamot@almby.example', 'sv', '{}', $2, now(), now() + interval '1 day', 0)`,
      [row, state],
    );
  const deadline = async (facts: {
    kind?: string;
    at?: Date;
    done?: boolean;
    closed?: boolean;
    reminder?: { dueAt: Date; state?: string };
  }) => {
    const id = randomUUID();
    await sql.query(
      `insert into deadline (id, authority_id, owner_kind, owner_id, kind, round, day, at, rule, basis, done_on, closed_on)
       values ($1, $2, 'meeting', $2, $3, 1, '2026-02-13', $4, 'KL 6:23', 'meetingDate', $5, $6)`,
      [
        id,
        row,
        facts.kind ?? 'summons',
        facts.at ?? after,
        facts.done ? '2026-02-13' : null,
        facts.closed ? '2026-02-13' : null,
      ],
    );
    if (facts.reminder !== undefined)
      await sql.query(
        `insert into reminder (id, authority_id, deadline_id, kind, due_at, state) values (gen_random_uuid(), $1, $2, 'summonsSoon', $3, $4)`,
        [row, id, facts.reminder.dueAt, facts.reminder.state ?? 'waiting'],
      );
  };

  it.each<[string, () => Promise<unknown>, string, boolean]>([
    [
      'a wake that nobody has read',
      () => wake({ delivered: true }),
      `oläst väckning: dispatch ${row}`,
      false,
    ],
    ['a wake that nobody has delivered', () => wake({}), `oläst väckning: dispatch ${row}`, false],
    ['a wake that is parked', () => wake({ parked: true }), `parkerad väckning: dispatch ${row}`, true],
    ['a turn that is not idle', () => turn({ idle: false }), `pågående tur: dispatch ${row}`, false],
    ['a turn whose instant has come', () => turn({ nextAt: now }), `pågående tur: dispatch ${row}`, false],
    [
      'a reminder that has passed',
      () => deadline({ reminder: { dueAt: now } }),
      `passerad påminnelse: summons summonsSoon för meeting ${row}`,
      false,
    ],
    [
      'a last day to hand in that has passed without its mark',
      () => deadline({ kind: 'submission', at: now }),
      `passerad tid: submission för meeting ${row}`,
      false,
    ],
    [
      'a last day to ask for taking part from afar that has passed without its mark',
      () => deadline({ kind: 'remoteRequest', at: before }),
      `passerad tid: remoteRequest för meeting ${row}`,
      false,
    ],
    ['a letter in the queue', () => letter('queued'), `brev i kö: summons ${row}`, false],
    ['a fault', () => fault(false), `fel: dispatch ${row}, makeExtract (Error)`, true],
  ])('is %s, by its name', async (_what, write, what, stuck) => {
    await write();
    expect(await readUnsettled(orm.em.fork(), now)).toEqual([{ what, stuck }]);
  });

  it.each<[string, () => Promise<unknown>]>([
    ['a wake that has been read', () => wake({ delivered: true, read: true })],
    ['a parked wake that was read all the same', () => wake({ parked: true, read: true })],
    ['a turn that waits for what is ahead', () => turn({ nextAt: after })],
    ['a turn that waits for a wake', () => turn({})],
    ['a process that has ended', () => turn({ idle: false, ended: true, nextAt: before })],
    ['a reminder ahead', () => deadline({ reminder: { dueAt: after } })],
    ['a reminder that has gone', () => deadline({ reminder: { dueAt: before, state: 'sent' } })],
    ['a reminder that was skipped', () => deadline({ reminder: { dueAt: before, state: 'skipped' } })],
    ['a reminder of what is done', () => deadline({ done: true, reminder: { dueAt: before } })],
    ['a reminder of what no longer holds', () => deadline({ closed: true, reminder: { dueAt: before } })],
    ['a last day to hand in that is ahead', () => deadline({ kind: 'submission', at: after })],
    ['a last day to hand in that is marked', () => deadline({ kind: 'submission', at: before, done: true })],
    [
      'a last day to hand in that was moved',
      () => deadline({ kind: 'submission', at: before, closed: true }),
    ],
    ['a day that somebody is late with', () => deadline({ kind: 'summons', at: before })],
    ['a letter that has gone', () => letter('sent')],
    ['a letter that is held or gathered', () => letter('gathered')],
    ['a fault that is cleared', () => fault(true)],
    ['nothing at all', () => Promise.resolve()],
  ])('is not %s', async (_what, write) => {
    await write();
    expect(await readUnsettled(orm.em.fork(), now)).toEqual([]);
  });
});
