/**
 * How long `npm start` takes in a copy of the project with its packages installed: the first time, when everything is built, the
 * database made and the demo county loaded; and the second time, when all of that is there. Then what api, worker and the servers
 * cost while nobody uses them. Run: npm run bench -- starts
 */
import { spawn, type ChildProcess } from 'node:child_process';
import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  chmodSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as wait } from 'node:timers/promises';
import { root } from '../src/composition/parts';
import { findPostgresHome } from '../src/infrastructure/embedded/postgres/postgres-home';
import { readRunRecord } from '../src/infrastructure/embedded/run-record';
import { anyFreePort } from '../src/infrastructure/embedded/ports';
import { cleanedUp } from './support/clean-up';
import { cpuOf } from './support/reader';
import { run, say } from './support/report';

const SECOND_START_S = 10;
const IDLE_SECONDS = 60;
/** Nothing of an earlier build or start; the programs that a first start fetches are kept apart. */
const leftOut = new Set(['node_modules', 'dist', '.samrad', '.git', 'coverage', 'utdata']);

run(() =>
  cleanedUp(async (later) => {
    const copy = mkdtempSync(path.join(tmpdir(), 'samrad-bench-'));
    chmodSync(copy, 0o755);
    later(() => removed(copy));
    for (const part of readdirSync(root))
      if (!leftOut.has(part)) cpSync(path.join(root, part), path.join(copy, part), { recursive: true });
    symlinkSync(path.join(root, 'node_modules'), path.join(copy, 'node_modules'));
    mkdirSync(path.join(copy, '.samrad'), { mode: 0o755 });
    cpSync(path.join(root, '.samrad', 'cache'), path.join(copy, '.samrad', 'cache'), { recursive: true });
    const data = path.join(copy, '.samrad');
    later(() => removed(findPostgresHome(path.join(data, 'postgres')).cluster));
    let running: ChildProcess | undefined;
    later(async () => {
      if (running !== undefined) await stop(running);
    });

    const port = await anyFreePort();
    const start = async (): Promise<number> => {
      const begun = performance.now();
      running = startProject(copy, port);
      await untilAnswers(running, port);
      return (performance.now() - begun) / 1000;
    };
    say('First start (build, new database, demo county)', `${(await start()).toFixed(1)} s`);
    await stop(running!);
    for (const which of ['Second start', 'Third start']) {
      const seconds = await start();
      const missed = seconds <= SECOND_START_S ? '' : ' MISSED';
      say(which, `${seconds.toFixed(1)} s`, `<= ${SECOND_START_S} s${missed}`);
      if (which === 'Second start') await stop(running!);
    }
    await wait(10_000);
    const pids = readRunRecord(data);
    const named = (['api', 'worker', 'postgres', 'temporal', 'supervisor'] as const).flatMap((name) => {
      const pid = pids[name];
      return pid === undefined ? [] : [{ name, pids: [pid, ...childrenOf(pid, name)] }];
    });
    const before = named.map((each) => each.pids.map((pid) => cpuOf(pid) ?? 0));
    await wait(IDLE_SECONDS * 1000);
    say(`Idle with the county loaded, over ${IDLE_SECONDS} s`, 'share of one core');
    for (const [index, { name, pids: of }] of named.entries()) {
      const used = of.reduce((sum, pid, at) => sum + (cpuOf(pid) ?? 0) - before[index]![at]!, 0);
      say(
        `  ${name}`,
        `${((used / (IDLE_SECONDS * 1000)) * 100).toFixed(1)} %, ${memoryOf(of).toFixed(0)} MB`,
      );
    }
  }),
);

function startProject(folder: string, port: number): ChildProcess {
  const child = spawn(process.execPath, ['scripts/start.mjs'], {
    cwd: folder,
    env: { PATH: process.env['PATH'], HOME: process.env['HOME'], SAMRAD_PORT: String(port) },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  child.stdout.resume();
  createInterface({ input: child.stderr }).on('line', (line) => process.stderr.write(`  ${line}\n`));
  return child;
}

/** The sign-in page answers: the first moment at which somebody can use it. */
async function untilAnswers(child: ChildProcess, port: number): Promise<void> {
  while (child.exitCode === null) {
    const answer = await fetch(`http://127.0.0.1:${port}/logga-in`).catch(() => undefined);
    if (answer?.ok === true) return;
    await wait(25);
  }
  throw new Error(`npm start ended with code ${child.exitCode}`);
}

async function stop(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null) return;
  const gone = new Promise((resolve) => child.once('exit', resolve));
  child.kill('SIGTERM');
  await gone;
}

/** PostgreSQL serves each connection in a process of its own. */
function childrenOf(parent: number, name: string): number[] {
  if (name !== 'postgres') return [];
  return readdirSync('/proc')
    .filter((entry) => /^\d+$/.test(entry))
    .map(Number)
    .filter((pid) => statusOf(pid, 'PPid') === parent);
}

function memoryOf(pids: readonly number[]): number {
  return pids.reduce((sum, pid) => sum + (statusOf(pid, 'RssAnon') ?? 0) / 1024, 0);
}

function statusOf(pid: number, field: string): number | undefined {
  try {
    const line = readFileSync(`/proc/${pid}/status`, 'utf8')
      .split('\n')
      .find((each) => each.startsWith(`${field}:`));
    return line === undefined ? undefined : Number.parseInt(line.split(':')[1]!.trim(), 10);
  } catch {
    return undefined;
  }
}

function removed(folder: string): Promise<void> {
  rmSync(folder, { recursive: true, force: true });
  return Promise.resolve();
}
