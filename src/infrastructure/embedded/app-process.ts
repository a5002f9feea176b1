import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as wait } from 'node:timers/promises';
import { lastLines, spawnServer, stopProcess, type RunningProcess } from './processes';
import { StartFault } from './start-fault';

/** One of the processes of Samråd itself. */
export interface AppProcess {
  readonly name: 'api' | 'worker';
  /** Folder of the built modules. */
  readonly dist: string;
  readonly env: NodeJS.ProcessEnv;
  readonly logFile: string;
}

/** An app process that has been started, and the moment when it says that it serves. */
export type StartedApp = RunningProcess & { readonly ready: Promise<void> };

/** The exit code of a process whose configuration is faulty: starting it again would not help. */
export const faultyConfiguration = 'kod 78';

/** Starts api or worker as a process of its own, with its log in a file. */
export async function startApp(app: AppProcess): Promise<StartedApp> {
  const started = await spawnServer({
    command: process.execPath,
    args: [
      '--enable-source-maps',
      '--require',
      join(app.dist, 'infrastructure', 'embedded', 'leave-with-parent.js'),
      join(app.dist, `main-${app.name}.js`),
    ],
    cwd: join(app.dist, '..'),
    env: app.env,
    logFile: app.logFile,
    channel: true,
  });
  const ready = new Promise<void>((resolve) => {
    started.child.on('message', () => {
      resolve();
    });
  });
  return { ...started, ready };
}

/** Asks api or worker to finish what it does and end. */
export async function stopApp(running: RunningProcess): Promise<void> {
  await stopProcess(running, 'SIGTERM', 15_000);
}

/**
 * Waits until a process says that it serves.
 * @throws StartFault with the end of its log when it ends first, or has not said so in time
 */
export async function untilReady(app: AppProcess, running: StartedApp): Promise<void> {
  const outcome = await Promise.race([
    running.ready.then(() => 'ready'),
    running.gone,
    wait(60_000, 'svarar inte', { ref: false }),
  ]);
  if (outcome === 'ready') return;
  throw new StartFault(
    'did-not-start',
    [
      `${app.name} startade inte (${outcome}). Det sista i ${app.logFile}:`,
      ...lastLines(app.logFile, 12).map((line) => `  ${line}`),
    ].join('\n'),
  );
}

/**
 * Runs migrations and, in an empty demo database, the loading of the demo county; what it says goes to the screen.
 * @throws StartFault when it fails
 */
export async function runMigrations(
  dist: string,
  env: NodeJS.ProcessEnv,
  say: (line: string) => void,
): Promise<void> {
  const child = spawn(process.execPath, ['--enable-source-maps', join(dist, 'main-migrate.js')], {
    cwd: join(dist, '..'),
    env,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const complaints: string[] = [];
  createInterface({ input: child.stdout }).on('line', (line) => say(`  ${line}`));
  createInterface({ input: child.stderr }).on('line', (line) => complaints.push(line));
  const code = await new Promise<number | null>((resolve) => {
    child.once('close', resolve);
  });
  if (code === 0) return;
  throw new StartFault(
    'did-not-start',
    ['Databasen kunde inte göras i ordning:', ...complaints.slice(-12).map((line) => `  ${line}`)].join('\n'),
  );
}
