import { DEMO_PASSWORD } from '../../src/demo/demo-password';
import { loadDemo, type DemoDeps } from '../../src/demo/load-demo';
import { signIn } from '../../src/commands/people/sign-in';
import { dataFolder, emptyInstallation, type EmptyInstallation } from '../support/builders/bodies';

describe('the demo county', () => {
  let office: EmptyInstallation;
  const said: string[] = [];
  beforeAll(async () => {
    office = await emptyInstallation('2026-11-22T08:00:00Z');
  });
  afterAll(() => office.close());

  const deps = (change: Partial<DemoDeps> = {}): DemoDeps => ({
    run: office.run,
    em: office.orm.em,
    say: (line) => said.push(line),
    dataFolder,
    now: office.now,
    ...change,
  });

  it('goes on where a load was cut off, also on a later day', async () => {
    let acts = 0;
    const cutOff: DemoDeps['run'] = (command, actor, input, options) => {
      acts += 1;
      if (acts > 150) throw new Error('avbrott');
      return office.run(command, actor, input, options);
    };
    await expect(loadDemo(deps({ run: cutOff }))).rejects.toThrow('avbrott');
    office.now = new Date('2026-11-23T08:00:00Z');
    expect(await loadDemo(deps())).toBe(true);
    expect(said.some((line) => line.startsWith('HMC260004'))).toBe(true);
  });

  it('is loaded once: a database that holds something is left alone', async () => {
    const [before] = await office.rows('select count(*) from audit_event');
    expect(await loadDemo(deps())).toBe(false);
    expect(await office.rows('select count(*) from audit_event')).toEqual([before]);
  });

  it('has a meeting on a Friday about five weeks ahead, with the fifteen items of the case and none late', async () => {
    const items = await office.rows<{ title: string; late: boolean }>(
      `select i.title, i.late from agenda_item i join meeting m on m.id = i.meeting_id
       where m.day = '2027-01-08' and i.parent_id is null order by i.ordinal`,
    );
    expect(items).toHaveLength(15);
    expect(items[5]?.title).toBe('Förslag borttagande av talflödeshjälpmedel');
    expect(items.some(({ late }) => late)).toBe(false);
    expect(await office.rows(`select 1 from agenda_item where parent_id is not null`)).toHaveLength(3);
    expect(await office.rows(`select phase from meeting order by day`)).toEqual([
      { phase: 'planned' },
      { phase: 'planned' },
    ]);
  });

  it('keeps a scan, an untagged and tagged appendices, and has refused the broken one', async () => {
    const versions = await office.rows<{ title: string; claims: string[] }>(
      `select d.title, v.claims from document_version v join document d on d.id = v.document_id where d.kind = 'appendix' order by d.registry_number`,
    );
    expect(versions.map(({ claims }) => claims.length)).toEqual([0, 2, 2, 0, 2]);
    const refused = await office.rows(`select act, code from audit_event where result = 'refused'`);
    expect(refused).toEqual([{ act: 'uploadDocument', code: 'file-not-pdf' }]);
  });

  it('lets its people sign in with the password that is printed', async () => {
    const session = { id: 'a'.repeat(64), csrfToken: 'b'.repeat(43), hours: 8 };
    const input = {
      email: 'annika.roos@regionvasterdal.example',
      password: DEMO_PASSWORD,
      account: 'c'.repeat(64),
      session,
    };
    expect(await office.run(signIn, { kind: 'public' }, input)).toMatchObject({ ok: true });
  });

  it('names nobody of the real board: every address is an example', async () => {
    const people = await office.rows<{ email: string }>('select email from person');
    expect(people).toHaveLength(71);
    expect(people.every(({ email }) => email.endsWith('.example'))).toBe(true);
  });
});
