import { execFile, fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Client } from 'pg';
import { readLegalSettings } from '../../src/api/pages/legal/read-settings';
import { freshDatabase, type FreshDatabase } from '../support/database';
import { electedFile, example, exampleFile } from './example';

const dist = path.resolve(__dirname, '../../dist');

interface Run {
  readonly code: number;
  readonly said: string;
  readonly complained: string;
}

/** Runs a program as an operator does, with these settings alone. */
function run(program: string, args: readonly string[], settings: Record<string, string> = {}): Promise<Run> {
  return new Promise((done) => {
    const env = { PATH: process.env['PATH'] ?? '', TZ: 'UTC', ...settings };
    const child = execFile(
      process.execPath,
      [path.join(dist, `main-${program}.js`), ...args],
      { env },
      (_error, said, complained) => done({ code: child.exitCode ?? -1, said, complained }),
    );
  });
}

describe('the programs that play a case', () => {
  it.each([
    ['rehearse', []],
    ['rehearse', ['--ut', 'mapp', 'arende.json']],
    ['chaos', ['--korningar', '3']],
    ['chaos', ['--runs', 'tre']],
    ['chaos', ['arende.json']],
  ])('say how they are used when they are called otherwise: %s %j', async (program, args) => {
    const { code, said, complained } = await run(program, args);
    expect([code, said]).toEqual([64, '']);
    expect(complained).toContain(`Användning: npm run ${program} -- `);
    expect(complained).not.toMatch(/^\s+at /m);
  });
});

describe('the program that enters a county', () => {
  let folder: string;
  let database: FreshDatabase;
  const settings = (): Record<string, string> => ({
    DATABASE_URL: database.appUrl,
    SAMRAD_PUBLIC_URL: 'https://samrad.havsby.example/',
  });
  beforeAll(async () => {
    folder = mkdtempSync(path.join(tmpdir(), 'samrad-install-'));
    database = await freshDatabase();
  });
  afterAll(async () => {
    rmSync(folder, { recursive: true });
    await database.drop();
  });

  it('says how it is used when it is called otherwise', async () => {
    const calls = [
      [],
      ['--prova', 'lan.json'],
      ['ett.json', 'två.json'],
      ['--elected', 'fv.csv'],
      ['--body', 'namnden', 'lan.json'],
      ['--elected', 'fv.csv', '--body', 'namnden', 'lan.json'],
    ];
    for (const { code, complained } of await Promise.all(calls.map((args) => run('install', args)))) {
      expect([code, complained.split('\n')[0]]).toEqual([
        64,
        'Användning: node dist/main-install.js [--check] <länsfil.json>',
      ]);
    }
  });

  it('tells every faulty setting at once, and asks for no more than it needs', async () => {
    const { code, complained } = await run('install', [exampleFile], {
      DATABASE_URL: 'mysql://nagonstans',
      SAMRAD_DEMO: '1',
    });
    expect(code).toBe(78);
    expect(complained).toMatch(/DATABASE_URL: Ogiltig.*\n.*SAMRAD_PUBLIC_URL: saknas\n.*SAMRAD_DEMO: /);
  });

  it('checks a file without a database', async () => {
    expect(await run('install', ['--check', exampleFile])).toEqual({
      code: 0,
      said: 'Filen har inga fel.\n',
      complained: '',
    });
    const missing = await run('install', ['--check', 'borta.json']);
    expect([missing.code, missing.complained.split('\n')[0]]).toEqual([
      65,
      'borta.json:1:1 filen finns inte',
    ]);
  });

  it('enters nothing of a file with faults, and tells them all', async () => {
    const county = example();
    county.roles[0]!.person = 'Ingen Alls';
    county.bodies[0]!.hostPrincipal = 'Ingenstans';
    const file = path.join(folder, 'fel.json');
    writeFileSync(file, JSON.stringify(county, null, 2));
    const { code, complained } = await run('install', [file], settings());
    expect(code).toBe(65);
    expect(complained).toMatch(/fel\.json:\d+:\d+ bodies\[0\]\.hostPrincipal: "Ingenstans" finns inte/);
    expect(complained).toMatch(/fel\.json:\d+:\d+ roles\[0\]\.person: "Ingen Alls" finns inte/);
    expect(complained).toContain('2 fel i filen. Inget har förts in.');
  });

  it('enters the example and says what is next; run again it says that nothing has changed', async () => {
    const first = await run('install', [exampleFile], settings());
    expect([first.code, first.complained]).toEqual([0, '']);
    expect(first.said).toContain('Klart: 44 uppgifter är införda.');
    expect(first.said).toContain('Sekreteraren öppnar https://samrad.havsby.example/logga-in,');
    const again = await run('install', [exampleFile], settings());
    expect([again.code, again.said.trim().split('\n').at(-1)]).toEqual([
      0,
      'Allt i filen är redan infört. Inget har ändrats.',
    ]);
  });

  it('enters the register of elected people after it, looks first, and changes nothing the second time', async () => {
    const asked = ['--elected', electedFile, '--body', 'hjalpmedelsnamnden'];
    const looked = await run('install', ['--check', ...asked], settings());
    expect([looked.code, looked.complained, looked.said]).toEqual([
      0,
      '',
      [
        'Filen har inga fel.',
        'Så mycket skulle föras in:',
        '  personer som läggs upp: 2',
        '  uppdrag som börjar: 2',
        '  uppdrag som får en sista dag: 2',
        'Uppdrag som redan var införda: 3.',
        '',
      ].join('\n'),
    ]);
    const first = await run('install', asked, settings());
    expect([first.code, first.said.split('\n')[0]]).toEqual([0, 'Klart. Så mycket är infört:']);
    const again = await run('install', asked, settings());
    expect([again.code, again.said]).toEqual([0, 'Allt i filen är redan infört. Inget har ändrats.\n']);
  });

  it('enters nothing of a register with faults, and tells them all', async () => {
    const file = path.join(folder, 'fel.csv');
    writeFileSync(file, 'namn;e-post;huvudman;uppdrag;ordning;från\nAda;ada;Lunda;ledamot;9;i går\n');
    const asked = ['--elected', file, '--body', 'hjalpmedelsnamnden'];
    const { code, complained } = await run('install', asked, settings());
    expect(code).toBe(65);
    expect(complained).toMatch(/fel\.csv:2:5 e-post: /);
    expect(complained).toMatch(/fel\.csv:2:23 ordning: organet har 4 platser för ledamöter/);
    expect(complained).toMatch(/fel\.csv:2:25 från: skriv dagen som 2026-02-20/);
    expect(complained).toContain('3 fel i filen. Inget har förts in.');
    const other = await run('install', ['--elected', electedFile, '--body', 'radet'], settings());
    expect([other.code, other.complained]).toEqual([1, '"radet" finns inte bland organen\n']);
  });

  it('says what to do where the database has another password or does not answer', async () => {
    const wrong = new URL(database.appUrl);
    wrong.password = 'fel';
    const closed = new URL(database.appUrl);
    closed.port = '1';
    for (const [url, sentence] of [
      [wrong, 'Databasen godtar inte rollens lösenord.'],
      [closed, 'Databasen svarar inte på den angivna adressen.'],
    ] as const) {
      const answer = await run('install', [exampleFile], { ...settings(), DATABASE_URL: url.href });
      expect([answer.code, answer.complained.startsWith(sentence)]).toEqual([1, true]);
    }
  });
});

describe('the program that updates the database', () => {
  let database: FreshDatabase;
  beforeAll(async () => {
    database = await freshDatabase();
  });
  afterAll(() => database.drop());

  it('needs the two addresses and nothing else', async () => {
    expect(
      await run('migrate', [], { DATABASE_URL: database.appUrl, DATABASE_OWNER_URL: database.ownerUrl }),
    ).toEqual({
      code: 0,
      said: 'Databasen är redan den här versionens. Inget har ändrats.\n',
      complained: '',
    });
  });

  it('ends with code 78 and every faulty setting at once; with the demo it wants them all', async () => {
    const bare = await run('migrate', []);
    expect([bare.code, bare.complained.match(/^ {2}\w+/gm)]).toEqual([
      78,
      ['  DATABASE_URL', '  DATABASE_OWNER_URL'],
    ]);
    const demo = await run('migrate', [], { SAMRAD_DEMO: '1', DATABASE_URL: database.appUrl });
    expect(demo.code).toBe(78);
    expect(demo.complained).toContain('DATABASE_OWNER_URL: saknas');
    expect(demo.complained).toContain('SAMRAD_SECRET: saknas');
  });

  it('says which of the addresses is wrong', async () => {
    const wrong = new URL(database.appUrl);
    wrong.password = 'fel';
    const answer = await run('migrate', [], {
      DATABASE_URL: wrong.href,
      DATABASE_OWNER_URL: database.ownerUrl,
    });
    expect([answer.code, answer.complained]).toEqual([
      1,
      expect.stringMatching(/^DATABASE_URL: Databasen godtar inte rollens lösenord\./),
    ]);
  });
});

describe('the api with "sign in as" buttons', () => {
  let database: FreshDatabase;
  beforeAll(async () => {
    database = await freshDatabase();
  });
  afterAll(() => database.drop());

  const settings = (): Record<string, string> => ({
    DATABASE_URL: database.appUrl,
    TEMPORAL_ADDRESS: '127.0.0.1:1',
    SMTP_URL: 'smtp://127.0.0.1:1',
    SAMRAD_PORT: '0',
    SAMRAD_PUBLIC_URL: 'http://localhost:3000',
    SAMRAD_SECRET: 'ab'.repeat(32),
    SAMRAD_PAYLOAD_KEYS: `k1:${'cd'.repeat(32)}`,
    SAMRAD_DEMO: '1',
  });

  it('does not start over an installation of people who exist: it ends with code 78 and says why', async () => {
    const entered = await run('install', [exampleFile], {
      DATABASE_URL: database.appUrl,
      SAMRAD_PUBLIC_URL: 'https://samrad.havsby.example',
    });
    expect(entered.code).toBe(0);
    const { code, complained } = await run('api', [], settings());
    expect([code, complained]).toEqual([
      78,
      expect.stringContaining('SAMRAD_DEMO: databasen i DATABASE_URL har inte demolänets påhittade personer'),
    ]);
  });

  it('serves over the demo county, which its first act tells', async () => {
    const admin = new Client({ connectionString: database.adminUrl });
    await admin.connect();
    await admin.query(
      `insert into request select 'system', 'demo/1', act, input_hash, result, created_at from request limit 1`,
    );
    await admin.end();
    const api = fork(path.join(dist, 'main-api.js'), {
      env: { PATH: process.env['PATH'] ?? '', TZ: 'UTC', ...settings() },
      silent: true,
    });
    const ended = new Promise((gone) => api.once('exit', gone));
    expect(await Promise.race([once(api, 'message'), ended])).toEqual([{ ready: 'api' }, undefined]);
    api.kill('SIGTERM');
    expect(await ended).toBe(0);
  });
});

describe('the api of an installation without the demo', () => {
  let database: FreshDatabase;
  beforeAll(async () => {
    database = await freshDatabase();
  });
  afterAll(() => database.drop());

  it('ends with code 78 where what the law wants told is missing', async () => {
    const { code, complained } = await run('api', [], {
      DATABASE_URL: database.appUrl,
      TEMPORAL_ADDRESS: '127.0.0.1:1',
      SMTP_URL: 'smtp://127.0.0.1:1',
      SAMRAD_PUBLIC_URL: 'https://samrad.havsby.example',
      SAMRAD_SECRET: 'ab'.repeat(32),
      SAMRAD_PAYLOAD_KEYS: `k1:${'cd'.repeat(32)}`,
    });
    expect([code, complained]).toEqual([78, expect.stringContaining('SAMRAD_LEGAL_FILE saknas')]);
  });

  it('may begin from the example of it', () => {
    const shipped = path.resolve(__dirname, '../../data/installation/legal.json');
    expect(readLegalSettings(shipped, false).owner).toBe('Region Havsby');
  });
});
