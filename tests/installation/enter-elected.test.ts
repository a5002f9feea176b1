import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Runner } from '../../src/commands/runner/run';
import { asDay } from '../../src/domain/time/day';
import { enterElected } from '../../src/installation/enter-elected';
import { faultLine } from '../../src/installation/file/file-fault';
import { readElectedFile } from '../../src/installation/file/read-elected-file';
import { installCounty } from '../../src/installation/install-county';
import { readProfile } from '../../src/installation/read-profile';
import { readComposition } from '../../src/store/queries/bodies/composition';
import { dataFolder, emptyInstallation, type EmptyInstallation } from '../support/builders/bodies';
import { meetingOffice, type MeetingOffice } from '../support/builders/meetings';
import { fromTheSamePoint } from '../support/builders/same-point';
import { playedMeeting, sessionOf } from '../support/builders/session';
import { electedFile, example } from './example';

const silent = (): void => undefined;
const HEADINGS = 'namn;e-post;huvudman;parti;uppdrag;ordning;presidium;från;till';

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'samrad-register-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

/** Enters rows of a register into an office; what is wrong with them, when something is. */
async function entered(
  office: { readonly orm: EmptyInstallation['orm']; readonly run: Runner },
  rows: string | readonly string[],
  { check = false, run = office.run, slug = 'hjalpmedelsnamnden' } = {},
) {
  const place = path.join(folder, 'fv.csv');
  writeFileSync(place, typeof rows === 'string' ? rows : [HEADINGS, ...rows].join('\n'));
  const file = readElectedFile(place);
  const outcome = await enterElected({ run, em: office.orm.em, say: silent }, file, slug, { check });
  return outcome ?? file.faults.map((fault) => faultLine(fault).slice(folder.length + 1));
}

describe('the register of elected people', () => {
  let office: EmptyInstallation;
  fromTheSamePoint(async () => {
    office = await emptyInstallation();
    const deps = { run: office.run, em: office.orm.em, say: silent };
    await installCounty(deps, example(), await readProfile(dataFolder));
    return office;
  });

  const shipped = () => readFileSync(electedFile, 'utf8');
  /** Who has held a seat, in order. */
  const holders = async (kind: string, ordinal: number) => {
    const rows = await office.rows<{ term: string }>(
      `select concat_ws(' ', p.name, h.party, h.office, h.valid_from::text, h.valid_to::text) as term
         from seat_holder h join seat s on s.id = h.seat_id join person p on p.id = h.person_id
         where s.kind = $1 and s.ordinal = $2 order by h.valid_from`,
      [kind, ordinal],
    );
    return rows.map(({ term }) => term);
  };
  const written = async () =>
    office.rows(
      `select (select count(*) from audit_event) as acts, (select count(*) from person) as people,
         (select count(*) from seat_holder) as terms, (select count(*) from seat_holder where valid_to is not null) as ended`,
    );

  it('is entered: successors take their seats, and those before them leave the day before', async () => {
    expect(await entered(office, shipped())).toEqual({ people: 2, takes: 2, ends: 2, found: 3 });
    expect(await holders('member', 2)).toEqual([
      'Hjalmar Ekbom M 2023-01-01 2027-02-28',
      'Ylva Stenmark M 2027-03-01',
    ]);
    expect(await holders('substitute', 4)).toEqual([
      'Vidar Åkerblom S 2023-01-01 2027-02-28',
      'Iris Åkerblom S 2027-03-01',
    ]);
    expect(await holders('substitute', 1)).toEqual(['Disa Norling S 2023-01-01']);
  });

  it('is entered through commands, each with its audit row, and gives nobody a password', async () => {
    await entered(office, shipped());
    const acts = await office.rows<{ act: string }>(
      `select act from audit_event where actor = 'system' and result = 'done' order by seq desc limit 6`,
    );
    expect(acts.map(({ act }) => act).reverse()).toEqual([
      'registerPerson',
      'registerPerson',
      'endSeatHolder',
      'endSeatHolder',
      'appointSeatHolder',
      'appointSeatHolder',
    ]);
    expect(await office.rows('select 1 from account where password_hash is not null')).toEqual([]);
  });

  it('changes nothing when the same file is entered again', async () => {
    await entered(office, shipped());
    const before = await written();
    expect(await entered(office, shipped())).toEqual({ people: 0, takes: 0, ends: 0, found: 6 });
    expect(await written()).toEqual(before);
  });

  it('is only looked at with --check: what would be changed is told, and nothing is written', async () => {
    const before = await written();
    expect(await entered(office, shipped(), { check: true })).toEqual({
      people: 2,
      takes: 2,
      ends: 2,
      found: 3,
    });
    expect(await written()).toEqual(before);
  });

  it('goes on where a run was cut off, wherever that was', async () => {
    for (let run = 1; run <= 5; run += 1) {
      let acts = 0;
      const cutOff: Runner = (command, actor, input, options) => {
        acts += 1;
        if (acts > 1) throw new Error('avbrott');
        return office.run(command, actor, input, options);
      };
      await expect(entered(office, shipped(), { run: cutOff })).rejects.toThrow('avbrott');
    }
    expect(await entered(office, shipped())).toMatchObject({ takes: 1, ends: 0 });
    expect(await holders('substitute', 4)).toHaveLength(2);
  });

  it('tells every fault at once with line and heading, and then nothing is written', async () => {
    const before = await written();
    const faults = await entered(office, [
      'Ylva Stenmark;ylva@prov.example;Regon Havsby;M;ledamot;2;;2026-03-01;',
      'Yngve Stenmark;yngve@prov.example;Lunda;M;ledamot;2;;2026-03-01;',
      'Nils Lo;nils@prov.example;Lunda;M;ersättare;9;;2026-03-01;',
      'Tora Lind;tora.lindvall@lunda.example;Lunda;C;ledamot;3;vice ordförande;2023-01-01;',
      'Folke Brandt;folke.brandt@strandvik.example;Strandvik;M;ledamot;4;;2023-01-01;',
      'Disa Norling;disa.norling@regionhavsby.example;Region Havsby;S;ledamot;1;ordförande;2026-03-01;2026-02-30',
      'Einar Hovmark;einar.hovmark@regionhavsby.example;Region Havsby;M;ledamot;1;vice ordförande;2026-03-01;',
      'Hjalmar Ekbom;hjalmar.ekbom@regionhavsby.example;Region Havsby;M;ersättare;1;;2026-03-01;',
      'Rut Ny;rut@prov.example;Region Havsby;M;ersättare;2;;2023-01-01;',
    ]);
    expect(faults).toEqual([
      'fv.csv:2:33 huvudman: "Regon Havsby" finns inte bland organets huvudmän; menas "Region Havsby"?',
      'fv.csv:3:35 huvudman: plats 2 för ledamot tillhör Region Havsby',
      'fv.csv:4:45 ordning: organet har 4 platser för ersättare',
      'fv.csv:5:1 namn: adressen tillhör "Tora Lindvall", som redan är upplagd; skriv namnet så, eller rätta adressen',
      expect.stringMatching(
        /^fv\.csv:6:55 parti: Uppdraget är redan infört med ett annat parti eller en annan post/,
      ),
      'fv.csv:7:96 till: skriv dagen som 2026-02-20',
      expect.stringMatching(/^fv\.csv:8:15 e-post: Personen har redan en plats i organet/),
      expect.stringMatching(/^fv\.csv:8:76 presidium: Organet har redan en vice ordförande/),
      expect.stringMatching(/^fv\.csv:10:54 från: Platsen innehas redan från/),
    ]);
    expect(await written()).toEqual(before);
  });

  it('is of a body that is there, and not of the demo', async () => {
    await expect(entered(office, shipped(), { slug: 'hjalpmedelsnamden' })).rejects.toThrow(
      '"hjalpmedelsnamden" finns inte bland organen; menas "hjalpmedelsnamnden"?',
    );
    await office.rows(
      `insert into request select * from jsonb_populate_record(
         (select r from request r limit 1), '{"key": "demo/1", "actor": "system"}'::jsonb)`,
    );
    await expect(entered(office, shipped())).rejects.toThrow('demolänets påhittade uppgifter');
  });
});

describe('a successor in the middle of a term', () => {
  let office: MeetingOffice;
  beforeAll(async () => {
    office = await meetingOffice();
  });
  afterAll(() => office.close());

  it('does not alter who sat at the meeting that was held', async () => {
    const { meetingId } = await playedMeeting(office);
    const [seat] = await office.rows<{
      slug: string;
      principal: string;
      ordinal: number;
      email: string;
      party: string;
    }>(
      `select b.slug, q.name as principal, s.ordinal, p.email, h.party from seat s join body b on b.id = s.body_id
         join seat_holder h on h.seat_id = s.id join person p on p.id = h.person_id
         join principal q on q.id = s.principal_id
         where s.body_id = $1 and p.name = 'Samuel Lindh'`,
      [office.body],
    );
    const { slug, principal, ordinal } = seat!;
    /** All that is shown of the meeting; when a term ended is no part of it. */
    const record = async (): Promise<unknown> => {
      const composition = await readComposition(office.orm.em.fork(), office.body, asDay('2026-02-20'));
      const shown = { composition, session: await sessionOf(office, meetingId) };
      return JSON.parse(JSON.stringify(shown, (name, value: unknown) => (name === 'validTo' ? null : value)));
    };
    const before = await record();
    const successor = (from: string) => [
      `Ellen Ny;ellen.ny@prov.example;${principal};V;ledamot;${ordinal};;${from};`,
    ];
    expect(await entered(office, successor('2026-02-20'), { slug })).toEqual([
      expect.stringContaining(
        'från: Organet har sammanträtt fredag 20 februari 2026, och vem som hade platsen',
      ),
    ]);
    expect(await entered(office, successor('2026-02-21'), { slug })).toEqual({
      people: 1,
      takes: 1,
      ends: 1,
      found: 0,
    });
    expect(await record()).toEqual(before);
    const after = await readComposition(office.orm.em.fork(), office.body, asDay('2026-02-21'));
    expect(after.filter(({ name }) => name === 'Ellen Ny' || name === 'Samuel Lindh')).toMatchObject([
      { name: 'Ellen Ny', kind: 'member', ordinal },
    ]);
  });
});
