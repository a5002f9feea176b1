import { existsSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { Client } from 'pg';
import { freePort } from '../ports';
import { ensureCluster, lastPart, serverEnvironment } from './postgres-cluster';
import type { PostgresHome } from './postgres-home';
import {
  adopt,
  commandLine,
  isAlive,
  lastLines,
  spawnServer,
  stopProcess,
  type RunningProcess,
} from '../processes';
import { StartFault } from '../start-fault';

export interface PostgresOptions {
  readonly home: PostgresHome;
  readonly superuserPassword: string;
  readonly logFile: string;
  /** The port of an earlier start. */
  readonly wantedPort: number | undefined;
  /** Fails rather than taking another port: others already know this one. */
  readonly samePort?: boolean;
  /** False only for tests that never kill the server: gives up safety for speed. */
  readonly durable?: boolean;
}

/** A PostgreSQL server that answers. */
export interface PostgresServer {
  readonly process: RunningProcess;
  readonly port: number;
  /** `made`: a new cluster; `started`: an existing one; `takenOver`: it was still running after a killed parent. */
  readonly how: 'made' | 'started' | 'takenOver';
  /** Connection address of the superuser, for the maintenance database. */
  readonly superuserUrl: string;
}

const patienceMs = 30_000;

/**
 * Brings up PostgreSQL: connects first, and starts it only when nobody answers (a killed parent leaves it running).
 * @throws StartFault with what to do, when it cannot be brought up
 */
export async function startPostgres(options: PostgresOptions): Promise<PostgresServer> {
  const { home, superuserPassword } = options;
  const made = ensureCluster(home, superuserPassword, options.durable === false ? ['--no-sync'] : []);
  const left = await takeOver(home.cluster, superuserPassword);
  if (left !== undefined) return left;
  const deadline = performance.now() + patienceMs;
  let port = options.samePort === true ? (options.wantedPort ?? 0) : await freePort(options.wantedPort);
  for (;;) {
    const server = await spawnPostgres(options, port);
    if (server !== undefined) return { ...server, how: made ? 'made' : 'started' };
    const said = lastLines(options.logFile, 12).join('\n');
    if (/could not bind|address already in use/i.test(said) && options.samePort !== true)
      port = await freePort(undefined);
    else if (performance.now() > deadline || !/shared memory|lock file|could not bind/i.test(said))
      throw whyNot(said, home.cluster);
    else await wait(300);
  }
}

/** The running server of this cluster, if there is one and it opens with our password. */
async function takeOver(cluster: string, password: string): Promise<PostgresServer | undefined> {
  const deadline = performance.now() + patienceMs;
  for (;;) {
    const file = readPidFile(cluster);
    if (file === undefined) return undefined;
    const ours = isAlive(file.pid) && commandLine(file.pid).includes(cluster);
    if (!ours) {
      // The number may belong to another program by now, and PostgreSQL would refuse to start because of it.
      rmSync(join(cluster, 'postmaster.pid'), { force: true });
      return undefined;
    }
    const superuserUrl = url(file.port, password);
    const answer = await ask(superuserUrl);
    if (answer === 'ready')
      return { process: adopt(file.pid), port: file.port, how: 'takenOver', superuserUrl };
    if (answer === 'wrong-password') {
      throw new StartFault(
        'wrong-secrets',
        `PostgreSQL körs redan för ${cluster}, men öppnas inte med det sparade lösenordet. Lägg tillbaka secrets.json från en kopia, eller börja om med: npm start -- --fresh`,
      );
    }
    if (performance.now() > deadline) {
      throw new StartFault(
        'did-not-start',
        `En tidigare PostgreSQL (process ${String(file.pid)}) körs men svarar inte. Avsluta den och starta om.`,
      );
    }
    await wait(100);
  }
}

async function spawnPostgres(
  options: PostgresOptions,
  port: number,
): Promise<Omit<PostgresServer, 'how'> | undefined> {
  const { home } = options;
  const settings = [
    'listen_addresses=127.0.0.1',
    'unix_socket_directories=',
    'timezone=UTC',
    'log_timezone=UTC',
    'log_min_messages=warning',
    'log_checkpoints=off',
    'max_connections=200',
    ...(options.durable === false ? ['fsync=off', 'synchronous_commit=off', 'full_page_writes=off'] : []),
  ];
  const running = await spawnServer({
    command: join(home.programs, 'postgres'),
    args: ['-D', home.cluster, '-p', String(port), ...settings.flatMap((setting) => ['-c', setting])],
    cwd: '/',
    env: serverEnvironment(),
    logFile: options.logFile,
    ...(home.account ?? {}),
  });
  const superuserUrl = url(port, options.superuserPassword);
  const deadline = performance.now() + patienceMs;
  while (running.isAlive()) {
    if ((await ask(superuserUrl)) === 'ready') return { process: running, port, superuserUrl };
    if (performance.now() > deadline) {
      await stopPostgres(running);
      throw whyNot(lastLines(options.logFile, 12).join('\n'), home.cluster);
    }
    await wait(25);
  }
  return undefined;
}

/** Stops the server in an orderly way: open sessions are ended, everything is written. */
export async function stopPostgres(running: RunningProcess): Promise<void> {
  await stopProcess(running, 'SIGINT', 15_000);
}

/** Whether PostgreSQL answers at this address with this password. */
async function ask(superuserUrl: string): Promise<'ready' | 'not-yet' | 'wrong-password'> {
  const client = new Client({ connectionString: superuserUrl, connectionTimeoutMillis: 2000 });
  client.on('error', () => undefined);
  try {
    await client.connect();
    await client.query('select 1');
    return 'ready';
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : undefined;
    return code === '28P01' || code === '28000' ? 'wrong-password' : 'not-yet';
  } finally {
    await client.end().catch(() => undefined);
  }
}

function readPidFile(cluster: string): { pid: number; port: number } | undefined {
  const path = join(cluster, 'postmaster.pid');
  if (!existsSync(path)) return undefined;
  const lines = readFileSync(path, 'utf8').split('\n');
  return { pid: Number(lines[0]), port: Number(lines[3]) };
}

function url(port: number, password: string): string {
  return `postgresql://postgres:${password}@127.0.0.1:${String(port)}/postgres`;
}

function whyNot(said: string, cluster: string): StartFault {
  if (/no space left/i.test(said)) {
    return new StartFault('no-space', `Disken är full: PostgreSQL kan inte skriva i ${cluster}.`, {
      cause: said,
    });
  }
  if (/permission denied|invalid permissions|wrong ownership/i.test(said)) {
    return new StartFault(
      'permission',
      `PostgreSQL får inte läsa eller skriva i ${cluster}. Mappen ska ägas av den som startar Samråd (eller av postgres, när Samråd startas som root).`,
      { cause: said },
    );
  }
  if (/could not bind|address already in use/i.test(said)) {
    return new StartFault('port-taken', 'Databasens port används av ett annat program. Starta om Samråd.', {
      cause: said,
    });
  }
  return new StartFault('did-not-start', `PostgreSQL startade inte. Den svarade: ${lastPart(said)}`, {
    cause: said,
  });
}
