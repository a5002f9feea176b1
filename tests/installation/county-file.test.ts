import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { z } from 'zod';
import type { County } from '../../src/contracts/case-files/county';
import { countyFileSchemaText } from '../../src/installation/file/county-file-schema';
import { faultLine } from '../../src/installation/file/file-fault';
import { readCountyFile } from '../../src/installation/file/read-county-file';
import { readProfile } from '../../src/installation/read-profile';
import { dataFolder } from '../support/builders/bodies';
import { example, exampleFile } from './example';

describe('a county file', () => {
  let folder: string;
  let profiles: Awaited<ReturnType<typeof readProfile>>;
  beforeAll(async () => {
    z.config(z.locales.sv());
    profiles = await readProfile(dataFolder);
    folder = mkdtempSync(path.join(tmpdir(), 'samrad-county-'));
  });
  afterAll(() => rmSync(folder, { recursive: true }));

  const faultsOf = (text: string): string[] => {
    const file = path.join(folder, 'lan.json');
    writeFileSync(file, text);
    const reading = readCountyFile(file, profiles);
    return reading.ok ? [] : reading.faults.map((fault) => faultLine(fault).slice(folder.length + 1));
  };
  const changed = (change: (county: County) => unknown): string => {
    const county = example();
    change(county);
    return JSON.stringify(county, null, 2);
  };

  it('that is shipped as an example has no faults', () => {
    expect(readCountyFile(exampleFile, profiles)).toMatchObject({ ok: true });
  });

  it('tells all its faults at once, each with line and path', () => {
    const text = readFileSync(exampleFile, 'utf8')
      .replace('"person": "Maj Utterberg"', '"person": "Maj Uterberg"')
      .replace(
        '"principal": "Lunda", "party": "C", "person": "Saga Tillman"',
        '"principal": "Lund", "party": "C", "person": "Saga"',
      )
      .replace('"HJN{yy}{nnnn}"', '"HJN{yy}"');
    const lineOf = (part: string): number => 1 + text.split('\n').findIndex((line) => line.includes(part));
    expect(faultsOf(text)).toEqual([
      expect.stringMatching(`^lan.json:${lineOf('"HJN{yy}"')}:7 series\\[0\\].pattern: Nummermönstret`),
      `lan.json:${lineOf('"Lund"')}:11 bodies[0].substitutes[2].principal: "Lund" finns inte bland organets principals; menas "Lunda"?`,
      `lan.json:${lineOf('"Lund"')}:46 bodies[0].substitutes[2].person: "Saga" finns inte bland people`,
      expect.stringContaining('bodies[0].members: Lunda saknar ersättare.'),
      `lan.json:${lineOf('Uterberg')}:7 roles[0].person: "Maj Uterberg" finns inte bland people; menas "Maj Utterberg"?`,
    ]);
  });

  it('tells what refers to nothing beside what cannot be read', () => {
    const faults = faultsOf(
      changed(({ people, authorities, bodies: [body], roles }) => {
        people[0]!.email = 'ingen adress';
        authorities[1]!.orgNumber = '2321000994';
        Object.assign(body!.members[0]!, { party: undefined, person: 'Ragnhild' });
        Object.assign(body!.substitutes[1]!, { from: 'i våras' });
        body!.rules[0]!.changes = { verificationDays: 30 };
        body!.rules[0]!.decidedBy = '';
        roles[1]!.person = 'Ingen Alls';
      }),
    );
    expect(faults.map((fault) => /^lan\.json:\d+:\d+ (\S+):/.exec(fault)?.[1])).toEqual([
      'authorities[1].orgNumber',
      'people[0].email',
      'bodies[0].rules[0].decidedBy',
      'bodies[0].members[0].party',
      'bodies[0].substitutes[1].from',
      'bodies[0].members[0].person',
      'bodies[0].rules[0].changes.verificationDays',
      'roles[1].person',
    ]);
  });

  it('looks no name up in a list where a name cannot be read', () => {
    const faults = faultsOf(
      changed(({ people }) => {
        Object.assign(people[0]!, { name: 1 });
      }),
    );
    expect(faults).toEqual([expect.stringMatching(/^lan\.json:\d+:\d+ people\[0\]\.name: /)]);
  });

  it.each<[string, (county: County) => unknown, string]>([
    [
      'fewer substitutes than members',
      ({ bodies: [body] }) => body!.substitutes.pop(),
      'bodies[0].members: Nämnden har 4 ledamöter och 3 ersättare.',
    ],
    [
      'someone on two seats',
      ({ bodies: [body] }) => (body!.substitutes[0]!.person = 'Hjalmar Ekbom'),
      'bodies[0].substitutes[0].person: Personen har redan en plats i organet',
    ],
    [
      'two chairs',
      ({ bodies: [body] }) => (body!.members[2]!.office = 'chair'),
      'bodies[0].members[2].person: Organet har redan en ordförande',
    ],
    [
      'two versions of the rules from the same day',
      ({ bodies: [body] }) => body!.rules.push(body!.rules[0]!),
      'bodies[0].rules[1].validFrom: Version 1 av reglementet gäller redan',
    ],
    [
      'rules beyond the law',
      ({ bodies: [body] }) => (body!.rules[0]!.changes = { verificationDays: 30 }),
      'bodies[0].rules[0].changes.verificationDays: Reglementet ger 30 dagar',
    ],
    [
      'a recipient that nothing reaches',
      ({ bodies: [body] }) => (body!.recipients[0]!.person = null),
      'bodies[0].recipients[0].person: Mottagaren saknar person.',
    ],
    [
      'a series of another authority',
      ({ series }) => (series[0]!.authority = 'Region Havsby'),
      'bodies[0].series: Nummerserien tillhör en annan myndighet',
    ],
    [
      'a role that ends before it begins',
      ({ roles }) => (roles[0]!.until = '2022-12-31'),
      'roles[0].until: Rollen slutar',
    ],
    [
      'a role both in a body and with a principal',
      ({ roles }) => (roles[3]!.body = 'hjalpmedelsnamnden'),
      'roles[3]: rollen ska gälla antingen ett organ (body) eller en huvudman (principal)',
    ],
    [
      'a name that no address can have',
      ({ bodies: [body] }) => (body!.slug = 'Nämnden'),
      'bodies[0].slug: bara a–z, siffror och bindestreck',
    ],
    [
      'an organisation number of another form',
      ({ authorities }) => (authorities[1]!.orgNumber = '2321000994'),
      'authorities[1].orgNumber: ett organisationsnummer skrivs 212000-0920',
    ],
    [
      'one address for two people',
      ({ people }) => (people[1]!.email = people[0]!.email.toUpperCase()),
      'people[1].email: "ragnhild.sjostedt@regionhavsby.example" finns redan i people',
    ],
  ])('with %s says so at its place', (_what, change, expected) => {
    expect(faultsOf(changed(change)).join('\n')).toContain(expected);
  });

  it('may give every role there is, in a body, with a principal or in the whole installation', () => {
    const text = changed(({ roles }) => {
      for (const role of ['auditor', 'administrator', 'operator'] as const) {
        roles.push({ person: 'Loke Bergfors', role, from: '2023-01-01', until: null });
      }
    });
    expect(faultsOf(text)).toEqual([]);
  });

  it('is described by the JSON Schema as the contracts say (npm run docs)', () => {
    const described = path.resolve(__dirname, '../../docs/county-file.schema.json');
    expect(readFileSync(described, 'utf8')).toBe(countyFileSchemaText());
  });
});
