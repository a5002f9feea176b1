import { join } from 'node:path';
import { announce } from './composition/announce';
import {
  faultyConfiguration,
  runMigrations,
  startApp,
  stopApp,
  untilReady,
  type AppProcess,
} from './infrastructure/embedded/app-process';
import { trainingClock } from './infrastructure/clock/training';
import { openDataFolder, type DataFolder } from './infrastructure/embedded/data-folder';
import {
  bringUpMailbox,
  bringUpPostgres,
  bringUpTemporal,
  startOver,
  type Installation,
} from './infrastructure/embedded/installation';
import { keepRunning } from './infrastructure/embedded/keep-running';
import { freePort, isFreePort } from './infrastructure/embedded/ports';
import { findPostgresHome } from './infrastructure/embedded/postgres/postgres-home';
import { buildStamp, isPrepared, notePrepared } from './infrastructure/embedded/prepared';
import { endLeftovers, lockRun, noteRun } from './infrastructure/embedded/run-record';
import { StartFault } from './infrastructure/embedded/start-fault';
import { openSecrets, readPorts, writePorts } from './infrastructure/embedded/stored-settings';

/**
 * The supervisor behind `npm start`: brings up the servers that are not configured, migrates, runs api and worker
 * as two processes, starts again what dies, and stops all in order. In production api and worker run without it.
 */
const say = (line: string) => process.stdout.write(`${line}\n`);

const defaultPort = 3000;

/** What has been started, in the order in which it is stopped. */
const stops: { readonly order: number; readonly name: string; readonly stop: () => Promise<void> }[] = [];

async function run(): Promise<void> {
  const begun = performance.now();
  const folder = openDataFolder(process.env['SAMRAD_DATA_DIR'] ?? join(__dirname, '..', '.samrad'));
  const unlock = lockRun(folder.root);
  stops.push({
    order: 9,
    name: '',
    stop: () => {
      unlock();
      return Promise.resolve();
    },
  });
  stopOnSignals();
  await endLeftovers(folder.root);
  if (process.argv.includes('--fresh')) await startOver(openDataFolder(folder.root), say);
  const env = await bringUpServers(openDataFolder(folder.root));
  await prepareDatabase(folder, env);
  await keepPortFree(folder, env);
  await startApps(folder, env);
  noteAddresses(folder, env);
  await announce({ env, logs: folder.logs, ms: performance.now() - begun, say });
}

/** Servers that have no configured address, and the environment that api and worker get. */
async function bringUpServers(folder: DataFolder): Promise<NodeJS.ProcessEnv> {
  const { DATABASE_URL: database, TEMPORAL_ADDRESS: temporal, SMTP_URL: smtp } = process.env;
  const ports = readPorts(folder.root);
  const embeddedDatabase = isBlank(database);
  const secrets = openSecrets(folder.root, embeddedDatabase ? findPostgresHome(folder.postgres).cluster : '');
  const installation: Installation = { folder, secrets, ports, env: process.env, say };
  const port = await httpPort(ports.http);
  ports.http = port;
  const env: NodeJS.ProcessEnv = {
    SAMRAD_SECRET: secrets.appSecret,
    SAMRAD_PAYLOAD_KEYS: secrets.payloadKeys,
    SAMRAD_PUBLIC_URL: `http://localhost:${String(port)}`,
    ...(embeddedDatabase ? { SAMRAD_DEMO: '1', SAMRAD_CLOCK: trainingClock(folder.root) } : {}),
    ...process.env,
    SAMRAD_PORT: String(port),
    SAMRAD_DATA_DIR: folder.root,
    TZ: 'UTC',
    NODE_COMPILE_CACHE: process.env['NODE_COMPILE_CACHE'] ?? join(folder.cache, 'compiled'),
  };
  say('· Startar servrarna');
  const outcomes = await Promise.allSettled([
    embeddedDatabase ? postgres(installation, env) : sayConfigured('Databasen', 'DATABASE_URL'),
    isBlank(temporal) ? workflowServer(installation, env) : sayConfigured('Temporal', 'TEMPORAL_ADDRESS'),
    isBlank(smtp) ? mailbox(installation, env) : sayConfigured('Mejlservern', 'SMTP_URL'),
  ]);
  for (const outcome of outcomes) if (outcome.status === 'rejected') throw outcome.reason;
  writePorts(folder.root, ports);
  return env;
}

async function postgres(installation: Installation, env: NodeJS.ProcessEnv): Promise<void> {
  const server = await bringUpPostgres(installation);
  stops.push({ order: 5, name: 'PostgreSQL', stop: () => server.kept.stop() });
  Object.assign(env, server.env);
}

async function workflowServer(installation: Installation, env: NodeJS.ProcessEnv): Promise<void> {
  const server = await bringUpTemporal(installation);
  stops.push({ order: 4, name: 'Temporal', stop: () => server.kept.stop() });
  Object.assign(env, server.env);
}

async function mailbox(installation: Installation, env: NodeJS.ProcessEnv): Promise<void> {
  const catcher = await bringUpMailbox(installation);
  stops.push({ order: 3, name: 'brevlådan', stop: () => catcher.close() });
  env['SMTP_URL'] = catcher.smtpUrl;
  env['SAMRAD_MAIL_PAGE'] = catcher.pageUrl;
}

function sayConfigured(what: string, variable: string): Promise<void> {
  say(`  ${what} är den som anges i ${variable}`);
  return Promise.resolve();
}

/** @throws StartFault when a port was asked for and another program has it; one that nobody asked for is changed. */
async function httpPort(stored: number | undefined): Promise<number> {
  const asked = process.env['SAMRAD_PORT'];
  if (isBlank(asked)) {
    const wanted = stored ?? defaultPort;
    const port = await freePort(wanted);
    if (port !== wanted)
      say(`  Port ${String(wanted)} används av ett annat program; sidorna får port ${String(port)}`);
    return port;
  }
  const port = Number(asked);
  if (!Number.isInteger(port) || port < 1 || port > 65535) {
    throw new StartFault(
      'port-taken',
      `SAMRAD_PORT ska vara ett portnummer mellan 1 och 65535, inte ”${asked}”.`,
    );
  }
  if (await isFreePort(port)) return port;
  throw new StartFault(
    'port-taken',
    `Port ${asked} används av ett annat program. Stäng det, eller ange en annan port: SAMRAD_PORT=${String(port + 1)} npm start`,
  );
}

/** Migrations, and the demo county into an empty database; passed over when this very build has done it here. */
async function prepareDatabase(folder: DataFolder, env: NodeJS.ProcessEnv): Promise<void> {
  const build = isBlank(process.env['DATABASE_URL']) ? buildStamp(__dirname) : undefined;
  const ownerUrl = env['DATABASE_OWNER_URL'] ?? '';
  if (await isPrepared(folder.root, build, ownerUrl)) return;
  say('· Gör i ordning databasen');
  await runMigrations(__dirname, env, say);
  await notePrepared(folder.root, build, ownerUrl);
}

/** A first start may take minutes, and another program may have taken the port meanwhile. */
async function keepPortFree(folder: DataFolder, env: NodeJS.ProcessEnv): Promise<void> {
  const port = await httpPort(Number(env['SAMRAD_PORT']));
  env['SAMRAD_PORT'] = String(port);
  if (isBlank(process.env['SAMRAD_PUBLIC_URL']))
    env['SAMRAD_PUBLIC_URL'] = `http://localhost:${String(port)}`;
  writePorts(folder.root, { ...readPorts(folder.root), http: port });
}

async function startApps(folder: DataFolder, env: NodeJS.ProcessEnv): Promise<void> {
  say('· Startar api och worker');
  const apps = (['api', 'worker'] as const).map((name, place) => ({
    place,
    app: { name, dist: __dirname, env, logFile: join(folder.logs, `${name}.log`) } satisfies AppProcess,
  }));
  await Promise.all(
    apps.map(async ({ place, app }) => {
      const first = await startApp(app);
      const kept = keepRunning({
        name: app.name,
        first,
        hopeless: faultyConfiguration,
        restart: () => startApp(app),
        stop: stopApp,
        say: (line) => say(`${line} Loggen: ${app.logFile}`),
        onStart: (pid) => noteRun(folder.root, { [app.name]: pid }),
      });
      stops.push({ order: place + 1, name: app.name, stop: () => kept.stop() });
      await untilReady(app, first);
    }),
  );
}

/** For the next start and for tools: where this run is reached. */
function noteAddresses(folder: DataFolder, env: NodeJS.ProcessEnv): void {
  const { SAMRAD_PUBLIC_URL: url = '', SAMRAD_MAIL_PAGE: mailUrl } = env;
  noteRun(folder.root, { supervisor: process.pid, url, ...(mailUrl === undefined ? {} : { mailUrl }) });
}

function isBlank(value: string | undefined): value is '' | undefined {
  return value === undefined || value === '';
}

let stopping: Promise<void> | undefined;

function stopAll(): Promise<void> {
  stopping ??= (async () => {
    for (const { name, stop } of [...stops].sort((a, b) => a.order - b.order)) {
      if (name !== '') say(`· Stoppar ${name}`);
      await stop().catch((error: unknown) => say(`! ${name}: ${String(error)}`));
    }
  })();
  return stopping;
}

function stopOnSignals(): void {
  const onSignal = () => {
    if (stopping !== undefined) return;
    say('');
    void stopAll().then(() => {
      say('Samråd är stoppat. Uppgifterna finns kvar till nästa start.');
      process.exit(0);
    });
  };
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, onSignal);
}

run().catch(async (error: unknown) => {
  if (stopping !== undefined) return;
  const message =
    error instanceof StartFault ? error.message : error instanceof Error ? error.stack : String(error);
  process.stderr.write(`\nSamråd kunde inte starta.\n${message ?? ''}\n`);
  await stopAll();
  process.exit(1);
});
