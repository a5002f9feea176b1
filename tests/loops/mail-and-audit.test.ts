import type { MikroORM } from '@mikro-orm/postgresql';
import { Client } from 'pg';
import { v7 as uuidv7 } from 'uuid';
import { createAuditSealer } from '../../src/loops/audit-sealer';
import { createMailSender, type Delivery, type Letter } from '../../src/loops/mail-sender';
import { connectOrm } from '../../src/store/orm';
import { type FreshDatabase, freshDatabase } from '../support/database';

let database: FreshDatabase;
let orm: MikroORM;
let sql: Client;

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

describe('letters on their way (wake.md 18-19)', () => {
  const sent: Letter[] = [];
  const warned: unknown[] = [];
  let answer: (letter: Letter) => Promise<Delivery> = () => Promise.resolve({ accepted: true });
  const now = new Date('2026-02-13T08:00:00Z');
  const sender = () =>
    createMailSender({
      em: orm.em,
      clock: { now: () => Promise.resolve(now), toServerTime: (at) => at.getTime() },
      log: { info: () => undefined, warn: (facts) => void warned.push(facts), error: () => undefined },
      compose: (mail) => ({ subject: mail.template, text: 'text', html: '<p>text</p>' }),
      deliver: async (letter) => {
        const delivery = await answer(letter);
        sent.push(letter);
        return delivery;
      },
    });
  const letter = async () => {
    const id = uuidv7();
    await sql.query('set session_replication_role = replica');
    await sql.query(
      `insert into mail (id, key, message_id, authority_id, template, subject_kind, subject_id, to_address, language, data, state, queued_at, not_before, attempts)
       values ($1, $2, $3, $4, 'summons', 'meeting', $5, 'ledamot@almby.example', 'sv', '{}', 'queued', now(), now() - interval '1 minute', 0)`,
      [id, `summons/${id}`, `<${id}@samrad>`, uuidv7(), uuidv7()],
    );
    return id;
  };
  const state = async (id: string) =>
    (
      await sql.query<Record<string, unknown>>(
        'select state, bounce_code, attempts, error from mail where id = $1',
        [id],
      )
    ).rows[0];

  beforeEach(async () => {
    sent.length = 0;
    warned.length = 0;
    answer = () => Promise.resolve({ accepted: true });
    await sql.query('delete from mail');
  });

  it('are handed over once, dated by the case, and marked', async () => {
    const id = await letter();
    expect(await sender().turn()).toBe(1);
    expect(await sender().turn()).toBe(0);
    expect(sent).toEqual([expect.objectContaining({ messageId: `<${id}@samrad>`, date: now })]);
    expect(await state(id)).toMatchObject({ state: 'sent' });
  });

  it('stay queued while the mail server is away, and go later with the same Message-ID', async () => {
    const id = await letter();
    answer = () => Promise.reject(Object.assign(new Error('no server'), { code: 'ECONNREFUSED' }));
    await sender().turn();
    expect(await state(id)).toMatchObject({ state: 'queued', attempts: 1, error: 'ECONNREFUSED' });
    expect(warned).toEqual([{ mail: id, template: 'summons', attempts: 1, code: 'ECONNREFUSED' }]);
    answer = () => Promise.resolve({ accepted: true });
    await sql.query('update mail set not_before = now()');
    await sender().turn();
    expect(sent.map(({ messageId }) => messageId)).toEqual([`<${id}@samrad>`]);
  });

  it('that a server refuses for good are bounced with its code', async () => {
    const id = await letter();
    answer = () => Promise.resolve({ accepted: false, code: '550' });
    await sender().turn();
    expect(await state(id)).toMatchObject({ state: 'bounced', bounce_code: '550' });
  });

  it('that were withdrawn after they were claimed do not go', async () => {
    await letter();
    await letter();
    // While the first is handed over, the sender holds the second: what withdraws it comes between.
    answer = async ({ messageId }) => {
      await sql.query(`update mail set state = 'withdrawn' where state = 'queued' and message_id <> $1`, [
        messageId,
      ]);
      return { accepted: true };
    };
    expect(await sender().turn()).toBe(2);
    expect(sent).toHaveLength(1);
    const { rows } = await sql.query('select state, attempts from mail order by state');
    expect(rows).toEqual([
      { state: 'sent', attempts: 1 },
      { state: 'withdrawn', attempts: 1 },
    ]);
  });

  it('are taken over from a sender that died while it held them', async () => {
    await letter();
    await sql.query(`update mail set claimed_until = now() - interval '1 second', attempts = 1`);
    expect(await sender().turn()).toBe(1);
  });

  it('that another sender has claimed meanwhile are left to it', async () => {
    const first = await letter();
    const second = await letter();
    // The first letter takes longer than the lease; another sender claims the second and holds it.
    answer = async () => {
      if (sent.length === 0) await sql.query('update mail set attempts = attempts + 1');
      return { accepted: true };
    };
    await sender().turn();
    expect(sent).toHaveLength(1);
    const [left] = [first, second].filter((id) => !sent.some(({ messageId }) => messageId.includes(id)));
    expect(await state(left!)).toMatchObject({ state: 'queued', attempts: 2 });
  });

  it('keep their lease while those before them are sent', async () => {
    await letter();
    await letter();
    let renewed: unknown[] = [];
    answer = async () => {
      renewed = (
        await sql.query(
          `select 1 from mail where state = 'queued' and claimed_until > clock_timestamp() + interval '20 seconds'`,
        )
      ).rows;
      await sql.query(`update mail set claimed_until = clock_timestamp() where state = 'queued'`);
      return { accepted: true };
    };
    await sender().turn();
    expect(renewed).toHaveLength(1);
    expect(sent).toHaveLength(2);
  });

  it('are each sent by one of two senders', async () => {
    for (let count = 0; count < 30; count += 1) await letter();
    await Promise.all([sender().turn(), sender().turn()]);
    expect(new Set(sent.map(({ messageId }) => messageId)).size).toBe(30);
    expect(sent).toHaveLength(30);
  });
});

describe('the audit log (T-2)', () => {
  const write = (act: string) =>
    sql.query(
      `insert into audit_event (actor, act, result, happened_at, recorded_at) values ('system', $1, 'done', now(), now() - interval '5 minutes')`,
      [act],
    );
  const seals = async () =>
    (await sql.query('select * from audit_seal order by from_seq')).rows as {
      root: string;
      previous: string | null;
      from_seq: string;
      to_seq: string;
    }[];

  it('is sealed in blocks that each hold the root of the one before', async () => {
    await write('approveAgenda');
    await write('issueSummons');
    await createAuditSealer(orm.em).turn();
    await write('openMeeting');
    await createAuditSealer(orm.em).turn();
    const [first, second] = await seals();
    expect(first!.previous).toBeNull();
    expect(second!.previous).toBe(first!.root);
    await createAuditSealer(orm.em).turn();
    expect(await seals()).toHaveLength(2);
  });

  it('leaves rows of the last minute: an older transaction may still commit a lower number', async () => {
    await sql.query(
      `insert into audit_event (actor, act, result, happened_at, recorded_at) values ('system', 'late', 'done', now(), now())`,
    );
    const before = await seals();
    await createAuditSealer(orm.em).turn();
    expect(await seals()).toHaveLength(before.length);
  });
});
