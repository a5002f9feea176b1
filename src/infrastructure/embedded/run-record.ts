import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { readJson, writeJson } from './data-folder';
import { adopt, commandLine, isAlive, stopProcess } from './processes';
import { StartFault, asStartFault, systemCode } from './start-fault';

/** The processes of one run and its addresses, in `run.json` of the data folder: for the next start and for tools. */
export interface RunRecord {
  supervisor?: number;
  postgres?: number;
  temporal?: number;
  api?: number;
  worker?: number;
  url?: string;
  mailUrl?: string;
}

const recordFile = (root: string) => join(root, 'run.json');
const lockFile = (root: string) => join(root, 'supervisor.lock');

/** What the last run wrote; empty when there was none. */
export function readRunRecord(root: string): RunRecord {
  const stored = readJson(recordFile(root));
  return typeof stored === 'object' && stored !== null ? stored : {};
}

/** Adds to what this run has written. */
export function noteRun(root: string, part: RunRecord): void {
  writeJson(recordFile(root), { ...readRunRecord(root), ...part });
}

/**
 * Lets one supervisor at a time own the data folder. The lock of a killed one is taken over.
 * @returns the act that gives the lock back
 * @throws StartFault when another supervisor is running
 */
export function lockRun(root: string): () => void {
  const path = lockFile(root);
  for (;;) {
    try {
      writeFileSync(path, JSON.stringify({ pid: process.pid }), { flag: 'wx' });
      return () => rmSync(path, { force: true });
    } catch (error) {
      if (systemCode(error) !== 'EEXIST') throw asStartFault(error, root);
    }
    const holder = readJson(path) as { pid?: number } | undefined;
    if (holder?.pid !== undefined && holder.pid !== process.pid && isSupervisor(holder.pid)) {
      const { url } = readRunRecord(root);
      throw new StartFault(
        'already-running',
        `Samråd körs redan (process ${String(holder.pid)})${url === undefined ? '' : ` på ${url}`}. Stoppa den med Ctrl-C i dess fönster, eller ange en annan mapp i SAMRAD_DATA_DIR.`,
      );
    }
    rmSync(path, { force: true });
  }
}

function isSupervisor(pid: number): boolean {
  return isAlive(pid) && /main\.js|start\.mjs/.test(commandLine(pid));
}

/** Ends api and worker of a supervisor that was killed; they end by themselves, so this mostly waits a moment. */
export async function endLeftovers(root: string): Promise<void> {
  const record = readRunRecord(root);
  const left = (['api', 'worker'] as const).flatMap((name) => {
    const pid = record[name];
    return pid !== undefined && isAlive(pid) && commandLine(pid).includes(`main-${name}.js`) ? [pid] : [];
  });
  await Promise.all(left.map((pid) => stopProcess(adopt(pid), 'SIGTERM', 8000)));
}
