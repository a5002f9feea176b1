import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { isDatabaseAway } from '../../src/api/middleware/database-away';
import { createTestApi, type TestApi } from './support/test-api';

describe('what goes with every answer', () => {
  let api: TestApi;
  beforeAll(async () => {
    api = await createTestApi();
  });
  afterAll(() => api.close());

  it('lets a page use only our own files, stand in no frame and send forms only here', async () => {
    const { headers } = await api.visitor().get('/logga-in');
    const policy = headers.get('content-security-policy')!;
    expect(policy).toContain("default-src 'none'");
    expect(policy).toContain("script-src 'self';");
    expect(policy).toContain("style-src 'self';");
    expect(policy).toContain("form-action 'self'");
    expect(policy).toContain("frame-ancestors 'none'");
    expect(policy).not.toContain('unsafe');
    expect(headers.get('x-content-type-options')).toBe('nosniff');
    expect(headers.get('x-powered-by')).toBeNull();
    expect(headers.get('strict-transport-security')).toBeNull();
  });

  it('has neither scripts nor styles written into pages', async () => {
    const browser = await api.visitor().signIn(api.world.people.operator);
    for (const path of ['/', '/mig', '/drift', '/logga-in', '/finns-inte']) {
      const { $ } = await browser.get(path);
      expect($('script:not([src]), style, [style], [onclick]')).toHaveLength(0);
    }
  });

  it('lets nobody keep what a signed-in person read', async () => {
    const browser = await api.visitor().signIn(api.world.people.member);
    for (const path of ['/', '/mig', '/api/mig', '/finns-inte', '/tillganglighetsredogorelse']) {
      expect((await browser.raw(path)).headers.get('cache-control')).toBe('no-store');
    }
  });

  it('lets built files be kept for ever, since their names change with them', async () => {
    const file = readdirSync(join(__dirname, '../../dist/assets')).find((name) => name.endsWith('.css'))!;
    const answer = await api.visitor().raw(`/assets/${file}`);
    expect(answer.headers.get('cache-control')).toBe('public, max-age=31536000, immutable');
    expect(answer.headers.getSetCookie()).toEqual([]);
  });

  it('sends cookies by https only where people come by https', async () => {
    const secure = await createTestApi({ publicUrl: 'https://samrad.example' });
    const { email } = secure.world.people.member;
    const answer = await secure
      .visitor()
      .post(
        '/logga-in',
        { email, password: 'tallkottar under bordet' },
        { origin: 'https://samrad.example' },
      );
    expect(answer.headers.getSetCookie().find((line) => line.startsWith('samrad='))).toContain('; Secure');
    expect(answer.headers.get('strict-transport-security')).toContain('max-age=31536000');
    await secure.close();
  });

  it('carries the name that the request has in the log, given or made', async () => {
    const given = await api.visitor().get('/logga-in', { 'x-request-id': 'abcdef-12345' });
    expect(given.headers.get('x-request-id')).toBe('abcdef-12345');
    const bad = await api.visitor().get('/logga-in', { 'x-request-id': 'a b' });
    expect(bad.headers.get('x-request-id')).toMatch(/^[0-9a-f-]{36}$/);
  });

  it('logs addresses as they are declared, and nothing about people', async () => {
    const browser = await api.visitor().signIn(api.world.people.member);
    await browser.get('/mig?namn=Berit');
    await browser.get('/logga-in/lank/hemligt-token');
    const text = JSON.stringify(api.logged);
    expect(text).toContain('"/logga-in/lank/:token"');
    for (const secret of [
      'hemligt-token',
      'Berit',
      api.world.people.member.email,
      api.world.people.member.id,
      '127.0.0.1',
    ]) {
      expect(text).not.toContain(secret);
    }
  });
});

describe('when something is wrong on our side', () => {
  it('says so with a reference on a finished page, asks nothing of the database and tells the operator', async () => {
    const api = await createTestApi();
    await api.sql('alter table person rename to person_away');
    const browser = api.visitor();
    const page = await browser.post('/logga-in', { email: api.world.people.member.email, password: 'x' });
    expect(page.status).toBe(500);
    expect(page.$('h1').text()).toBe('Något gick fel hos oss');
    expect(page.$('main').text()).toContain(page.headers.get('x-request-id')!);
    const problem = await browser.json('/api/session', 'POST', {
      email: api.world.people.member.email,
      password: 'x',
    });
    expect([problem.status, problem.body!['code']]).toEqual([500, 'fault']);
    expect(JSON.stringify(problem.body)).not.toContain('person_away');
    expect(JSON.stringify(api.logged)).toContain('"message":"fault"');
    await api.close();
  });

  it('asks for patience when the database is away, which heals in seconds', async () => {
    const api = await createTestApi();
    await api.sql(`alter database ${api.database.name} connection limit 0`);
    await api.sql(
      `select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and usename = 'samrad_app'`,
    );
    const browser = api.visitor();
    const { email } = api.world.people.member;
    const page = await browser.post('/logga-in', { email, password: 'x' });
    const told = page.status === 503 ? '' : JSON.stringify(api.logged.slice(-3));
    expect([page.status, page.headers.get('retry-after'), told]).toEqual([503, '5', '']);
    expect(page.$('main').text()).toContain(page.headers.get('x-request-id')!);
    const problem = await browser.json('/api/session', 'POST', { email, password: 'x' });
    expect([problem.status, problem.body!['code']]).toEqual([503, 'service-busy']);
    await api.close();
  });

  it.each([
    ['the server was killed', { code: '57P02' }, true],
    ['the server is starting', { code: '57P03' }, true],
    ['nobody listens', { code: 'ECONNREFUSED' }, true],
    ['the connection broke', { message: 'Connection terminated unexpectedly' }, true],
    ['a value is no day', { code: '22008' }, false],
    ['a row is there already', { code: '23505' }, false],
  ])('knows an absence from a fault: %s', (_what, facts, away) => {
    expect(isDatabaseAway(Object.assign(new Error('x'), facts))).toBe(away);
  });
});
