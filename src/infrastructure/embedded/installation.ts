import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { startCatcher, type MailCatcher } from '../mail/catcher';
import { removeData, type DataFolder } from './data-folder';
import { findProgram } from './temporal/find-program';
import { keepRunning, type KeptProcess } from './keep-running';
import { freePort } from './ports';
import { findPostgresHome } from './postgres/postgres-home';
import { databaseName, databaseUrls, ensureDatabase, ensureRoles } from './postgres/postgres-roles';
import { startPostgres, stopPostgres } from './postgres/postgres-server';
import { adopt, commandLine, isAlive } from './processes';
import { noteRun, readRunRecord } from './run-record';
import type { Secrets, StoredPorts } from './stored-settings';
import { temporalCli } from './temporal/temporal-programs';
import { startTemporal, stopTemporal } from './temporal/temporal-server';

/** What one embedded server needs to know. */
export interface Installation {
  readonly folder: DataFolder;
  readonly secrets: Secrets;
  readonly ports: StoredPorts;
  readonly env: NodeJS.ProcessEnv;
  readonly say: (line: string) => void;
}

/** A server that is up, kept running, with what api and worker need to reach it. */
export interface Server {
  readonly kept: KeptProcess;
  readonly env: Readonly<Record<string, string>>;
}

export const temporalNamespace = 'samrad';

/** Brings up PostgreSQL with roles and database. The port is noted in `ports`. */
export async function bringUpPostgres(installation: Installation): Promise<Server> {
  const { folder, secrets, ports, say } = installation;
  const home = findPostgresHome(folder.postgres);
  if (home.movedTo !== undefined) {
    say(
      `  PostgreSQL körs som användaren postgres, som inte kommer in här; databasen ligger i ${home.movedTo}`,
    );
  }
  const options = {
    home,
    superuserPassword: secrets.superuserPassword,
    logFile: join(folder.logs, 'postgres.log'),
  };
  const server = await startPostgres({ ...options, wantedPort: ports.postgres });
  ports.postgres = server.port;
  await ensureRoles(server.superuserUrl, secrets);
  await ensureDatabase(server.superuserUrl);
  const how = {
    made: 'ny databas',
    started: 'databasen finns kvar',
    takenOver: 'körde redan efter ett avbrott',
  };
  say(`  PostgreSQL är igång (${how[server.how]}, port ${String(server.port)})`);
  const urls = databaseUrls(server.superuserUrl, databaseName, secrets);
  const kept = keepRunning({
    name: 'PostgreSQL',
    first: server.process,
    restart: async () =>
      (await startPostgres({ ...options, wantedPort: server.port, samePort: true })).process,
    stop: stopPostgres,
    say,
    onStart: (pid) => noteRun(folder.root, { postgres: pid }),
  });
  return { kept, env: { DATABASE_URL: urls.appUrl, DATABASE_OWNER_URL: urls.ownerUrl } };
}

/** Brings up the workflow server, fetching its program first when the machine lacks it. */
export async function bringUpTemporal(installation: Installation): Promise<Server> {
  const { folder, ports, say } = installation;
  const program = await findProgram(temporalCli, {
    cache: folder.cache,
    env: installation.env,
    say: (line) => say(`  ${line}`),
  });
  const options = {
    program,
    folder: folder.temporal,
    namespace: temporalNamespace,
    logFile: join(folder.logs, 'temporal.log'),
  };
  const server = await startTemporal({ ...options, wantedPort: ports.temporal });
  ports.temporal = server.port;
  say(
    `  Temporal är igång (${server.how === 'takenOver' ? 'körde redan efter ett avbrott, ' : ''}port ${String(server.port)})`,
  );
  const kept = keepRunning({
    name: 'Temporal',
    first: server.process,
    restart: async () =>
      (await startTemporal({ ...options, wantedPort: server.port, samePort: true })).process,
    stop: stopTemporal,
    say,
    onStart: (pid) => noteRun(folder.root, { temporal: pid }),
  });
  return { kept, env: { TEMPORAL_ADDRESS: server.address, TEMPORAL_NAMESPACE: temporalNamespace } };
}

/** Starts the mailbox that takes all mail where no SMTP server is configured. */
export async function bringUpMailbox({ folder, ports, say }: Installation): Promise<MailCatcher> {
  const catcher = await startCatcher({
    folder: folder.mail,
    smtpPort: await freePort(ports.smtp),
    pagePort: await freePort(ports.mailPage),
  });
  ports.smtp = Number(new URL(catcher.smtpUrl).port);
  ports.mailPage = Number(new URL(catcher.pageUrl).port);
  say(`  Brevlådan är igång (port ${String(ports.mailPage)})`);
  return catcher;
}

/** Starts over: ends servers that a killed parent left and removes all data of the installation. */
export async function startOver(folder: DataFolder, say: (line: string) => void): Promise<void> {
  say(`· Börjar om: databas, processer, mejl, loggar och lösenord i ${folder.root} tas bort.`);
  const record = readRunRecord(folder.root);
  const home = findPostgresHome(folder.postgres);
  const { postgres, temporal } = record;
  if (postgres !== undefined && isAlive(postgres) && commandLine(postgres).includes(home.cluster)) {
    await stopPostgres(adopt(postgres));
  }
  if (temporal !== undefined && isAlive(temporal) && commandLine(temporal).includes(folder.temporal)) {
    await stopTemporal(adopt(temporal));
  }
  rmSync(home.cluster, { recursive: true, force: true });
  removeData(folder.root);
}
