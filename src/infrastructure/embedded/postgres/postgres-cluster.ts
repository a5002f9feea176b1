import { spawnSync } from 'node:child_process';
import {
  chownSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { basename, dirname, join } from 'node:path';
import type { PostgresHome } from './postgres-home';
import { StartFault, asStartFault } from '../start-fault';

const supportedMajor = '15';

/**
 * Sees to it that a whole cluster exists. A new one is made beside its place and moved there when it is finished,
 * so an interrupted start leaves nothing but a half-made folder that never held data and is made again.
 * @returns whether it was made now
 * @throws StartFault for a cluster that is damaged or of another major version: it is never removed by itself
 */
export function ensureCluster(
  home: PostgresHome,
  superuserPassword: string,
  extraFlags: readonly string[],
): boolean {
  if (existsSync(home.cluster)) {
    checkCluster(home.cluster);
    return false;
  }
  const passwordFile = `${home.cluster}.password`;
  try {
    removeUnfinished(home.cluster);
    // A name of its own: the initdb of a killed start may still be writing in its folder.
    const unfinished = mkdtempSync(`${home.cluster}.unfinished-`);
    writeFileSync(passwordFile, `${superuserPassword}\n`, { mode: 0o600 });
    if (home.account !== undefined) {
      chownSync(unfinished, home.account.uid, home.account.gid);
      chownSync(passwordFile, home.account.uid, home.account.gid);
    }
    runInitdb(home, unfinished, passwordFile, extraFlags);
    renameSync(unfinished, home.cluster);
  } catch (error) {
    throw error instanceof StartFault ? error : asStartFault(error, dirname(home.cluster));
  } finally {
    rmSync(passwordFile, { force: true });
  }
  return true;
}

function removeUnfinished(cluster: string): void {
  mkdirSync(dirname(cluster), { recursive: true });
  for (const name of readdirSync(dirname(cluster))) {
    if (!name.startsWith(`${basename(cluster)}.unfinished-`)) continue;
    rmSync(join(dirname(cluster), name), { recursive: true, force: true, maxRetries: 3 });
  }
}

function runInitdb(
  home: PostgresHome,
  folder: string,
  passwordFile: string,
  extraFlags: readonly string[],
): void {
  // Plain ORDER BY is Swedish (å, ä, ö last) by the ICU locale; the C locale below it exists on every machine.
  const libcLocale = process.platform === 'darwin' ? 'C' : 'C.UTF-8';
  const result = spawnSync(
    join(home.programs, 'initdb'),
    [
      `--pgdata=${folder}`,
      '--username=postgres',
      `--pwfile=${passwordFile}`,
      '--auth=scram-sha-256',
      '--encoding=UTF8',
      '--locale-provider=icu',
      '--icu-locale=sv-SE',
      `--locale=${libcLocale}`,
      '--lc-messages=C',
      '--text-search-config=swedish',
      ...extraFlags,
    ],
    { cwd: '/', env: serverEnvironment(), encoding: 'utf8', ...(home.account ?? {}) },
  );
  if (result.status === 0) return;
  const said = `${result.stdout}\n${result.stderr}`.trim();
  if (/permission denied/i.test(said)) {
    throw new StartFault(
      'permission',
      `PostgreSQL får inte skriva i ${folder}. Ändra mappens rättigheter, eller lägg Samråd i en mapp som du äger.`,
      { cause: said },
    );
  }
  if (/no space left/i.test(said)) {
    throw new StartFault('no-space', `Disken är full: databasen kunde inte skapas i ${folder}.`, {
      cause: said,
    });
  }
  throw new StartFault(
    'did-not-start',
    `Databasen kunde inte skapas. PostgreSQL svarade: ${lastPart(said)}`,
    {
      cause: result.error ?? said,
    },
  );
}

function checkCluster(cluster: string): void {
  let major: string;
  try {
    major = readFileSync(join(cluster, 'PG_VERSION'), 'utf8').trim();
  } catch (error) {
    throw new StartFault(
      'damaged-data',
      `Databasen i ${cluster} saknar delar. Återställ mappen från en kopia, eller börja om med: npm start -- --fresh`,
      { cause: error },
    );
  }
  if (major !== supportedMajor) {
    throw new StartFault(
      'damaged-data',
      `Databasen i ${cluster} är skriven av PostgreSQL ${major}; Samråd har PostgreSQL ${supportedMajor}. Flytta uppgifterna med pg_dump, eller börja om med: npm start -- --fresh`,
    );
  }
  if (!existsSync(join(cluster, 'global', 'pg_control'))) {
    throw new StartFault(
      'damaged-data',
      `Databasen i ${cluster} saknar global/pg_control. Återställ mappen från en kopia, eller börja om med: npm start -- --fresh`,
    );
  }
}

/** What PostgreSQL's programs see of the environment: nothing that could point them at another cluster. */
export function serverEnvironment(): NodeJS.ProcessEnv {
  return { PATH: process.env['PATH'], LC_ALL: 'C', TZ: 'UTC' };
}

/** The end of what a program said, short enough for a message. */
export function lastPart(said: string): string {
  return said.split('\n').slice(-3).join(' / ');
}
