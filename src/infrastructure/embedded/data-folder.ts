import { mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { asStartFault, systemCode } from './start-fault';

/** Where one installation with embedded servers keeps what it owns. */
export interface DataFolder {
  readonly root: string;
  readonly postgres: string;
  readonly temporal: string;
  readonly cache: string;
  readonly logs: string;
  readonly mail: string;
}

/**
 * The folder `.samrad` (or another) with its parts; the parts are made when missing. It may be entered by
 * everyone, because PostgreSQL runs as another user when Samråd is started as root; secrets have their own mode.
 * @throws StartFault when the folder may not be written
 */
export function openDataFolder(root: string): DataFolder {
  const folder: DataFolder = {
    root,
    postgres: join(root, 'postgres'),
    temporal: join(root, 'temporal'),
    cache: join(root, 'cache'),
    logs: join(root, 'logs'),
    mail: join(root, 'mail'),
  };
  try {
    for (const part of [root, folder.temporal, folder.cache, folder.logs, folder.mail]) {
      mkdirSync(part, { recursive: true, mode: 0o755 });
    }
  } catch (error) {
    throw asStartFault(error, root);
  }
  return folder;
}

/** Reads a JSON file; undefined when it is missing or was cut off by a crash. */
export function readJson(path: string): unknown {
  try {
    return JSON.parse(readFileSync(path, 'utf8')) as unknown;
  } catch (error) {
    if (systemCode(error) === 'ENOENT' || error instanceof SyntaxError) return undefined;
    throw asStartFault(error, path);
  }
}

/** Writes a JSON file whole or not at all, so that a crash leaves the old one. */
export function writeJson(path: string, value: unknown, mode = 0o644): void {
  const next = `${path}.next`;
  try {
    writeFileSync(next, `${JSON.stringify(value, null, 2)}\n`, { mode });
    renameSync(next, path);
  } catch (error) {
    throw asStartFault(error, path);
  }
}

/** Removes what `--fresh` starts over from; fetched programs in the cache are kept. */
export function removeData(root: string): void {
  for (const part of [
    'postgres',
    'temporal',
    'mail',
    'logs',
    'state.json',
    'secrets.json',
    'run.json',
    'prepared.json',
  ]) {
    rmSync(join(root, part), { recursive: true, force: true });
  }
}
