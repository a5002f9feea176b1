import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { dist, root } from '../../src/composition/parts';
import {
  runMigrations,
  startApp,
  stopApp,
  untilReady,
  type AppProcess,
} from '../../src/infrastructure/embedded/app-process';
import { openDataFolder } from '../../src/infrastructure/embedded/data-folder';
import {
  bringUpMailbox,
  bringUpPostgres,
  bringUpTemporal,
} from '../../src/infrastructure/embedded/installation';
import { anyFreePort } from '../../src/infrastructure/embedded/ports';
import { findPostgresHome } from '../../src/infrastructure/embedded/postgres/postgres-home';
import { databaseName, inDatabase } from '../../src/infrastructure/embedded/postgres/postgres-roles';
import { openSecrets } from '../../src/infrastructure/embedded/stored-settings';
import type { CleanUp } from './clean-up';

/** The whole product as `npm start` brings it up, with the demo county, in a folder of its own. */
export interface Product {
  readonly address: string;
  /** Sees every row of the database. */
  readonly adminUrl: string;
  /** As api and worker sign in. */
  readonly appUrl: string;
  readonly apiPid: number;
  readonly workerPid: number;
}

/** Brings the product up: PostgreSQL that waits for the disk at every commit, the workflow server on its file, mail, api, worker. */
export async function bringUpProduct(later: (act: CleanUp) => void): Promise<Product> {
  const at = mkdtempSync(path.join(tmpdir(), 'samrad-bench-'));
  chmodSync(at, 0o755);
  later(() => removed(at));
  const folder = { ...openDataFolder(at), cache: path.join(root, '.samrad', 'cache') };
  const { cluster } = findPostgresHome(folder.postgres);
  later(() => removed(cluster));
  const secrets = openSecrets(at, cluster);
  const installation = { folder, secrets, ports: {}, env: process.env, say: () => undefined };
  const postgres = await bringUpPostgres(installation);
  later(() => postgres.kept.stop());
  const temporal = await bringUpTemporal(installation);
  later(() => temporal.kept.stop());
  const mailbox = await bringUpMailbox(installation);
  later(() => mailbox.close());
  const port = await anyFreePort();
  const address = `http://127.0.0.1:${port}`;
  const env: NodeJS.ProcessEnv = {
    PATH: process.env['PATH'],
    TZ: 'UTC',
    SAMRAD_SECRET: secrets.appSecret,
    SAMRAD_PAYLOAD_KEYS: secrets.payloadKeys,
    SAMRAD_PUBLIC_URL: address,
    SAMRAD_PORT: String(port),
    SAMRAD_DEMO: '1',
    SMTP_URL: mailbox.smtpUrl,
    ...postgres.env,
    ...temporal.env,
  };
  await runMigrations(dist, env, () => undefined);
  const pids: number[] = [];
  for (const name of ['api', 'worker'] as const) {
    const app: AppProcess = { name, dist, env, logFile: path.join(folder.logs, `${name}.log`) };
    const running = await startApp(app);
    later(() => stopApp(running));
    await untilReady(app, running);
    pids.push(running.pid);
  }
  const superuser = new URL(env['DATABASE_OWNER_URL'] ?? '');
  superuser.username = 'postgres';
  superuser.password = secrets.superuserPassword;
  return {
    address,
    adminUrl: inDatabase(superuser.href, databaseName),
    appUrl: env['DATABASE_URL'] ?? '',
    apiPid: pids[0]!,
    workerPid: pids[1]!,
  };
}

function removed(folder: string): Promise<void> {
  rmSync(folder, { recursive: true, force: true });
  return Promise.resolve();
}
