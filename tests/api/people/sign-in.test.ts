import { createTestApi, type TestApi } from '../support/test-api';
import { PASSWORD } from '../support/world';

describe('signing in', () => {
  let api: TestApi;
  beforeAll(async () => {
    api = await createTestApi();
  });
  afterAll(() => api.close());
  beforeEach(() => api.sql('delete from sign_in_attempt'));

  const fill = async (email: string, password: string, returnTo = '/') => {
    const browser = api.visitor();
    const answer = await browser.post('/logga-in', { email, password, returnTo });
    return { browser, answer };
  };

  it('leads a reader without session to the sign-in page and back to what was asked for', async () => {
    const browser = api.visitor();
    const barred = await browser.get('/mig');
    expect([barred.status, barred.location]).toEqual([303, '/logga-in?till=%2Fmig']);
    const page = await browser.get(barred.location!);
    expect(page.$('h1').text()).toBe('Logga in');
    const answer = await browser.send(page, 'form[action="/logga-in"]', {
      email: api.world.people.secretary.email,
      password: PASSWORD,
    });
    expect([answer.status, answer.location]).toEqual([303, '/mig']);
    const me = await browser.get('/mig');
    expect(me.status).toBe(200);
    expect(me.$('.sam-header__name').text()).toContain('Siri Ljungdal');
    expect(me.html).toContain('Sekreterare, Gemensam hjälpmedelsnämnd');
  });

  it('keeps only the hash of the cookie, which no script and no other site can use', async () => {
    const { browser, answer } = await fill(api.world.people.member.email.toUpperCase(), PASSWORD);
    expect(answer.status).toBe(303);
    const cookie = answer.headers.getSetCookie().find((line) => line.startsWith('samrad='));
    expect(cookie).toMatch(/HttpOnly; SameSite=Lax/);
    const rows = await api.sql<{ id: string }>('select id from session where person_id = $1', [
      api.world.people.member.id,
    ]);
    expect(rows).toHaveLength(1);
    expect(rows[0]!.id).not.toContain(browser.cookies.get('samrad')!);
    expect(rows[0]!.id).toMatch(/^[0-9a-f]{64}$/);
  });

  it('tells nobody whether the address or the password was wrong, and keeps the address in its field', async () => {
    const wrong = await fill(api.world.people.chair.email, 'fel lösenord helt');
    const unknown = await fill('ingen@vasterdal.example', PASSWORD);
    for (const { answer } of [wrong, unknown]) {
      expect(answer.status).toBe(401);
      expect(answer.$('title').text()).toMatch(/^Fel: /);
      expect(answer.$('.sam-errors a').attr('href')).toBe('#email');
      expect(answer.$('.sam-errors').text()).toContain('hör inte ihop');
    }
    expect(wrong.answer.$('#email').val()).toBe(api.world.people.chair.email);
    expect(wrong.answer.$('#password').val() ?? '').toBe('');
  });

  it('leaves an audit row for each refused try, without the address', async () => {
    await fill('nyfiken@vasterdal.example', 'gissning nummer ett');
    const rows = await api.sql<{ actor: string; code: string }>(
      `select actor, code from audit_event where act = 'signIn' and result = 'refused' order by seq desc limit 1`,
    );
    expect(rows).toEqual([{ actor: 'public', code: 'sign-in-failed' }]);
    const named = await api.sql(`select 1 from audit_event where audit_event::text ilike '%nyfiken%'`);
    expect(named).toHaveLength(0);
  });

  it('makes the sixth try on an account wait, whoever makes it, even with the right password', async () => {
    const { email } = api.world.people.auditor;
    for (let tries = 0; tries < 5; tries += 1)
      expect((await fill(email, 'fel lösenord helt')).answer.status).toBe(401);
    const { answer } = await fill(email, PASSWORD);
    expect(answer.status).toBe(429);
    expect(answer.$('.sam-errors').text()).toMatch(/Vänta \d+ sekunder/);
    expect((await fill(api.world.people.member.email, PASSWORD)).answer.status).toBe(303);
  });

  it('counts tries that are made at the same moment', async () => {
    const { email } = api.world.people.headOfCentre;
    const answers = await Promise.all(Array.from({ length: 12 }, () => fill(email, 'fel lösenord helt')));
    expect(answers.filter(({ answer }) => answer.status === 401)).toHaveLength(5);
    expect(answers.filter(({ answer }) => answer.status === 429)).toHaveLength(7);
  });

  it('forgets the tries of an account once its person is in', async () => {
    const { email } = api.world.people.official;
    for (let tries = 0; tries < 3; tries += 1) await fill(email, 'fel lösenord helt');
    expect((await fill(email, PASSWORD)).answer.status).toBe(303);
    for (let tries = 0; tries < 4; tries += 1)
      expect((await fill(email, 'fel lösenord helt')).answer.status).toBe(401);
  });

  it.each(['https://annan.example/', '//annan.example', '/\\annan.example', 'javascript:alert(1)'])(
    'leads nobody to another site after signing in: %s',
    async (returnTo) => {
      const { answer } = await fill(api.world.people.substitute.email, PASSWORD, returnTo);
      expect(answer.location).toBe('/');
    },
  );

  it('lets nobody in whose account is closed, and ends the sessions it has', async () => {
    const { browser } = await fill(api.world.people.visitor.email, PASSWORD);
    expect((await browser.get('/mig')).status).toBe(200);
    await api.sql(`update account set state = 'closed' where person_id = $1`, [api.world.people.visitor.id]);
    expect((await browser.get('/mig')).status).toBe(303);
    expect((await fill(api.world.people.visitor.email, PASSWORD)).answer.status).toBe(401);
  });

  it('ends the session when its person signs out, also for who kept the cookie', async () => {
    const { browser } = await fill(api.world.people.registrar.email, PASSWORD);
    const cookie = browser.cookies.get('samrad')!;
    const page = await browser.get('/mig');
    const out = await browser.send(page, 'form[action="/logga-ut"]');
    expect([out.status, out.location]).toEqual([303, '/logga-in']);
    expect(browser.cookies.has('samrad')).toBe(false);
    browser.cookies.set('samrad', cookie);
    expect((await browser.get('/mig')).status).toBe(303);
  });

  it('signs nobody out by a form without the token of the session', async () => {
    const { browser } = await fill(api.world.people.registrar.email, PASSWORD);
    expect((await browser.post('/logga-ut', {})).status).toBe(403);
    expect((await browser.get('/mig')).status).toBe(200);
  });

  it('notes that a session is used at most every tenth minute', async () => {
    const { browser } = await fill(api.world.people.chair.email, PASSWORD);
    await api.sql(
      `update session set last_seen_at = last_seen_at - interval '11 minutes' where person_id = $1`,
      [api.world.people.chair.id],
    );
    await browser.get('/mig');
    await browser.get('/mig');
    const kept = await api.sql(`select 1 from audit_event where act = 'keepSession' and actor = $1`, [
      `person:${api.world.people.chair.id}`,
    ]);
    expect(kept).toHaveLength(1);
  });
});

describe('signing in by a link', () => {
  let api: TestApi;
  beforeAll(async () => {
    api = await createTestApi();
  });
  afterAll(() => api.close());

  const askFor = async (email: string) => api.visitor().post('/logga-in/lank', { email, returnTo: '/mig' });
  /** What the letter says: the link is opened as the sender of letters opens it. */
  const linkOf = async (): Promise<string> => {
    const rows = await api.sql<{ data: { link: string } }>(
      `select data from mail where template = 'signInLink' order by queued_at desc limit 1`,
    );
    const sealed = rows[0]!.data.link;
    expect(sealed).toMatch(/^sealed:/);
    return api.deps.sealer.open('mail-link', sealed.slice('sealed:'.length))!;
  };

  it('signs in once, by the button and not by opening the link', async () => {
    await askFor(api.world.people.member.email);
    const link = await linkOf();
    const browser = api.visitor();
    const first = await browser.get(link);
    const again = await browser.get(link);
    expect([first.status, again.status]).toEqual([200, 200]);
    const inside = await browser.send(again, 'main form');
    expect([inside.status, inside.location]).toEqual([303, '/mig']);
    expect((await browser.get('/mig')).html).toContain('Berit Fors');
    const used = await api.visitor().post(link, {});
    expect(used.status).toBe(401);
    expect(used.$('main').text()).toContain('har redan använts');
  });

  it('is no longer good after a quarter of an hour', async () => {
    await askFor(api.world.people.chair.email);
    const link = await linkOf();
    await api.sql(`update sign_in_link set expires_at = expires_at - interval '16 minutes'`);
    expect((await api.visitor().post(link, {})).status).toBe(401);
  });

  it('answers alike for an address that nobody has, and writes no letter', async () => {
    const before = await api.sql('select 1 from mail');
    const known = await askFor(api.world.people.substitute.email);
    const unknown = await askFor('ingen@vasterdal.example');
    const words = (page: typeof known) =>
      page
        .$('main')
        .text()
        .replace(/\S+@\S+/g, '');
    expect(words(unknown)).toBe(words(known));
    expect(await api.sql('select 1 from mail')).toHaveLength(before.length + 1);
  });

  it('keeps neither the token nor a link that works in the database', async () => {
    await askFor(api.world.people.auditor.email);
    const token = (await linkOf()).split('/').at(-1)!;
    for (const table of ['mail', 'sign_in_link', 'audit_event', 'sign_in_attempt', 'request']) {
      expect(
        await api.sql(`select 1 from ${table} where ${table}::text like $1`, [`%${token}%`]),
      ).toHaveLength(0);
    }
  });

  it('sends at most three links in a quarter of an hour', async () => {
    const answers = [];
    for (let asked = 0; asked < 4; asked += 1)
      answers.push((await askFor(api.world.people.official.email)).status);
    expect(answers).toEqual([200, 200, 200, 429]);
  });
});

describe('signing in by a link, as JSON', () => {
  let api: TestApi;
  beforeAll(async () => {
    api = await createTestApi({ demo: false, demoSignIn: false });
  });
  afterAll(() => api.close());
  beforeEach(() => api.sql('delete from sign_in_attempt'));

  const askFor = (email: unknown) => api.visitor().json('/api/session/link', 'POST', { email });
  /** The last part of the link in the newest letter. */
  const tokenOf = async (): Promise<string> => {
    const [mail] = await api.sql<{ link: string }>(
      `select data ->> 'link' as link from mail where template = 'signInLink' order by queued_at desc limit 1`,
    );
    const link = api.deps.sealer.open('mail-link', (mail?.link ?? '').slice('sealed:'.length));
    return link?.split('/').at(-1) ?? '';
  };

  it('mails a link whose token signs in, once', async () => {
    const { email, id } = api.world.people.member;
    const asked = await askFor(email);
    expect([asked.status, asked.body]).toEqual([202, { minutes: 15 }]);
    const token = await tokenOf();
    const browser = api.visitor();
    const opened = await browser.json('/api/session', 'POST', { token });
    expect([opened.status, opened.body?.['personId']]).toEqual([200, id]);
    expect((await browser.json('/api/mig')).status).toBe(200);
    const again = await api.visitor().json('/api/session', 'POST', { token });
    expect([again.status, again.body?.['code']]).toEqual([401, 'link-not-usable']);
  });

  it('answers alike for an address that nobody has, and writes no letter', async () => {
    const letters = () => api.sql('select 1 from mail');
    const known = await askFor(api.world.people.substitute.email);
    const before = (await letters()).length;
    const unknown = await askFor('ingen@vasterdal.example');
    expect([unknown.status, unknown.body]).toEqual([known.status, known.body]);
    expect(await letters()).toHaveLength(before);
  });

  it('counts with the asking by the page: at most three links in a quarter of an hour, whoever has the address', async () => {
    for (const email of [api.world.people.official.email, 'ingen.alls@vasterdal.example']) {
      await api.visitor().post('/logga-in/lank', { email, returnTo: '/' });
      const answers = [await askFor(email), await askFor(email), await askFor(email)];
      expect(answers.map(({ status }) => status)).toEqual([202, 202, 429]);
    }
  });

  it.each([
    ['no address', { email: ' ' }, {}, 400, 'input-invalid'],
    ['another site', { email: 'a@b.example' }, { origin: 'https://annan.example' }, 403, 'foreign-origin'],
  ])('refuses %s with an audit row', async (_what, body, headers, status, code) => {
    const answer = await api.visitor().json('/api/session/link', 'POST', body, headers);
    expect([answer.status, answer.body?.['code']]).toEqual([status, code]);
    const rows = await api.sql(
      `select actor, code from audit_event where act = 'openSignInLink' and result = 'refused' order by seq desc limit 1`,
    );
    expect(rows).toEqual([{ actor: 'public', code }]);
  });

  it('refuses a token of another making', async () => {
    const answer = await api.visitor().json('/api/session', 'POST', { token: 'påhittad' });
    expect([answer.status, answer.body?.['code']]).toEqual([401, 'link-not-usable']);
  });
});

describe('the buttons of the practice environment', () => {
  it('sign in as each of the invented people, grouped by role', async () => {
    const api = await createTestApi();
    const browser = api.visitor();
    const page = await browser.get('/logga-in');
    expect(page.$('.sam-demo-people h3').first().text()).toBe('Sekreterare');
    const button = `.sam-demo-people form:has(input[value="${api.world.people.secretary.id}"])`;
    expect((await browser.send(page, button)).status).toBe(303);
    expect((await browser.get('/mig')).html).toContain('Siri Ljungdal');
    await api.close();
  });

  it('are not there otherwise, neither on the page nor behind it', async () => {
    const api = await createTestApi({ demo: false, demoSignIn: false });
    const browser = api.visitor();
    expect((await browser.get('/logga-in')).$('.sam-demo-people')).toHaveLength(0);
    const { id } = api.world.people.secretary;
    expect((await browser.post('/logga-in/som', { person: id })).status).toBe(404);
    expect((await browser.json('/api/session', 'POST', { personId: id })).status).toBe(404);
    expect(browser.cookies.has('samrad')).toBe(false);
    await api.close();
  });
});
