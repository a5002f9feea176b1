import { createTestApi, type TestApi } from '../support/test-api';
import { PASSWORD } from '../support/world';

describe('my page', () => {
  let api: TestApi;
  beforeAll(async () => {
    api = await createTestApi();
  });
  afterAll(() => api.close());

  it('changes name and language, and says so once in that language', async () => {
    const browser = await api.visitor().signIn(api.world.people.member);
    const done = await browser.send(await browser.get('/mig'), 'form#changeMyDetails', {
      name: 'Berit Forsell',
      language: 'en',
    });
    expect([done.status, done.location]).toEqual([303, '/mig']);
    const next = await browser.get('/mig');
    expect(next.$('html').attr('lang')).toBe('en');
    expect(next.$('.sam-notice').text()).toContain('Your details are changed.');
    expect(next.html).toContain('Berit Forsell');
    expect((await browser.get('/mig')).$('.sam-notice')).toHaveLength(0);
  });

  it('shows a refused form again with its status, a summary that leads to the field, and every word that was typed', async () => {
    const browser = await api.visitor().signIn(api.world.people.chair);
    const again = await browser.send(await browser.get('/mig'), 'form#changeMyDetails', {
      name: 'O',
      phone: '070-123 45 67',
    });
    expect(again.status).toBe(400);
    expect(again.$('title').text()).toMatch(/^Fel: Min sida/);
    const summary = again.$('.sam-errors');
    expect([summary.attr('tabindex'), summary.attr('role')]).toEqual(['-1', 'alert']);
    expect(summary.find('a').attr('href')).toBe('#changeMyDetails-name');
    expect(again.$('#changeMyDetails-name-error').text()).toBe('Skriv minst 2 tecken.');
    expect(again.$('#changeMyDetails-name').attr('aria-invalid')).toBe('true');
    expect(again.$('#changeMyDetails-phone').val()).toBe('070-123 45 67');
  });

  it('refuses to overwrite what another window has saved, and keeps the text', async () => {
    const browser = await api.visitor().signIn(api.world.people.substitute);
    const first = await browser.get('/mig');
    const second = await browser.get('/mig');
    await browser.send(first, 'form#changeMyDetails', { name: 'Nils Granefält' });
    const stale = await browser.send(second, 'form#changeMyDetails', { name: 'Nils G' });
    expect(stale.status).toBe(409);
    expect(stale.$('.sam-errors').text()).toContain('Någon annan har sparat en nyare version');
    expect(stale.$('#changeMyDetails-name').val()).toBe('Nils G');
    const audited = await api.sql(
      `select code from audit_event where act = 'changeMyDetails' and result = 'refused' and actor = $1`,
      [`person:${api.world.people.substitute.id}`],
    );
    expect(audited).toEqual([{ code: 'stale-version' }]);
  });

  it('changes the password for whoever knows the old one, never showing what was typed', async () => {
    const person = api.world.people.official;
    const browser = await api.visitor().signIn(person);
    const page = await browser.get('/mig');
    const wrong = await browser.send(page, 'form#setMyPassword', {
      current: 'inte detta',
      password: 'blåsippor i backen',
    });
    expect(wrong.status).toBe(422);
    expect(wrong.$('.sam-errors').text()).toContain('nuvarande lösenordet stämmer inte');
    expect(wrong.html).not.toContain('blåsippor');
    const short = await browser.send(page, 'form#setMyPassword', { current: PASSWORD, password: 'kort' });
    expect(short.$('.sam-errors').text()).toContain('minst 12 tecken');
    const own = await browser.send(page, 'form#setMyPassword', {
      current: PASSWORD,
      password: 'Maja Dahlbacka Maja',
    });
    expect(own.$('.sam-errors').text()).toContain('för lätt att gissa');
    expect(
      await api.sql(
        `select code from audit_event where act = 'setMyPassword' and result = 'refused' order by seq`,
      ),
    ).toEqual(
      ['password-current-wrong', 'password-too-short', 'password-too-easy'].map((code) => ({ code })),
    );
    expect(
      (await browser.send(page, 'form#setMyPassword', { current: PASSWORD, password: 'blåsippor i backen' }))
        .status,
    ).toBe(303);
    const rows = await api.sql<{ password_hash: string }>(
      'select password_hash from account where person_id = $1',
      [person.id],
    );
    expect(rows[0]!.password_hash).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
    expect(
      (await api.visitor().post('/logga-in', { email: person.email, password: 'blåsippor i backen' })).status,
    ).toBe(303);
  });

  it('lets everyone choose how letters that can wait come, and keeps the choice when other details change (N-1)', async () => {
    const person = api.world.people.auditor;
    const browser = await api.visitor().signIn(person);
    const first = await browser.get('/mig');
    expect(first.$('input[name="letters"]:checked').val()).toBe('each');
    await browser.send(first, 'form#changeMyDetails', { letters: 'gathered' });
    const next = await browser.get('/mig');
    expect(next.$('input[name="letters"]:checked').val()).toBe('gathered');
    await browser.send(next, 'form#changeMyDetails', { phone: '070-123 45 67' });
    const rows = await api.sql('select letters, phone from person where id = $1', [person.id]);
    expect(rows).toEqual([{ letters: 'gathered', phone: '070-123 45 67' }]);
  });

  it('has a calendar with an address of its own, which another one ends (N-1)', async () => {
    const person = api.world.people.operator;
    const browser = await api.visitor().signIn(person);
    const name = 'Protokollets Person';
    for (const [kind, day, facts] of [
      ['buildAgenda', '2026-03-19', { day: '2026-04-09' }],
      ['decideRemote', '2026-03-20', { day: '2026-04-09', person: name }],
    ] as const) {
      await api.sql(
        `insert into task (id, authority_id, person_id, kind, subject_kind, subject_id, cycle, due_day, facts, link, created_at)
         values (gen_random_uuid(), $1, $2, $3, 'meeting', gen_random_uuid(), 1, $4, $5, '/x', now())`,
        [api.world.authority, person.id, kind, day, JSON.stringify(facts)],
      );
    }
    const first = await browser.get('/mig');
    expect(first.$('#kalender-adress')).toHaveLength(0);
    await browser.send(first, 'form[action="/gor/openMyCalendar"]');
    const opened = await browser.get('/mig');
    const address = new URL(String(opened.$('#kalender-adress').val())).pathname;
    const feed = await api.visitor().get(address);
    expect(feed.headers.get('content-type')).toContain('text/calendar');
    expect(feed.html).toContain('DTSTART;VALUE=DATE:20260319');
    expect(feed.html).toContain('SUMMARY:Uppgift i Samråd');
    expect(feed.html).not.toContain(name);
    expect((await api.visitor().get(address.replace(/.\.ics$/, 'x.ics'))).status).toBe(404);
    await browser.send(opened, 'form[action="/gor/openMyCalendar"]');
    expect((await api.visitor().get(address)).status).toBe(404);
    const renewed = await browser.get('/mig');
    const other = new URL(String(renewed.$('#kalender-adress').val())).pathname;
    expect((await api.visitor().get(other)).status).toBe(200);
    await browser.send(renewed, 'form[action="/gor/closeMyCalendar"]');
    expect((await api.visitor().get(other)).status).toBe(404);
  });

  it('signs out everywhere', async () => {
    const one = await api.visitor().signIn(api.world.people.registrar);
    const two = await api.visitor().signIn(api.world.people.registrar);
    const done = await two.send(await two.get('/mig'), 'form[action="/gor/endMySessions"]');
    expect(done.location).toBe('/logga-in');
    expect((await one.get('/mig')).status).toBe(303);
    expect((await two.get('/mig')).status).toBe(303);
  });
});
