import { randomUUID } from 'node:crypto';
import { taskKinds } from '../../../src/domain/notifications/task-kinds';
import { createTestApi, type TestApi } from '../support/test-api';
import type { Resident } from '../support/world';

describe('the one task list of a person (N-1)', () => {
  let api: TestApi;
  beforeAll(async () => {
    api = await createTestApi();
  });
  afterAll(() => api.close());
  beforeEach(() => api.sql('delete from task'));

  const put = (task: {
    kind: string;
    person?: Resident;
    role?: string;
    scope?: string | null;
    dueDay?: string | null;
    rule?: string | null;
    facts?: object;
    link?: string;
  }) =>
    api.sql(
      `insert into task (id, authority_id, person_id, role, scope_id, kind, subject_kind, subject_id, cycle, body_id, due_day, rule, facts, link, created_at)
       values ($1, $2, $3, $4, $5, $6, 'meeting', $1, 1, $7, $8, $9, $10, $11, now())`,
      [
        randomUUID(),
        api.world.authority,
        task.person?.id ?? null,
        task.role ?? null,
        task.scope ?? null,
        task.kind,
        api.world.body,
        task.dueDay ?? null,
        task.rule ?? null,
        task.facts ?? { day: '2026-02-20' },
        task.link ?? '/sammantraden/1',
      ],
    );

  it('says what to do, by when in words, by which rule and what happens otherwise, with one button', async () => {
    await put({
      kind: 'issueSummons',
      role: 'secretary',
      scope: api.world.body,
      dueDay: '2026-02-13',
      rule: 'reglementet 9 §',
    });
    const { $ } = await (await api.visitor().signIn(api.world.people.secretary)).get('/');
    expect($('h1').text()).toBe('Mina uppgifter');
    const task = $('.sam-tasks li').first();
    expect(task.find('h3').text()).toBe('Utfärda kallelsen till sammanträdet fredag 20 februari 2026');
    expect(task.text()).toContain('Gemensam hjälpmedelsnämnd');
    expect(task.find('time').attr('datetime')).toBe('2026-02-13');
    expect(task.text().replace(/\s+/g, ' ')).toContain(
      'fredag 13 februari 2026 (om 3 dagar), reglementet 9 §',
    );
    expect(task.text()).toContain('kallelsen går ut för sent');
    expect(task.find('a.ds-button').attr('href')).toBe('/sammantraden/1');
    expect($('.sam-header__tasks').text()).toContain('1 uppgift');
  });

  it('puts what is late first, then this week, then the rest', async () => {
    const person = api.world.people.secretary;
    const kinds = ['writeMinutes', 'openMeeting', 'closeMeeting', 'issueSummons'];
    for (const [at, dueDay] of ['2026-03-20', '2026-02-16', '2026-02-09', null].entries())
      await put({ kind: kinds[at]!, person, dueDay });
    const { $ } = await (await api.visitor().signIn(person)).get('/');
    expect(
      $('.sam-tasks h2')
        .map((_at, heading) => $(heading).text())
        .get(),
    ).toEqual(['Dagen har passerat', 'Nu', 'Längre fram']);
    expect(
      $('.sam-tasks')
        .map((_at, group) => $(group).find('li').length)
        .get(),
    ).toEqual([1, 2, 1]);
  });

  it('makes one task of what is done in one place, by its earliest day', async () => {
    const person = api.world.people.secretary;
    for (const dueDay of ['2026-02-16', '2026-02-09', '2026-03-20'])
      await put({ kind: 'writeMinutes', person, dueDay });
    const { $ } = await (await api.visitor().signIn(person)).get('/');
    expect($('.sam-tasks li')).toHaveLength(1);
    expect($('.sam-tasks h3').text()).toMatch(/, och 2 till$/);
    expect($('.sam-tasks time').attr('datetime')).toBe('2026-02-09');
    expect($('.sam-header__tasks').text()).toContain('1 uppgift');
  });

  it('lists the extracts of a meeting in the order of their paragraphs, whichever was made first', async () => {
    const person = api.world.people.registrar;
    for (const paragraphs of ['§ 11', '§ 6', '§§ 8–9'])
      await put({
        kind: 'receiveExtract',
        person,
        dueDay: '2026-03-20',
        facts: { day: '2026-02-20', paragraphs },
        link: `/utdrag/${paragraphs}`,
      });
    const { $ } = await (await api.visitor().signIn(person)).get('/');
    const titles = $('.sam-tasks h3')
      .map((_at, title) => /§+ [0-9–]+/.exec($(title).text())?.[0])
      .get();
    expect(titles).toEqual(['§ 6', '§§ 8–9', '§ 11']);
  });

  it('shows the tasks of a role to whoever holds it today, within its scope only', async () => {
    await put({ kind: 'issueSummons', role: 'secretary', scope: api.world.body });
    await put({
      kind: 'postNotice',
      role: 'registrar',
      scope: api.world.principal,
      facts: { day: '2026-02-20', postingDay: '2026-03-06' },
    });
    const count = async (role: keyof typeof api.world.people) =>
      (await (await api.visitor().signIn(api.world.people[role])).get('/')).$('.sam-tasks li').length;
    expect([await count('secretary'), await count('otherSecretary'), await count('endedSecretary')]).toEqual([
      1, 0, 0,
    ]);
    expect([await count('registrar'), await count('otherRegistrar'), await count('member')]).toEqual([
      1, 0, 0,
    ]);
  });

  it('teaches on the first day, when nothing waits', async () => {
    const { $ } = await (await api.visitor().signIn(api.world.people.member)).get('/');
    expect($('.sam-empty h2').text()).toBe('Inget väntar på dig');
    expect($('.sam-header__tasks').text()).toContain('Inga uppgifter');
  });

  it('has words in both languages for every kind of task, filled with its facts', async () => {
    const person = api.world.people.chair;
    const facts = {
      day: '2026-02-20',
      postingDay: '2026-03-06',
      count: 2,
      principal: 'Almby kommun',
      person: 'Berit Fors',
      paragraphs: '§ 12',
      recipient: 'Almby kommun',
      words: 'hösten 2026',
      assignment: 'Följ upp prislistan',
      title: 'Prislista',
      matter: 'HMC260004',
      item: '12',
    };
    for (const kind of taskKinds) await put({ kind, person, facts });
    await put({ kind: 'kindOfANewerRelease', person });
    const browser = await api.visitor().signIn(person);
    for (const lang of ['sv', 'en']) {
      browser.cookies.set('sprak', lang);
      const page = await browser.get('/');
      expect(page.status).toBe(200);
      expect(page.$('.sam-tasks li')).toHaveLength(taskKinds.length);
      expect(page.$('.sam-tasks').text()).not.toMatch(/[{}]|2026-/);
    }
  });

  it('shows everything to the signed-in person only', async () => {
    expect((await api.visitor().get('/')).location).toBe('/logga-in?till=%2F');
  });
});
