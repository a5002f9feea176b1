import { spawn, type ChildProcess } from 'node:child_process';
import {
  chmodSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { transformFileSync } from '@swc/core';
import { Client } from 'pg';
import { runningInstallation } from '../../../src/infrastructure/embedded/running-installation';
import { isAlive } from '../../../src/infrastructure/embedded/processes';
import { readRunRecord, type RunRecord } from '../../../src/infrastructure/embedded/run-record';
import { anyFreePort } from '../../../src/infrastructure/embedded/ports';
import { serverFact } from '../../support/database';

// Whole starts of every server, on a machine that may be busy with other tests.
jest.setTimeout(180_000);

interface Health {
  starts: number;
  role: string;
  pid: number;
  zone: string;
  demo: string;
}

/** The supervisor as built, with small stand-ins for api, worker and migrations, in a folder of its own. */
describe('the supervisor', () => {
  let house: string;
  let data: string;
  let running: ChildProcess | undefined;

  beforeAll(() => {
    house = mkdtempSync(join(tmpdir(), 'samrad-test-house-'));
    chmodSync(house, 0o755);
    data = join(house, '.samrad');
    const root = join(__dirname, '..', '..', '..');
    mkdirSync(join(house, 'dist'));
    cpSync(join(root, 'dist', 'infrastructure'), join(house, 'dist', 'infrastructure'), { recursive: true });
    cpSync(join(root, 'dist', 'main.js'), join(house, 'dist', 'main.js'));
    cpSync(
      join(root, 'dist', 'composition', 'announce.js'),
      join(house, 'dist', 'composition', 'announce.js'),
      {
        recursive: true,
      },
    );
    cpSync(join(root, 'dist', 'demo', 'demo-password.js'), join(house, 'dist', 'demo', 'demo-password.js'), {
      recursive: true,
    });
    cpSync(join(root, 'dist', 'api', 'paths.js'), join(house, 'dist', 'api', 'paths.js'), {
      recursive: true,
    });
    for (const name of readdirSync(join(__dirname, 'fixtures'))) {
      const { code } = transformFileSync(join(__dirname, 'fixtures', name), {
        jsc: { target: 'es2022', parser: { syntax: 'typescript' } },
        module: { type: 'commonjs' },
      });
      writeFileSync(join(house, 'dist', name.replace('.ts', '.js')), code);
    }
    symlinkSync(join(root, 'node_modules'), join(house, 'node_modules'));
  });

  afterAll(async () => {
    await stop();
    for (const pid of Object.values(readRunRecord(data))) {
      if (typeof pid === 'number' && isAlive(pid)) process.kill(pid, 'SIGKILL');
    }
    rmSync(house, { recursive: true, force: true, maxRetries: 5 });
  });

  /** Starts the supervisor; resolves with what it said, when it is up or has given up. */
  async function start(args: string[] = [], env: Record<string, string> = {}): Promise<string> {
    const child = spawn(process.execPath, [join(house, 'dist', 'main.js'), ...args], {
      env: {
        ...process.env,
        SAMRAD_DATA_DIR: data,
        TEMPORAL_CLI: serverFact('SAMRAD_TEST_TEMPORAL_CLI'),
        SAMRAD_PORT: '',
        ...env,
      },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    running = child;
    let said = '';
    await new Promise<void>((resolve) => {
      const hear = (chunk: Buffer) => {
        said += chunk.toString();
        if (said.includes('Avsluta med Ctrl-C')) resolve();
      };
      child.stdout.on('data', hear);
      child.stderr.on('data', hear);
      child.once('exit', () => resolve());
    });
    return said;
  }

  /** Stops the supervisor; resolves with what it said about it. */
  async function stop(signal: NodeJS.Signals = 'SIGINT'): Promise<string> {
    const child = running;
    running = undefined;
    if (child === undefined || child.exitCode !== null || child.signalCode !== null) return '';
    let said = '';
    child.stdout?.on('data', (chunk: Buffer) => (said += chunk.toString()));
    const gone = new Promise((resolve) => child.once('close', resolve));
    child.kill(signal);
    await gone;
    return said;
  }

  const record = (): Required<RunRecord> => readRunRecord(data) as Required<RunRecord>;
  const health = async (): Promise<Health> =>
    (await (await fetch(`${record().url}/health`)).json()) as Health;
  const eventually = async <T>(ask: () => Promise<T>): Promise<T> => {
    for (;;) {
      try {
        return await ask();
      } catch {
        await wait(100);
      }
    }
  };

  const occupy = async (port: number) => {
    const other = createServer();
    await new Promise<void>((resolve) => other.listen(port, '127.0.0.1', resolve));
    return other;
  };

  it('refuses with what to do when the wanted port is taken', async () => {
    const port = await anyFreePort();
    const other = await occupy(port);
    const said = await start([], { SAMRAD_PORT: String(port) });
    other.close();
    expect(said).toContain(`Port ${String(port)} används av ett annat program. Stäng det`);
    expect(running?.exitCode).toBe(1);
  });

  it('starts everything and says where things are, also after a first start that was interrupted', async () => {
    mkdirSync(join(data, 'postgres.unfinished-abc'), { recursive: true });
    const said = await start();
    expect(said).toContain('ny databas');
    expect(readdirSync(data).filter((name) => name.includes('unfinished'))).toEqual([]);
    expect(said).toContain(`Öppna            ${record().url}`);
    expect(said).toContain(`Skickade mejl    ${record().mailUrl}`);
    expect(said).toMatch(/Sekreterare {2}Karin Ek \(Nämnden\), Olle Ström \(Nämnden\) och 1 till/);
    expect(await health()).toMatchObject({ starts: 1, role: 'samrad_app', zone: 'UTC', demo: '1' });
  });

  it('tells a tool beside it where its database is, as npm run reconcile needs it', async () => {
    const client = new Client({ connectionString: runningInstallation(data)?.['DATABASE_URL'] });
    await client.connect();
    expect((await client.query('select current_user as who')).rows).toEqual([{ who: 'samrad_app' }]);
    await client.end();
    expect(runningInstallation(join(data, 'nowhere'))).toBeNull();
  });

  it('refuses a second start beside a running one', async () => {
    const first = running;
    const said = await start();
    running = first;
    expect(said).toContain(`Samråd körs redan (process ${String(first?.pid)}) på ${record().url}`);
  });

  it('stops all of it in order', async () => {
    const { postgres, temporal, api, worker } = record();
    const said = await stop();
    expect([postgres, temporal, api, worker].filter(isAlive)).toEqual([]);
    expect([...said.matchAll(/Stoppar (.+)/g)].map((line) => line[1])).toEqual([
      'api',
      'worker',
      'brevlådan',
      'Temporal',
      'PostgreSQL',
    ]);
  });

  it('keeps the data at the next start, and takes another port when the old one went, saying which', async () => {
    const port = Number(new URL(record().url).port);
    const other = await occupy(port);
    const said = await start();
    other.close();
    expect(said).toContain(`Port ${String(port)} används av ett annat program`);
    expect(Number(new URL(record().url).port)).not.toBe(port);
    expect((await health()).starts).toBe(2);
  });

  it('heals a killed parent: api and worker leave, PostgreSQL and Temporal are taken over, the address stays', async () => {
    const before = record();
    await stop('SIGKILL');
    const said = await start();
    expect(said).toContain('körde redan efter ett avbrott');
    expect(record()).toMatchObject({ postgres: before.postgres, temporal: before.temporal, url: before.url });
    expect([before.api, before.worker].filter(isAlive)).toEqual([]);
    expect((await health()).starts).toBe(3);
  });

  it('starts again what dies, PostgreSQL and Temporal too, on the same addresses', async () => {
    const { api, postgres, temporal, worker } = record();
    for (const pid of [api, worker, temporal, postgres]) process.kill(pid, 'SIGKILL');
    const after = await eventually(async () => {
      const now = await health();
      if (now.pid === api || record().worker === worker || record().temporal === temporal)
        throw new Error('not yet');
      return now;
    });
    expect(after.starts).toBe(3);
  });

  it('starts over when it is told to', async () => {
    await stop();
    const said = await start(['--fresh']);
    expect(said).toContain('Börjar om');
    expect((await health()).starts).toBe(1);
  });

  it('never removes a database that lacks parts, but says what to do', async () => {
    await stop();
    rmSync(join(data, 'postgres', 'global'), { recursive: true });
    const said = await start();
    expect(said).toMatch(/saknar global\/pg_control.*npm start -- --fresh/);
    expect(existsSync(join(data, 'postgres', 'base'))).toBe(true);
  });

  it('says so when the passwords of a database are gone', async () => {
    rmSync(join(data, 'secrets.json'));
    expect(await start()).toContain('lösenorden');
  });
});
