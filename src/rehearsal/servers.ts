import { mkdtempSync, chmodSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { createConnection } from 'node:net';
import path from 'node:path';
import { randomBytes } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';
import { findProgram } from '../infrastructure/embedded/temporal/find-program';
import { anyFreePort } from '../infrastructure/embedded/ports';
import { findPostgresHome } from '../infrastructure/embedded/postgres/postgres-home';
import {
  databaseUrls,
  ensureDatabase,
  ensureRoles,
  inDatabase,
} from '../infrastructure/embedded/postgres/postgres-roles';
import { startPostgres, stopPostgres } from '../infrastructure/embedded/postgres/postgres-server';
import { spawnServer, stopProcess } from '../infrastructure/embedded/processes';
import { temporalTestServer } from '../infrastructure/embedded/temporal/temporal-programs';
import { startCatcher } from '../infrastructure/mail/catcher';

export interface ServerOptions {
  /** Letters are kept here. */
  readonly mailFolder: string;
  /** Fetched programs. */
  readonly cache: string;
  readonly logs: string;
  readonly env: NodeJS.ProcessEnv;
  readonly say: (line: string) => void;
}

/** What a rehearsal runs on: a fresh database, a workflow server whose time can be moved, a mailbox. */
export interface RehearsalServers {
  readonly appUrl: string;
  readonly ownerUrl: string;
  /** Sees every row; for settling and for what is kept afterwards. */
  readonly adminUrl: string;
  readonly temporalAddress: string;
  readonly smtpUrl: string;
  stop(): Promise<void>;
}

type Stop = () => Promise<void>;

/** @throws StartFault when a server does not start; those that had are stopped */
export async function bringUpServers(options: ServerOptions): Promise<RehearsalServers> {
  const stops: Stop[] = [];
  const stop = async (): Promise<void> => {
    for (const each of stops.splice(0).reverse()) await each();
  };
  try {
    const [database, temporalAddress] = await Promise.all([
      bringUpDatabase(options, stops),
      bringUpTestServer(options, stops),
    ]);
    const catcher = await startCatcher({ folder: options.mailFolder, smtpPort: 0, pagePort: 0 });
    stops.push(() => catcher.close());
    return { ...database, temporalAddress, smtpUrl: catcher.smtpUrl, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

async function bringUpDatabase(
  options: ServerOptions,
  stops: Stop[],
): Promise<Pick<RehearsalServers, 'appUrl' | 'ownerUrl' | 'adminUrl'>> {
  const passwords = {
    superuserPassword: randomBytes(16).toString('hex'),
    ownerPassword: randomBytes(16).toString('hex'),
    appPassword: randomBytes(16).toString('hex'),
  };
  const name = `rehearsal_${randomBytes(6).toString('hex')}`;
  const serverUrl = await startOwnPostgres(options, passwords.superuserPassword, stops);
  await ensureRoles(serverUrl, passwords);
  await ensureDatabase(serverUrl, name);
  return { ...databaseUrls(serverUrl, name, passwords), adminUrl: inDatabase(serverUrl, name) };
}

async function startOwnPostgres(
  { logs }: ServerOptions,
  superuserPassword: string,
  stops: Stop[],
): Promise<string> {
  const folder = mkdtempSync(path.join(tmpdir(), 'samrad-rehearsal-'));
  chmodSync(folder, 0o755);
  const home = findPostgresHome(path.join(folder, 'postgres'));
  const server = await startPostgres({
    home,
    superuserPassword,
    logFile: path.join(logs, 'postgres.log'),
    wantedPort: undefined,
    durable: false,
  });
  stops.push(async () => {
    await stopPostgres(server.process);
    for (const each of [home.cluster, folder]) rmSync(each, { recursive: true, force: true });
  });
  return server.superuserUrl;
}

async function bringUpTestServer(options: ServerOptions, stops: Stop[]): Promise<string> {
  const { cache, env, say, logs } = options;
  const program = await findProgram(temporalTestServer, { cache, env, say });
  const port = await anyFreePort();
  const running = await spawnServer({
    command: program,
    args: [String(port)],
    cwd: '/',
    env: { PATH: env['PATH'], TZ: 'UTC' },
    logFile: path.join(logs, 'temporal.log'),
  });
  stops.push(async () => {
    await stopProcess(running, 'SIGTERM', 2000);
  });
  for (let tries = 0; tries < 400 && running.isAlive(); tries += 1) {
    if (await answers(port)) return `127.0.0.1:${port}`;
    await wait(50);
  }
  throw new Error('Temporals testserver svarar inte');
}

function answers(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = createConnection({ port, host: '127.0.0.1' });
    const finish = (is: boolean) => {
      socket.destroy();
      resolve(is);
    };
    socket.once('connect', () => finish(true));
    socket.once('error', () => finish(false));
  });
}
