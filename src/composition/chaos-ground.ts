import { execFile } from 'node:child_process';
import { chmodSync, mkdirSync } from 'node:fs';
import path from 'node:path';
import { promisify } from 'node:util';
import { readConfig } from '../config';
import { openDataFolder } from '../infrastructure/embedded/data-folder';
import { bringUpPostgres } from '../infrastructure/embedded/installation';
import { findPostgresHome } from '../infrastructure/embedded/postgres/postgres-home';
import { buildStamp, notePrepared } from '../infrastructure/embedded/prepared';
import { openSecrets, type Secrets } from '../infrastructure/embedded/stored-settings';
import { createLog } from '../infrastructure/log';
import { createPacedTime } from '../rehearsal/chaos/paced-time';
import { momentOf } from '../rehearsal/play';
import type { ReadCase } from '../rehearsal/read-case-file';
import { migrate } from '../store/migrate';
import { enter } from './case-parts';
import { createParts, dist } from './parts';

const copy = promisify(execFile);

/** An installation that holds a case's people and register and has not begun; every run starts from a copy of it. */
export interface Ground {
  readonly root: string;
  readonly secrets: Secrets;
  /** Ids of the county's people by name. */
  readonly people: ReadonlyMap<string, string>;
}

/** The file that the clock of an installation is read from. */
export const clockFile = (root: string): string => path.join(root, 'clock');

/** Makes the installation: a database with the case's county, entered by commands on the day the case starts. */
export async function layGround(
  read: ReadCase,
  root: string,
  dayMs: number,
  say: (line: string) => void,
): Promise<Ground> {
  mkdirSync(root, { recursive: true });
  chmodSync(root, 0o755);
  const folder = openDataFolder(root);
  const secrets = openSecrets(root, findPostgresHome(folder.postgres).cluster);
  const server = await bringUpPostgres({ folder, secrets, ports: {}, env: {}, say: () => undefined });
  try {
    const { DATABASE_URL: appUrl = '', DATABASE_OWNER_URL: ownerUrl = '' } = server.env;
    await migrate(ownerUrl);
    const starts = momentOf(read.file.starts);
    createPacedTime(clockFile(root), starts, dayMs);
    // Neither the workflow server nor the mail server is there yet: what is to go waits in the rows.
    const nobody = '127.0.0.1:1';
    const config = readConfig({
      DATABASE_URL: appUrl,
      TEMPORAL_ADDRESS: nobody,
      SMTP_URL: `smtp://${nobody}`,
      SAMRAD_PUBLIC_URL: `http://${nobody}`,
      SAMRAD_SECRET: secrets.appSecret,
      SAMRAD_PAYLOAD_KEYS: secrets.payloadKeys,
      SAMRAD_CLOCK: `scaled:file:${clockFile(root)}`,
    });
    const parts = await createParts(config, createLog('tool', 'error'));
    try {
      const people = await enter(read, { run: parts.run, em: parts.orm.em, say }, starts);
      await notePrepared(root, buildStamp(dist), ownerUrl);
      return { root, secrets, people };
    } finally {
      await parts.close();
    }
  } finally {
    await server.kept.stop();
  }
}

/** A copy of the installation, with its own everything. */
export async function copyGround(ground: Ground, to: string): Promise<void> {
  await copy('cp', ['-a', ground.root, to]);
  const clusters = [ground.root, to].map((root) => findPostgresHome(openDataFolder(root).postgres));
  const [from, own] = clusters;
  if (from?.movedTo !== undefined && own !== undefined) {
    mkdirSync(path.dirname(own.cluster), { recursive: true });
    await copy('cp', ['-a', from.cluster, own.cluster]);
  }
}
