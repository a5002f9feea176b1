import { refuse } from '../../../src/domain/refusals/refusal';
import { refusalText } from '../../../src/i18n/refusal-text';
import { createTestApi, type TestApi } from '../support/test-api';
import { PASSWORD } from '../support/world';

describe('posting a command', () => {
  let api: TestApi;
  beforeAll(async () => {
    api = await createTestApi();
  });
  afterAll(() => api.close());

  const refusals = (act: string) =>
    api.sql<{ code: string; actor: string }>(
      `select code, actor from audit_event where act = $1 and result = 'refused' order by seq`,
      [act],
    );

  it('is refused from another site, before anything is looked at', async () => {
    const browser = await api.visitor().signIn(api.world.people.member);
    const page = await browser.get('/mig');
    const token = String(page.$('form#changeMyDetails input[name=_csrf]').val());
    const fields = { _csrf: token, version: '1', name: 'Någon Annan', phone: '', language: 'sv' };
    for (const headers of [
      { 'sec-fetch-site': 'cross-site' },
      { origin: 'https://annan.example' },
      { origin: 'null' },
    ]) {
      const answer = await browser.post('/gor/changeMyDetails', fields, headers);
      expect(answer.status).toBe(403);
      expect(answer.$('main').text()).toContain('annan webbplats');
    }
    expect((await browser.get('/mig')).html).not.toContain('Någon Annan');
  });

  it('is refused without the token of the session, and the text stays on the page', async () => {
    const browser = await api.visitor().signIn(api.world.people.member);
    const page = await browser.get('/mig');
    const answer = await browser.send(page, 'form#changeMyDetails', {
      _csrf: 'gammal',
      name: 'Berit Fors Lind',
    });
    expect(answer.status).toBe(403);
    expect(answer.$('.sam-errors').text()).toContain('legat öppet för länge');
    expect(answer.$('#changeMyDetails-name').val()).toBe('Berit Fors Lind');
    expect(await refusals('changeMyDetails')).toContainEqual({
      code: 'form-expired',
      actor: `person:${api.world.people.member.id}`,
    });
    expect((await browser.send(answer, 'form#changeMyDetails')).status).toBe(303);
  });

  it('is one act when the same form is sent twice, as by a double click, and another when its words are others', async () => {
    const person = api.world.people.headOfCentre;
    const browser = await api.visitor().signIn(person);
    const page = await browser.get('/mig');
    const answers = await Promise.all(
      [1, 2].map(() => browser.send(page, 'form#changeMyDetails', { phone: '060-12 34 56' })),
    );
    expect(answers.map(({ status }) => status)).toEqual([303, 303]);
    const again = await browser.send(page, 'form#changeMyDetails', { phone: '060-12 34 57' });
    expect(again.status).toBe(409);
    const done = await api.sql(
      `select 1 from audit_event where act = 'changeMyDetails' and result = 'done' and actor = $1`,
      [`person:${person.id}`],
    );
    expect(done).toHaveLength(1);
  });

  it('answers an act that is not there, and an internal one, alike', async () => {
    const browser = await api.visitor().signIn(api.world.people.member);
    for (const name of ['flyga', 'signInAs', 'noteSignInAttempt', 'constructor', '__proto__']) {
      expect((await browser.post(`/gor/${name}`, {})).status).toBe(404);
      expect(await browser.json(`/api/commands/${name}`, 'POST', {})).toMatchObject({
        status: 404,
        body: { code: 'command-unknown' },
      });
    }
  });

  it('goes on only to addresses of this site', async () => {
    const browser = await api.visitor().signIn(api.world.people.chair);
    const send = async (next: string) =>
      browser.send(await browser.get('/mig'), 'form#changeMyDetails', { _next: next });
    expect((await send('//annan.example/x')).location).toBe('/mig');
    expect((await send('https://annan.example/x')).location).toBe('/mig');
    expect((await send('/drift?v={version}')).location).toMatch(/^\/drift\?v=\d+$/);
  });

  it('does the same thing once when a form is sent twice with one key', async () => {
    const browser = await api.visitor().signIn(api.world.people.auditor);
    const page = await browser.get('/mig');
    const typed = { _key: 'a3f1c2d4-once', name: 'Torsten Ekwall' };
    const [first, second] = [
      await browser.send(page, 'form#changeMyDetails', typed),
      await browser.send(page, 'form#changeMyDetails', typed),
    ];
    expect([first.status, second.status]).toEqual([303, 303]);
    const rows = await api.sql<{ version: number }>('select version from person where id = $1', [
      api.world.people.auditor.id,
    ]);
    expect(rows).toEqual([{ version: 2 }]);
  });

  it('answers autosave with a short word and the new version, or with why not', async () => {
    const browser = await api.visitor().signIn(api.world.people.substitute);
    const page = await browser.get('/mig');
    const token = String(page.$('form#changeMyDetails input[name=_csrf]').val());
    const fields = {
      _csrf: token,
      version: '1',
      name: 'Nils Granefelt',
      phone: '1',
      language: 'sv',
      _versionId: 'details-version',
    };
    const saved = await browser.post('/gor/changeMyDetails', fields, { 'hx-request': 'true' });
    expect(saved.status).toBe(200);
    expect(saved.html).toContain('Sparat 09.30');
    expect([saved.$('input').attr('id'), saved.$('input').val()]).toEqual(['details-version', '2']);
    const stale = await browser.post('/gor/changeMyDetails', fields, { 'hx-request': 'true' });
    expect(stale.status).toBe(409);
    expect(stale.html).toContain('Någon annan har sparat');
    expect(stale.$('html header')).toHaveLength(0);
  });

  it.each([
    ['a NUL', 'Berit\0Fors'],
    ['half a character', 'Berit\ud800'],
  ])('tells a text with %s as unreadable, not as a fault', async (_what, name) => {
    const browser = await api.visitor().signIn(api.world.people.member);
    const answer = await browser.json('/api/commands/changeMyDetails', 'POST', {
      version: 1,
      name,
      phone: null,
      language: 'sv',
    });
    expect([answer.status, answer.body!['code']]).toEqual([400, 'request-unreadable']);
  });

  it('shows what was typed even where the page cannot be shown again', async () => {
    const browser = await api.visitor().signIn(api.world.people.member);
    const page = await browser.get('/mig');
    const token = String(page.$('form#changeMyDetails input[name=_csrf]').val());
    const answer = await browser.post('/gor/changeMyDetails', {
      _csrf: token,
      _page: '/finns-inte',
      version: '1',
      name: 'x',
      phone: 'En lång text om taklyftar',
    });
    expect(answer.status).toBe(400);
    expect(answer.$('textarea').text()).toContain('En lång text om taklyftar');
  });

  describe('when the session has ended meanwhile', () => {
    const typed = { name: 'Ulf Rosendahl', phone: 'Två rader\r\noch en till & <b>' };

    const endedWhileWriting = async () => {
      const person = api.world.people.headOfCentre;
      const browser = await api.visitor().signIn(person);
      const page = await browser.get('/mig');
      await api.sql('update session set ended_at = clock_timestamp() where person_id = $1', [person.id]);
      const barred = await browser.send(page, 'form#changeMyDetails', typed);
      return { browser, barred, person };
    };

    it('asks for sign-in and gives the same page back with every word, which its writer sends again', async () => {
      const { browser, barred, person } = await endedWhileWriting();
      expect(barred.status).toBe(401);
      expect(barred.$('main').text()).toContain('Det du skrev är sparat');
      expect(barred.html).not.toContain('Rosendahl');
      const wrong = await browser.send(barred, 'form[action="/logga-in"]', {
        email: person.email,
        password: 'fel',
      });
      expect(wrong.status).toBe(401);
      const back = await browser.send(wrong, 'form[action="/logga-in"]', {
        email: person.email,
        password: PASSWORD,
      });
      expect(back.status).toBe(200);
      expect(back.$('.sam-errors').text()).toContain(refusalText('sv', refuse('form-waited')));
      expect(back.$('#changeMyDetails-name').val()).toBe('Ulf Rosendahl');
      expect(back.$('#changeMyDetails-phone').val()).toContain('och en till & <b>');
      const before = await api.sql<{ name: string }>('select name from person where id = $1', [person.id]);
      expect(before[0]!.name).toBe('Ulf Rosendal');
      expect((await browser.send(back, 'form#changeMyDetails')).status).toBe(303);
    });

    it('goes on from the same window after a link in another one', async () => {
      const { browser, barred, person } = await endedWhileWriting();
      const sent = await browser.send(barred, 'form[action="/logga-in/lank"]', { email: person.email });
      expect(sent.$('main').text()).toContain('Det du skrev finns kvar här');
      await browser.signIn(person);
      const back = await browser.send(sent, 'form[action="/logga-in/fortsatt"]');
      expect(back.$('#changeMyDetails-name').val()).toBe('Ulf Rosendahl');
    });

    it('gives the text to nobody else', async () => {
      const { browser, barred } = await endedWhileWriting();
      const other = await browser.send(barred, 'form[action="/logga-in"]', {
        email: api.world.people.auditor.email,
        password: PASSWORD,
      });
      expect([other.status, other.location]).toEqual([303, '/mig']);
      const forged = await browser.post('/logga-in', {
        email: api.world.people.auditor.email,
        password: PASSWORD,
        kept: 'abc',
      });
      expect(forged.status).toBe(303);
    });

    it('tells an autosave to sign in without throwing the page away', async () => {
      const answer = await api
        .visitor()
        .post('/gor/changeMyDetails', { name: 'x' }, { 'hx-request': 'true' });
      expect(answer.status).toBe(401);
      expect(answer.html).toContain('Texten finns kvar på sidan');
      expect(answer.$('input[name=password]')).toHaveLength(0);
    });
  });
});
