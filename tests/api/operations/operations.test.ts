import { randomUUID } from 'node:crypto';
import { createTestApi, type TestApi } from '../support/test-api';

describe('keeping the installation running', () => {
  let api: TestApi;
  beforeAll(async () => {
    api = await createTestApi();
  });
  afterAll(() => api.close());

  it('says that it is well, with the database and its migrations', async () => {
    expect(await api.visitor().json('/health')).toMatchObject({
      status: 200,
      body: { ok: true, database: 'up', missingMigrations: [] },
    });
  });

  it('says that a migration is missing', async () => {
    await api.sql(`update mikro_orm_migrations set name = 'Another' where name = 'Migration0010Access'`);
    expect(await api.visitor().json('/health')).toMatchObject({
      status: 503,
      body: { ok: false, missingMigrations: ['Migration0010Access'] },
    });
    await api.sql(`update mikro_orm_migrations set name = 'Migration0010Access' where name = 'Another'`);
  });

  it('says all that is stuck to its own monitoring, and nothing to the network', async () => {
    await api.sql(
      `insert into deadline (id, authority_id, owner_kind, owner_id, kind, round, day, at, rule, basis)
       values ($1, $2, 'meeting', $1, 'summons', 1, '2026-02-01', '2026-02-01T23:00:00Z', 'reglemente', 'meetingDate')`,
      [randomUUID(), api.world.authority],
    );
    const answer = await api.visitor().raw('/metrics');
    const text = await answer.text();
    expect(answer.headers.get('content-type')).toMatch(/^text\/plain/);
    expect(text).toContain('samrad_deadlines_passed 1');
    for (const name of [
      'wake_age_seconds',
      'wakes_undelivered',
      'wakes_unread',
      'faults_open',
      'mails_queued',
    ]) {
      expect(text).toContain(`\nsamrad_${name} 0`);
    }
    expect((await api.visitor().raw('/metrics', { headers: { 'x-forwarded-for': '10.0.0.1' } })).status).toBe(
      404,
    );
  });

  it('shows the operator, and nobody else, what needs a person', async () => {
    for (const role of ['secretary', 'auditor', 'headOfCentre'] as const) {
      const browser = await api.visitor().signIn(api.world.people[role]);
      const answer = await browser.get('/drift');
      expect(answer.status).toBe(403);
      expect(answer.$('main').text()).toContain('systemförvaltare i drift');
      expect(answer.$('.sam-nav').text()).not.toContain('Drift');
    }
    const audited = await api.sql(`select distinct code from audit_event where act = 'readDrift'`);
    expect(audited).toEqual([{ code: 'not-allowed' }]);
    const operator = await api.visitor().signIn(api.world.people.operator);
    const page = await operator.get('/drift');
    expect(page.$('.sam-nav').text()).toContain('Drift');
    expect(page.$('main').text()).toContain('Inget har fastnat');
  });

  it('wakes the process of a fault, frees a parked wake and lets letters go, each by its button', async () => {
    const [fault, row, wake, held, bounced, stuck] = Array.from({ length: 6 }, () => randomUUID());
    const { authority } = api.world;
    await api.sql(
      `insert into fault (id, kind, row_id, authority_id, act, code, times, raised_at) values ($1, 'meetingCycle', $2, $3, 'makeSummons', 'font-missing', 3, now())`,
      [fault, row, authority],
    );
    await api.sql(
      `insert into wake (id, kind, row_id, authority_id, urgency, not_before, created_at, attempts, parked, error)
       values ($1, 'dispatch', $2, $3, 0, now(), now(), 7, true, 'WakeRefused')`,
      [wake, row, authority],
    );
    for (const [id, state] of [
      [held, 'held'],
      [bounced, 'bounced'],
      [stuck, 'queued'],
    ]) {
      await api.sql(
        `insert into mail (id, key, message_id, authority_id, template, subject_kind, subject_id, to_address, language, data, state, queued_at, not_before, attempts)
         values ($1::uuid, $1::text, $1::text, $2, 'summons', 'meeting', $3, 'hemlig@adress.example', 'sv', '{}', $4, now(), now() + interval '10 minutes', 5)`,
        [id, authority, row, state],
      );
    }
    await api.sql(`update mail set error = 'ECONNREFUSED' where id = $1`, [stuck]);
    const operator = await api.visitor().signIn(api.world.people.operator);
    const page = await operator.get('/drift');
    expect(page.$('main').text()).toContain('Brev som inte går iväg');
    expect(page.$('main').text()).toContain('ECONNREFUSED');
    const otherWindow = await operator.get('/drift');
    expect(page.html).not.toContain('hemlig@adress.example');
    for (const [command, field, id] of [
      ['wakeAgain', 'faultId', fault],
      ['freeWake', 'wakeId', wake],
      ['releaseMail', 'mailId', held],
      ['releaseMail', 'mailId', bounced],
      ['releaseMail', 'mailId', stuck],
    ]) {
      const done = await operator.send(
        page,
        `form[action="/gor/${command}"]:has(input[name="${field}"][value="${id}"])`,
      );
      expect([command, done.status, done.location]).toEqual([command, 303, '/drift']);
    }
    const woken = await api.sql(`select 1 from wake where kind = 'meetingCycle' and row_id = $1`, [row]);
    expect(woken).toHaveLength(1);
    expect(await api.sql('select parked, attempts, error from wake where id = $1', [wake])).toEqual([
      { parked: false, attempts: 0, error: null },
    ]);
    expect(await api.sql(`select state from mail where id in ($1, $2)`, [held, bounced])).toEqual([
      { state: 'queued' },
      { state: 'queued' },
    ]);
    const release = `form[action="/gor/releaseMail"]:has(input[value="${held}"])`;
    const again = await operator.send(otherWindow, release);
    expect(again.status).toBe(404);
  });
});
