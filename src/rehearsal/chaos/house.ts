import { rmSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { openDataFolder } from '../../infrastructure/embedded/data-folder';
import {
  commandLine,
  isAlive,
  lastLines,
  send,
  spawnServer,
  stopProcess,
  type RunningProcess,
} from '../../infrastructure/embedded/processes';
import { readRunRecord, type RunRecord } from '../../infrastructure/embedded/run-record';
import { PlayFault } from '../play-fault';
import { parts, type Part } from './kill-plan';

export interface HouseOptions {
  /** The data folder of the installation. */
  readonly root: string;
  /** The built modules. */
  readonly dist: string;
  readonly env: NodeJS.ProcessEnv;
}

const STOP_MS = 60_000;
const MOST_FAILED_STARTS = 5;

/**
 * An installation as `npm start` runs it: the supervisor brings up servers, api and worker, and heals what dies. When the
 * supervisor itself is killed, somebody has to start it again: that is done here.
 */
export class House {
  private running: RunningProcess | undefined;
  private stopping = false;
  private kept: Promise<void> | undefined;
  private failed: Error | undefined;
  /** How often the supervisor was started. */
  starts = 0;

  constructor(private readonly options: HouseOptions) {}

  /** Starts the supervisor and keeps it running. @throws PlayFault when it does not come up */
  async start(): Promise<void> {
    this.kept = this.keepUp();
    while (!this.isUp()) {
      if (this.failed !== undefined) throw this.failed;
      await wait(50);
    }
  }

  /** Ends a process as `kill -9` does. @returns those that were there to be killed */
  kill(victims: readonly (Part | 'supervisor')[]): string[] {
    const record = readRunRecord(this.options.root);
    const found = victims.flatMap((victim) => {
      const pid = victim === 'supervisor' ? this.running?.pid : record[victim];
      return pid !== undefined && isAlive(pid) && this.isOurs(victim, pid) ? [{ victim, pid }] : [];
    });
    for (const { pid } of found) send(pid, 'SIGKILL');
    return found.map(({ victim }) => victim);
  }

  /** Everything at once. */
  killAll(): string[] {
    return this.kill(['supervisor', ...parts]);
  }

  /** Kills the workflow server and removes its file before it is back. */
  async loseTemporalFile(): Promise<string[]> {
    const { temporal } = readRunRecord(this.options.root);
    const killed = this.kill(['temporal']);
    while (temporal !== undefined && isAlive(temporal)) await wait(1);
    const { temporal: folder } = openDataFolder(this.options.root);
    for (const end of ['', '-wal', '-shm']) rmSync(path.join(folder, `temporal.db${end}`), { force: true });
    return killed;
  }

  /** Whether this supervisor has said where it is reached. */
  isUp(): boolean {
    return this.running?.isAlive() === true && this.record().supervisor === this.running.pid;
  }

  record(): RunRecord {
    return readRunRecord(this.options.root);
  }

  /** Why the house cannot be kept up, if it cannot. */
  get fault(): Error | undefined {
    return this.failed;
  }

  /** Stops all in order; what is left is killed. */
  async stop(): Promise<void> {
    this.stopping = true;
    if (this.running !== undefined) await stopProcess(this.running, 'SIGTERM', STOP_MS);
    await this.kept;
    this.kill(parts);
  }

  private async keepUp(): Promise<void> {
    const { root, dist, env } = this.options;
    const logFile = path.join(openDataFolder(root).logs, 'supervisor.log');
    let failedStarts = 0;
    while (!this.stopping) {
      this.running = await spawnServer({
        command: process.execPath,
        args: ['--enable-source-maps', path.join(dist, 'main.js')],
        cwd: path.join(dist, '..'),
        env,
        logFile,
      });
      this.starts += 1;
      const why = await this.running.gone;
      failedStarts = why === 'SIGKILL' ? 0 : failedStarts + 1;
      if (failedStarts === MOST_FAILED_STARTS) {
        const said = lastLines(logFile, 12).join('\n');
        this.failed = new PlayFault(`Samråd gick inte att starta igen (${why}):\n${said}`);
        return;
      }
    }
  }

  /** Process numbers are used again: only what looks like ours is touched. */
  private isOurs(victim: Part | 'supervisor', pid: number): boolean {
    const words = commandLine(pid);
    if (victim === 'supervisor') return words.includes('main.js');
    if (victim === 'temporal') return words.includes(this.options.root);
    return words.includes(victim === 'postgres' ? 'postgres' : `main-${victim}.js`);
  }
}
