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
      'acts[1].with.itemId: @punkt pekar inte på något',
    ],
    [
      'a pointer at a body that is not there',
      (value: Case) => (value.acts[0]!.with['bodyId'] = '@body:annan'),
      'acts[0].with.bodyId: "annan" finns inte i county',
    ],
    [
      'an act that nobody can do',
      (value: Case) => (value.acts[0]!.does = 'signIn'),
      'acts[0].does: signIn finns inte bland handlingarna',
    ],
    [
      'a field too many',
      (value: Case) => Object.assign(value.acts[0]!.with, { extra: 1 }),
      'acts[0].with.extra: fältet finns inte',
    ],
    ['a field too few', (value: Case) => (value.acts[1]!.with = { itemId: '@item:1' }), 'acts[1].with.title'],
    ['no time to begin at', (value: Case) => (value.starts = 'i går'), 'starts'],
  ])('with %s says so at its place', (_what, change, expected) => {
    expect(faultsOf(changed(change)).join('\n')).toContain(expected);
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
