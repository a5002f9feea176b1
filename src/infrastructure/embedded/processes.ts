import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { closeSync, existsSync, mkdirSync, openSync, readFileSync, renameSync, statSync } from 'node:fs';
import { dirname } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { StartFault, asStartFault, systemCode } from './start-fault';

/** A server process: started by us, or left running by an earlier supervisor that was killed and now taken over. */
export interface RunningProcess {
  readonly pid: number;
  /** Resolves when the process is gone, with a word for why ("kod 1", "SIGKILL"). */
  readonly gone: Promise<string>;
  isAlive(): boolean;
}

export interface SpawnOptions {
  readonly command: string;
  readonly args: readonly string[];
  readonly cwd: string;
  readonly env: NodeJS.ProcessEnv;
  readonly logFile: string;
  readonly uid?: number;
  readonly gid?: number;
  /** Opens a channel by which the child notices that its parent is gone. */
  readonly channel?: boolean;
}

/** Whether a process exists and is more than a finished one that nobody has collected. */
export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
  } catch (error) {
    if (systemCode(error) !== 'EPERM') return false;
  }
  try {
    const stat = readFileSync(`/proc/${String(pid)}/stat`, 'utf8');
    return stat.slice(stat.lastIndexOf(')') + 2, stat.lastIndexOf(')') + 3) !== 'Z';
  } catch {
    return true;
  }
}

/** The command line of a process, words separated by spaces; empty when it cannot be read. */
export function commandLine(pid: number): string {
  if (existsSync('/proc/self/cmdline')) {
    try {
      return readFileSync(`/proc/${String(pid)}/cmdline`, 'utf8')
        .replaceAll('\0', ' ')
        .trim();
    } catch {
      return '';
    }
  }
  const ps = spawnSync('ps', ['-p', String(pid), '-o', 'args='], { encoding: 'utf8' });
  return ps.status === 0 ? ps.stdout.trim() : '';
}

/**
 * Starts a long-lived process in a group of its own (Ctrl-C reaches the supervisor alone, which then stops things
 * in order), with all it says in a log file, so that it survives the loss of the supervisor's pipes.
 * @throws StartFault when the program is missing or may not be run
 */
export async function spawnServer(
  options: SpawnOptions,
): Promise<RunningProcess & { readonly child: ChildProcess }> {
  const log = openLog(options.logFile);
  const child = spawn(options.command, [...options.args], {
    cwd: options.cwd,
    env: options.env,
    detached: true,
    stdio: options.channel === true ? ['ignore', log, log, 'ipc'] : ['ignore', log, log],
    ...(options.uid === undefined ? {} : { uid: options.uid }),
    ...(options.gid === undefined ? {} : { gid: options.gid }),
  });
  const gone = new Promise<string>((resolve) => {
    child.once('exit', (code, signal) => resolve(signal ?? `kod ${String(code)}`));
  });
  try {
    await new Promise<void>((resolve, reject) => {
      child.once('spawn', resolve);
      child.once('error', reject);
    });
  } catch (error) {
    throw systemCode(error) === 'ENOENT'
      ? new StartFault('no-program', `Programmet ${options.command} finns inte.`, { cause: error })
      : asStartFault(error, options.command);
  } finally {
    closeSync(log);
  }
  child.on('error', () => undefined);
  const pid = child.pid ?? 0;
  return { pid, gone, child, isAlive: () => child.exitCode === null && child.signalCode === null };
}

/** Takes over a process that somebody else started. */
export function adopt(pid: number): RunningProcess {
  const gone = (async () => {
    while (isAlive(pid)) await wait(250);
    return 'borta';
  })();
  return { pid, gone, isAlive: () => isAlive(pid) };
}

/**
 * Asks a process to stop, and takes it down by force when it has not within the grace time (milliseconds).
 * @returns whether it stopped by itself
 */
export async function stopProcess(
  running: RunningProcess,
  signal: NodeJS.Signals,
  graceMs: number,
): Promise<boolean> {
  if (!running.isAlive()) return true;
  send(running.pid, signal);
  const inTime = await Promise.race([running.gone.then(() => true), wait(graceMs, false, { ref: false })]);
  if (inTime) return true;
  send(running.pid, 'SIGKILL');
  await Promise.race([running.gone, wait(5000, undefined, { ref: false })]);
  return false;
}

/** Sends a signal; a process that is already gone is no fault. */
export function send(pid: number, signal: NodeJS.Signals): void {
  try {
    process.kill(pid, signal);
  } catch (error) {
    if (systemCode(error) !== 'ESRCH') throw error;
  }
}

/** The last lines of a log file, for a message about what went wrong. */
export function lastLines(logFile: string, count: number): string[] {
  try {
    return readFileSync(logFile, 'utf8').trimEnd().split('\n').slice(-count);
  } catch {
    return [];
  }
}

const maxLogBytes = 5_000_000;

function openLog(logFile: string): number {
  try {
    mkdirSync(dirname(logFile), { recursive: true });
    if (existsSync(logFile) && statSync(logFile).size > maxLogBytes) renameSync(logFile, `${logFile}.1`);
    return openSync(logFile, 'a');
  } catch (error) {
    throw asStartFault(error, logFile);
  }
}
