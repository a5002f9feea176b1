import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { z } from 'zod';
import { faultLine } from '../../src/installation/file/file-fault';
import { readCaseFile, type ReadingDeps } from '../../src/rehearsal/read-case-file';
import jointBoard from '../../data/rules-of-procedure/joint-board.json';
import { smallCase } from './small-case';

const deps: ReadingDeps = {
  contracts: new Map<string, z.ZodType>([
    ['planMeetings', z.strictObject({ bodyId: z.uuid(), year: z.int(), days: z.array(z.iso.date()) })],
    ['changeItem', z.strictObject({ itemId: z.uuid(), version: z.int(), title: z.string() })],
  ]),
  pointerKinds: new Set(['body', 'person', 'item']),
  readProfile: () => jointBoard.rules,
};

describe('a case file', () => {
  let folder: string;
  beforeAll(() => {
    z.config(z.locales.sv());
    folder = mkdtempSync(path.join(tmpdir(), 'samrad-case-'));
  });
  afterAll(() => rmSync(folder, { recursive: true }));

  const write = (name: string, content: unknown): string => {
    const text = typeof content === 'string' ? content : JSON.stringify(content, null, 2);
    writeFileSync(path.join(folder, name), text);
    return path.join(folder, name);
  };
  const faultsOf = (content: unknown): string[] => {
    const reading = readCaseFile(write('case.json', content), deps);
    return reading.ok ? [] : reading.faults.map((fault) => faultLine(fault).slice(folder.length + 1));
  };
  const changed = (change: (value: ReturnType<typeof smallCase>) => void) => {
    const value = smallCase();
    change(value);
    return value;
  };

  it('without faults is read whole, with its named days and words put in', () => {
    const reading = readCaseFile(write('case.json', smallCase()), deps);
    if (!reading.ok) throw new Error(reading.faults.map(faultLine).join('\n'));
    expect(reading.case.file.acts[0]?.with).toEqual({
      bodyId: '@body:namnden',
      year: 2026,
      days: ['2026-02-20'],
    });
    expect(reading.case.file.acts[1]?.with['title']).toBe(
      'Sammanträdet fredagen den 20 februari 2026, år 2026',
    );
    expect(reading.case.county.series[0]?.pattern).toBe('N{yy}{nnnn}');
  });

  it('may have its county in a file beside, and comments', () => {
    const { county, ...rest } = smallCase();
    write('county.json', county);
    const text = `// Ett prov\n${JSON.stringify({ ...rest, county: 'county.json' }, null, 2)}`;
    expect(faultsOf(text)).toEqual([]);
    const [fault] = faultsOf({ ...rest, county: 'borta.json' });
    expect(fault).toContain('county: filen borta.json finns inte');
  });

  it('tells all its faults at once, each with line, column and path', () => {
    const faults = faultsOf(
      changed((value) => {
        value.county.bodies[0]!.members[0]!.person = 'Ingen Alls';
        value.county.people[1]!.email = 'ingen adress';
        value.acts[0]!.with = { bodyId: '@kropp:namnden', year: 2026, days: ['2026-02-30'] };
        value.acts[1]!.at = '2026-01-01 08:00';
        Object.assign(value.acts[1]!, { doing: 'x' });
      }),
    );
    const paths = faults.map((fault) => /^case\.json:\d+:\d+ ([^:]+):/.exec(fault)?.[1]);
    expect(paths).toEqual(expect.arrayContaining(['acts[1].doing', 'county.people[1].email']));
    expect(faults.every((fault) => /^case\.json:[1-9]\d*:[1-9]\d* /.test(fault))).toBe(true);
  });

  it.each([
    [
      'a person who is not there',
      (value: Case) => (value.county.bodies[0]!.members[0]!.person = 'Ingen Alls'),
      'county.bodies[0].members[0].person: "Ingen Alls" finns inte bland people',
    ],
    [
      'a name twice',
      (value: Case) => (value.county.people[1]!.name = value.county.people[0]!.name),
      'finns redan i people',
    ],
    [
      'rules beyond the law',
      (value: Case) => (value.county.bodies[0]!.rules[0]!.changes = { verificationDays: 30 }),
      'county.bodies[0].rules[0].changes.verificationDays: Reglementet ger 30 dagar till justering.',
    ],
    [
      'someone who acts and is not there',
      (value: Case) => (value.acts[0]!.who = 'Ingen Alls'),
      'acts[0].who: "Ingen Alls" finns inte bland people',
    ],
    [
      'acts out of order',
      (value: Case) => (value.acts[1]!.at = '2026-01-01 08:00'),
      'acts[1].at: 2026-01-01 08:00 ligger före 2026-01-26 09:00',
    ],
    [
      'a pointer of no kind',
      (value: Case) => (value.acts[1]!.with = { itemId: '@punkt:1', title: 'x' }),
      'acts[1].with.itemId: "@punkt" finns inte bland pekarna i docs/case-files.md',
    ],
    [
      'a pointer at a body that is not there',
      (value: Case) => (value.acts[0]!.with['bodyId'] = '@body:annan'),
      'acts[0].with.bodyId: "annan" finns inte bland namnen i county',
    ],
    [
      'an act that nobody can do',
      (value: Case) => (value.acts[0]!.does = 'signIn'),
      'acts[0].does: "signIn" finns inte bland handlingarna i /api/commands',
    ],
    [
      'a field too many',
      (value: Case) => Object.assign(value.acts[0]!.with, { extra: 1 }),
      'acts[0].with.extra: fältet finns inte',
    ],
    ['a field too few', (value: Case) => (value.acts[1]!.with = { itemId: '@item:1' }), 'acts[1].with.title'],
    [
      'an end before the last act',
      (value: Case) => Object.assign(value, { ends: '2026-01-26 10:00' }),
      'ends: 2026-01-26 10:00 ligger före 2026-01-27 09:00; berättelsen slutar tidigast med sista handlingen',
    ],
    [
      'an end before its beginning',
      (value: Case) => {
        Object.assign(value, { ends: '2026-01-25 10:00' });
        for (const act of value.acts) Object.assign(act, { at: undefined });
      },
      'ends: 2026-01-25 10:00 ligger före 2026-01-26 08:00',
    ],
    [
      'a body in focus that is not there',
      (value: Case) => Object.assign(value, { focus: { body: 'nämnden', meeting: '2026-02-20' } }),
      'focus.body: "nämnden" finns inte bland bodies (slug); menas "namnden"?',
    ],
    [
      'an expected no that nobody says',
      (value: Case) => Object.assign(value.acts[0]!, { refused: 'writer-sign-first' }),
      'acts[0].refused: "writer-sign-first" finns inte bland koderna i docs/errors.md; menas "writer-signs-first"?',
    ],
    [
      'an authority that is not there',
      (value: Case) => (value.acts[0]!.with['bodyId'] = '@authority:Ingenstans'),
      'acts[0].with.bodyId: "Ingenstans" finns inte bland namnen i county',
    ],
    ['no time to begin at', (value: Case) => (value.starts = 'i går'), 'starts'],
  ])('with %s says so at its place', (_what, change, expected) => {
    expect(faultsOf(changed(change)).join('\n')).toContain(expected);
  });

  it.each<[string, (value: Case) => unknown, readonly string[]]>([
    [
      'three acts, each wrong in its own way',
      ({ acts }) => {
        acts[0]!.does = 'planMeetngs';
        acts.push({ ...acts[1]!, at: '2026-01-28 09:00', who: 'Ingen Alls' });
        acts.push({ ...acts[1]!, at: '2026-01-29 09:00', with: { itemId: '@item:1', titel: 'x' } });
      },
      [
        'acts[0].does: "planMeetngs" finns inte bland handlingarna i /api/commands; menas "planMeetings"?',
        'acts[2].who: "Ingen Alls" finns inte bland people',
        'acts[3].with.title: ',
        'acts[3].with.titel: fältet finns inte',
      ],
    ],
    [
      'an act wrong in several ways',
      ({ acts }) =>
        Object.assign(acts[1]!, {
          at: 'i går',
          who: 'Bo Ahl',
          does: 'andraPunkt',
          with: { itemId: '@person:Ana Ek' },
          refused: 'nej-tack',
          doing: 'x',
        }),
      [
        'acts[1].at: ',
        'acts[1].doing: fältet finns inte',
        'acts[1].who: "Bo Ahl" finns inte bland people; menas "Bo Al"?',
        'acts[1].refused: "nej-tack" finns inte bland koderna i docs/errors.md',
        'acts[1].with.itemId: "Ana Ek" finns inte bland namnen i county; menas "Anna Ek"?',
        'acts[1].does: "andraPunkt" finns inte bland handlingarna i /api/commands',
      ],
    ],
    [
      'a county, a matter, an act and an end',
      (value) => {
        value.county.people[1]!.email = 'ingen adress';
        value.county.bodies[0]!.slug = 'Nämnden';
        value.county.roles[0]!.person = 'Ana Ek';
        Object.assign(value, { focus: { body: 'annan', meeting: '2026-02-30' }, ends: '2026-01-27 08:59' });
        Object.assign(value, {
          records: { matters: [{ number: 'N260001', series: 'M', body: 'namnden', by: 'Bo Ahl' }] },
        });
        value.acts[1]!.who = 'Ingen Alls';
        value.acts[0]!.with['year'] = 'i år';
      },
      [
        'focus.meeting: ',
        'county.people[1].email: ',
        'county.bodies[0].slug: bara a–z, siffror och bindestreck',
        'county.roles[0].person: "Ana Ek" finns inte bland people; menas "Anna Ek"?',
        'records.matters[0].organisation: ',
        'records.matters[0].title: ',
        'records.matters[0].openedOn: ',
        'records.matters[0].series: "M" finns inte bland series (code)',
        'records.matters[0].by: "Bo Ahl" finns inte bland people; menas "Bo Al"?',
        'acts[0].with.year: ',
        'acts[1].who: "Ingen Alls" finns inte bland people',
        'ends: 2026-01-27 08:59 ligger före 2026-01-27 09:00',
      ],
    ],
    [
      'a county that is not there, and an act',
      (value) => {
        Object.assign(value, { county: 'borta.json' });
        value.acts[1]!.does = 'changeItems';
      },
      [
        'county: filen borta.json finns inte',
        'acts[1].does: "changeItems" finns inte bland handlingarna i /api/commands; menas "changeItem"?',
      ],
    ],
  ])('with faults in %s tells them all, and nothing else', (_what, change, expected) => {
    const value = changed(change);
    const lines = JSON.stringify(value, null, 2).split('\n');
    const faults = faultsOf(value);
    expect(faults.map((fault) => fault.replace(/^case\.json:\d+:\d+ /, ''))).toEqual(
      expected.map((each) => expect.stringContaining(each) as string),
    );
    for (const fault of faults) {
      const [, line, field] = /^case\.json:(\d+):\d+ (?:\S*\.)?([a-zA-Z]+)(?:\[\d+\])?: /.exec(fault) ?? [];
      const missing = ['title', 'organisation', 'openedOn'].includes(field ?? '');
      if (!missing) expect(lines[Number(line) - 1]).toContain(`"${field ?? ''}"`);
    }
  });

  it('never lists all there is: a name that is like none says where the names stand', () => {
    const faults = faultsOf(changed(({ acts }) => (acts[0]!.does = 'xyz')));
    expect(faults).toEqual([
      expect.stringMatching(/: "xyz" finns inte bland handlingarna i \/api\/commands$/),
    ]);
  });

  it('that is no JSON is told where it breaks off', () => {
    expect(faultsOf('{\n  "name": "Prov"\n  "starts": 1\n}')[0]).toBe(
      'case.json:3:3 här ska det stå ett komma',
    );
    const reading = readCaseFile(path.join(folder, 'borta.json'), deps);
    expect(reading.ok ? [] : reading.faults.map(({ message }) => message)).toEqual(['filen finns inte']);
  });
});

type Case = ReturnType<typeof smallCase>;
