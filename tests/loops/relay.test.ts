import type { MikroORM } from '@mikro-orm/postgresql';
import { Client } from 'pg';
import { v7 as uuidv7 } from 'uuid';
import { WakeRefused, type WakeSender } from '../../src/contracts/ports';
import { createRelay } from '../../src/loops/relay';
import { createWatch } from '../../src/loops/watch';
import { connectOrm } from '../../src/store/orm';
import { type FreshDatabase, freshDatabase } from '../support/database';

// wake.md 2-4 and 13

describe('the relay', () => {
  let database: FreshDatabase;
  let orm: MikroORM;
  let sql: Client;
  const sent: string[] = [];
  let answer: () => Promise<void> = () => Promise.resolve();
  const sender: WakeSender = {
    send: async (wake) => {
      await answer();
      sent.push(`${wake.kind}/${wake.rowId}`);
    },
  };

  beforeAll(async () => {
    database = await freshDatabase();
    orm = await connectOrm(database.appUrl);
    sql = new Client({ connectionString: database.adminUrl });
    await sql.connect();
  });
  afterAll(async () => {
    await sql.end();
    await orm.close();
    await database.drop();
  });
  beforeEach(async () => {
    sent.length = 0;
    answer = () => Promise.resolve();
    await sql.query('delete from wake');
    await sql.query('delete from process_turn');
  });

  const wake = async (
    facts: { kind?: string; row?: string; urgency?: number; age?: number; notBefore?: number } = {},
  ) => {
    const id = uuidv7();
    await sql.query(
      `insert into wake (id, kind, row_id, authority_id, urgency, not_before, created_at, attempts, parked)
       values ($1, $2, $3, $4, $5, now() + make_interval(secs => $6), now() - make_interval(secs => $7), 0, false)`,
      [
        id,
        facts.kind ?? 'meetingCycle',
        facts.row ?? uuidv7(),
        uuidv7(),
        facts.urgency ?? 0,
        facts.notBefore ?? -60,
        facts.age ?? 60,
      ],
    );
    return id;
  };
  const row = async (id: string) =>
    (await sql.query('select * from wake where id = $1', [id])).rows[0] as Record<string, unknown>;
  const turn = () => createRelay(orm.em, sender).turn();

  it('delivers a wake that was not delivered at once', async () => {
    const id = await wake();
    expect(await turn()).toBe(1);
    expect(sent).toHaveLength(1);
    expect((await row(id))['delivered_at']).not.toBeNull();
    expect(await turn()).toBe(0);
  });

  it('leaves a wake of the last two seconds to the runner that wrote it', async () => {
    await wake({ age: 0 });
    expect(await turn()).toBe(0);
  });

  it('leaves a wake that gathers answers until its time', async () => {
    await wake({ notBefore: 30 });
    expect(await turn()).toBe(0);
  });

  it('sends many wakes of one process once and marks exactly those it claimed', async () => {
    const meeting = uuidv7();
    const ids = [await wake({ row: meeting }), await wake({ row: meeting }), await wake({ row: meeting })];
    const later = await wake({ row: meeting, notBefore: 30 });
    expect(await turn()).toBe(3);
    expect(sent).toEqual([`meetingCycle/${meeting}`]);
    for (const id of ids) expect((await row(id))['delivered_at']).not.toBeNull();
    expect((await row(later))['delivered_at']).toBeNull();
  });

  it("sends people's steps before the sweep's", async () => {
    const swept = uuidv7();
    const stepped = uuidv7();
    await wake({ row: swept, urgency: 9 });
    await wake({ row: stepped });
    await turn();
    expect(sent).toEqual([`meetingCycle/${stepped}`, `meetingCycle/${swept}`]);
  });

  it('keeps a wake while the workflow server is away, with a growing pause, and blocks no other process', async () => {
    const id = await wake();
    let down = true;
    answer = () => (down ? Promise.reject(new Error('UNAVAILABLE')) : Promise.resolve());
    await turn();
    expect(await row(id)).toMatchObject({
      delivered_at: null,
      parked: false,
      attempts: 1,
      claimed_until: null,
    });
    expect(await turn()).toBe(0);
    down = false;
    await wake();
    expect(await turn()).toBe(1);
    await sql.query('update wake set not_before = now() where id = $1', [id]);
    await turn();
    expect((await row(id))['delivered_at']).not.toBeNull();
  });

  it('waits twice as long after each try that failed, and five minutes at most', async () => {
    const id = await wake();
    answer = () => Promise.reject(new Error('UNAVAILABLE'));
    for (const pause of [1, 2, 4, 8, 16, 32, 64, 128, 256, 300, 300, 300]) {
      await sql.query('update wake set not_before = clock_timestamp() where id = $1', [id]);
      const begun = Date.now();
      expect(await turn()).toBe(1);
      const ended = Date.now();
      const again = ((await row(id))['not_before'] as Date).getTime() - pause * 1000;
      expect({ pause, early: again < begun, late: again > ended }).toEqual({
        pause,
        early: false,
        late: false,
      });
    }
  });

  it('parks a wake of an unknown kind at once', async () => {
    const id = await wake({ kind: 'telegraph' });
    answer = () => Promise.reject(new WakeRefused('telegraph'));
    await turn();
    expect(await row(id)).toMatchObject({ parked: true, delivered_at: null });
    expect(await turn()).toBe(0);
  });

  it('gives each wake to one of two relays', async () => {
    for (let count = 0; count < 20; count += 1) await wake();
    await Promise.all([turn(), turn()]);
    expect(new Set(sent).size).toBe(20);
    expect(sent).toHaveLength(20);
  });

  it('takes over a claim whose relay died', async () => {
    const id = await wake();
    await sql.query(
      "update wake set claimed_until = now() - interval '1 second', attempts = 1 where id = $1",
      [id],
    );
    expect(await turn()).toBe(1);
  });

  it.each([
    [
      'a wake delivered and unread for ten minutes',
      async (meeting: string) => {
        const id = await wake({ row: meeting, age: 700 });
        await sql.query("update wake set delivered_at = now() - interval '11 minutes' where id = $1", [id]);
      },
    ],
    [
      'a turn that is not idle for ten minutes',
      async (meeting: string) => {
        await sql.query(
          "insert into process_turn (kind, row_id, authority_id, idle, ended, at) values ('meetingCycle', $1, $2, false, false, now() - interval '11 minutes')",
          [meeting, uuidv7()],
        );
      },
    ],
  ])('the watch wakes a lost run again, once: %s', async (_what, lose) => {
    const meeting = uuidv7();
    await lose(meeting);
    await createWatch(orm.em).turn();
    await createWatch(orm.em).turn();
    const { rows } = await sql.query('select 1 from wake where row_id = $1 and delivered_at is null', [
      meeting,
    ]);
    expect(rows).toHaveLength(1);
  });

  it('the watch wakes a lost run once in ten minutes, however often its wakes are delivered', async () => {
    const meeting = uuidv7();
    await sql.query(
      `insert into process_turn (kind, row_id, authority_id, idle, ended, at) values ('meetingCycle', $1, $1, false, false, now() - interval '11 minutes')`,
      [meeting],
    );
    const woken = async () =>
      (await sql.query('select 1 from wake where row_id = $1', [meeting])).rows.length;
    for (let minute = 1; minute <= 5; minute += 1) {
      await createWatch(orm.em).turn();
      await sql.query('update wake set delivered_at = now() where row_id = $1 and delivered_at is null', [
        meeting,
      ]);
    }
    expect(await woken()).toBe(1);
    await sql.query(
      `update wake set created_at = created_at - interval '11 minutes', delivered_at = delivered_at - interval '11 minutes'`,
    );
    await createWatch(orm.em).turn();
    expect(await woken()).toBe(2);
  });

  it('the watch leaves a turn with an open fault to its own next try for an hour', async () => {
    const meeting = uuidv7();
    await sql.query(
      `insert into process_turn (kind, row_id, authority_id, idle, ended, at) values ('meetingCycle', $1, $1, false, false, now() - interval '50 minutes')`,
      [meeting],
    );
    await sql.query(
      `insert into fault (id, kind, row_id, authority_id, act, code, times, raised_at) values ($1, 'meetingCycle', $2, $2, 'read', 'repeats', 1, now())`,
      [uuidv7(), meeting],
    );
    const woken = async () =>
      (await sql.query('select 1 from wake where row_id = $1', [meeting])).rows.length;
    await createWatch(orm.em).turn();
    expect(await woken()).toBe(0);
    await sql.query(`update process_turn set at = at - interval '20 minutes'`);
    await createWatch(orm.em).turn();
    expect(await woken()).toBe(1);
  });
});
