import { installCounty } from '../../src/installation/install-county';
import { loadCounty } from '../../src/installation/load-county';
import { Office } from '../../src/installation/office';
import { readProfile } from '../../src/installation/read-profile';
import type { Runner } from '../../src/commands/runner/run';
import { serveApi, type ServedApi } from '../api/support/test-api';
import { dataFolder, emptyInstallation, type EmptyInstallation } from '../support/builders/bodies';
import { freshDatabase } from '../support/database';
import { example } from './example';

const silent = (): void => undefined;

describe('a county that is entered', () => {
  let office: EmptyInstallation;
  let profiles: Awaited<ReturnType<typeof readProfile>>;
  beforeAll(async () => {
    office = await emptyInstallation();
    profiles = await readProfile(dataFolder);
  });
  afterAll(() => office.close());

  const enter = (county = example(), run: Runner = office.run) =>
    installCounty({ run, em: office.orm.em, say: silent }, county, profiles);
  /** Everything that a county file can make, counted. */
  const held = async () => {
    const [counts] = await office.rows<Record<string, string>>(
      `select (select count(*) from authority) as authorities, (select count(*) from principal) as principals,
         (select count(*) from number_series) as series, (select count(*) from person) as people,
         (select count(*) from body) as bodies, (select count(*) from rules_of_procedure) as rules,
         (select count(*) from seat) as seats, (select count(*) from seat_holder) as holders,
         (select count(*) from dispatch_recipient) as recipients, (select count(*) from role_assignment) as roles,
         (select version from agenda_template) as agenda, (select count(*) from audit_event) as acts`,
    );
    return counts;
  };

  it('goes on where a run was cut off, wherever that was', async () => {
    for (let run = 1; run <= 6; run += 1) {
      let acts = 0;
      const cutOff: Runner = (command, actor, input, options) => {
        acts += 1;
        if (acts > 7) throw new Error('avbrott');
        return office.run(command, actor, input, options);
      };
      await expect(enter(example(), cutOff)).rejects.toThrow('avbrott');
    }
    expect(await enter()).toEqual({ entered: 2, found: 42 });
    expect(await held()).toEqual({
      authorities: '4',
      principals: '3',
      series: '1',
      people: '15',
      bodies: '1',
      rules: '1',
      seats: '8',
      holders: '8',
      recipients: '3',
      roles: '7',
      agenda: 1,
      // Nothing was done twice: an act for each of them, the seats with their body, and the agenda.
      acts: '44',
    });
  });

  it('is entered once: run again it changes nothing', async () => {
    const before = await held();
    expect(await enter()).toEqual({ entered: 0, found: 44 });
    expect(await held()).toEqual(before);
  });

  it('takes in what a later file adds, and leaves the rest as it is', async () => {
    const later = example();
    later.people.push({ ...later.people[0]!, name: 'Ny Kollega', email: 'ny.kollega@lunda.example' });
    later.roles.push({
      person: 'Ny Kollega',
      role: 'official',
      body: 'hjalpmedelsnamnden',
      from: '2026-01-01',
      until: null,
    });
    later.people[8]!.title = 'något annat';
    expect(await enter(later)).toEqual({ entered: 2, found: 44 });
    expect(await office.rows(`select title from person where name = 'Maj Utterberg'`)).toEqual([
      { title: 'nämndsekreterare' },
    ]);
  });

  it('keeps its seats: a file with more of them is refused in words', async () => {
    const more = example();
    const [body] = more.bodies;
    more.people.push({ ...more.people[0]!, name: 'Ett Namn', email: 'ett.namn@lunda.example' });
    body!.members.push({ ...body!.members[2]!, person: 'Ett Namn', office: null });
    await expect(enter(more)).rejects.toThrow('är redan införd med färre platser än i filen');
  });

  it('says in a sentence why a file cannot be entered beside what is there', async () => {
    const other = example();
    other.bodies[0]!.members[1]!.from = '2024-01-01';
    await expect(enter(other)).rejects.toThrow(
      'Hjalmar Ekbom: Platsen innehas redan från söndag 1 januari 2023',
    );
  });

  it('gives nobody a password', async () => {
    expect(await office.rows('select 1 from account where password_hash is not null')).toEqual([]);
  });

  it('is not entered where the demo was loaded', async () => {
    const demo = await emptyInstallation();
    const deps = { run: demo.run, em: demo.orm.em, say: silent };
    await loadCounty(new Office(deps, 'demo'), example(), { password: null, readProfile: profiles });
    await expect(installCounty(deps, example(), profiles)).rejects.toThrow('demolänets påhittade uppgifter');
    await demo.close();
  });
});

describe('the first sign-in', () => {
  let api: ServedApi;
  beforeAll(async () => {
    api = await serveApi(await freshDatabase(), { demo: false, demoSignIn: false });
    const deps = { run: api.deps.run, em: api.orm.em, say: silent };
    await installCounty(deps, example(), await readProfile(dataFolder));
  });
  afterAll(() => api.close());

  /** Asks for a link, opens it out of the letter, and presses its button. */
  const signedIn = async (email: string) => {
    await api.visitor().post('/logga-in/lank', { email, returnTo: '/mig' });
    const [letter] = await api.sql<{ data: { link: string } }>(
      `select data from mail where template = 'signInLink' order by id desc limit 1`,
    );
    const link = api.deps.sealer.open('mail-link', letter!.data.link.slice('sealed:'.length))!;
    const browser = api.visitor();
    const inside = await browser.send(await browser.get(link), 'main form');
    expect([inside.status, inside.location]).toEqual([303, '/mig']);
    return browser;
  };

  it('of the secretary is by the link that is mailed, to their own board', async () => {
    const secretary = await signedIn('maj.utterberg@regionhavsby.example');
    const me = await secretary.get('/mig');
    expect(me.html).toContain('Sekreterare, Gemensam hjälpmedelsnämnd i Havsby län');
    expect((await secretary.get('/')).status).toBe(200);
  });

  it('of the operator leads to the page of operations, which the secretary may not see', async () => {
    const operator = await signedIn('loke.bergfors@regionhavsby.example');
    expect((await operator.get('/drift')).status).toBe(200);
    const secretary = await signedIn('maj.utterberg@regionhavsby.example');
    expect((await secretary.get('/drift')).status).toBe(403);
  });
});
