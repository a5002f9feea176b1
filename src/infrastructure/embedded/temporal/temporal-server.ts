import { createConnection } from 'node:net';
import { existsSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { freePort } from '../ports';
import {
  adopt,
  commandLine,
  isAlive,
  lastLines,
  spawnServer,
  stopProcess,
  type RunningProcess,
} from '../processes';
import { StartFault, asStartFault } from '../start-fault';

export interface TemporalOptions {
  /** Path of the `temporal` program. */
  readonly program: string;
  /** Folder of the file database; undefined keeps everything in memory. */
  readonly folder: string | undefined;
  readonly namespace: string;
  readonly logFile: string;
  readonly wantedPort: number | undefined;
  readonly samePort?: boolean;
}

export interface TemporalServer {
  readonly process: RunningProcess;
  readonly port: number;
  readonly address: string;
  readonly how: 'started' | 'takenOver';
}

const patienceMs = 40_000;
const databaseFile = 'temporal.db';
const MOST_FALLS = 3;

/**
 * Brings up the workflow server, taking over one that a killed parent left running on the same file.
 * A file of another server version is thrown away: its tables are only made when it is new, and every process
 * finds its place again from the rows (`npm run reconcile`).
 * @throws StartFault when it does not answer in time
 */
export async function startTemporal(options: TemporalOptions): Promise<TemporalServer> {
  const left = await takeOver(options);
  if (left !== undefined) return left;
  const deadline = performance.now() + patienceMs;
  let port = options.samePort === true ? (options.wantedPort ?? 0) : await freePort(options.wantedPort);
  prepareFolder(options);
  let falls = 0;
  for (;;) {
    const running = await spawnServer({
      command: options.program,
      args: startArguments(options, port),
      cwd: options.folder ?? '/',
      env: { PATH: process.env['PATH'], HOME: process.env['HOME'], TZ: 'UTC' },
      logFile: options.logFile,
    });
    if (await untilServes(running, port, options.namespace, deadline)) {
      remember(options, running.pid, port);
      return { process: running, port, address: `127.0.0.1:${String(port)}`, how: 'started' };
    }
    const said = lastLines(options.logFile, 6).join(' / ');
    // A port that is taken is given back soon. The server chooses ports inside itself too, and falls with a long trace when
    // one of them is taken: it comes up the next time.
    const taken = /in use|can't set port|already/i.test(said);
    const fell = !running.isAlive();
    await stopTemporal(running);
    falls += fell ? 1 : 0;
    if (performance.now() > deadline || (!taken && (!fell || falls === MOST_FALLS))) {
      throw new StartFault('did-not-start', `Temporal-servern startade inte. Den svarade: ${said}`);
    }
    if (options.samePort !== true) port = await freePort(undefined);
    await wait(300);
  }
}

/** Stops the server; it writes what it has first. */
export async function stopTemporal(running: RunningProcess): Promise<void> {
  await stopProcess(running, 'SIGTERM', 10_000);
}

function startArguments(options: TemporalOptions, port: number): string[] {
  return [
    'server',
    'start-dev',
    '--headless',
    '--ip=127.0.0.1',
    `--port=${String(port)}`,
    `--namespace=${options.namespace}`,
    '--log-level=warn',
    '--dynamic-config-value=frontend.enableServerVersionCheck=false',
    ...(options.folder === undefined ? [] : [`--db-filename=${join(options.folder, databaseFile)}`]),
  ];
}

async function untilServes(
  running: RunningProcess,
  port: number,
  namespace: string,
  deadline: number,
): Promise<boolean> {
  while (running.isAlive() && performance.now() < deadline) {
    if ((await answers(port)) && (await serves(port, namespace))) return true;
    await wait(50);
  }
  return false;
}

/** Whether the server does its work: on a busy machine it takes connections a good while before it is healthy. */
async function serves(port: number, namespace: string): Promise<boolean> {
  const { Connection } = await import('@temporalio/client');
  try {
    const connection = await Connection.connect({ address: `127.0.0.1:${String(port)}` });
    try {
      await connection.withDeadline(Date.now() + 1000, () =>
        connection.workflowService.describeNamespace({ namespace }),
      );
      return true;
    } finally {
      await connection.close();
    }
  } catch {
    return false;
  }
}

/** Whether something accepts connections on the port. */
async function answers(port: number): Promise<boolean> {
  return await new Promise((resolve) => {
    const socket = createConnection({ port, host: '127.0.0.1' });
    const finish = (ready: boolean) => {
      socket.destroy();
      resolve(ready);
    };
    socket.setTimeout(1000, () => finish(false));
    socket.once('connect', () => finish(true));
    socket.once('error', () => finish(false));
  });
}

async function takeOver(options: TemporalOptions): Promise<TemporalServer | undefined> {
  if (options.folder === undefined) return undefined;
  const [pid = Number.NaN, port = Number.NaN] = readIfThere(join(options.folder, 'temporal.pid'))
    .split(' ')
    .map(Number);
  if (!Number.isInteger(pid) || !isAlive(pid)) return undefined;
  if (!commandLine(pid).includes(`--db-filename=${join(options.folder, databaseFile)}`)) return undefined;
  const running = adopt(pid);
  const sameProgram = commandLine(pid).startsWith(options.program);
  const portFits = options.samePort !== true || options.wantedPort === port;
  if (
    sameProgram &&
    portFits &&
    (await untilServes(running, port, options.namespace, performance.now() + 5000))
  ) {
    return { process: running, port, address: `127.0.0.1:${String(port)}`, how: 'takenOver' };
  }
  await stopTemporal(running);
  return undefined;
}

function prepareFolder({ folder, program }: TemporalOptions): void {
  if (folder === undefined) return;
  try {
    const versionFile = join(folder, 'version');
    const version = `${basename(program)} ${String(statSync(program).size)}`;
    if (existsSync(join(folder, databaseFile)) && readIfThere(versionFile) !== version) {
      for (const end of ['', '-wal', '-shm']) rmSync(join(folder, `${databaseFile}${end}`), { force: true });
    }
    writeFileSync(versionFile, version);
  } catch (error) {
    throw asStartFault(error, folder);
  }
}

function remember({ folder }: TemporalOptions, pid: number, port: number): void {
  if (folder !== undefined) writeFileSync(join(folder, 'temporal.pid'), `${String(pid)} ${String(port)}`);
}

function readIfThere(path: string): string {
  return existsSync(path) ? readFileSync(path, 'utf8') : '';
}
