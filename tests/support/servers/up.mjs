// Brings up, once for a run of the tests, what they share: PostgreSQL with a migrated template database, a Temporal
// development server, and the path of the server whose time can be moved. Facts go to the tests by environment.
import { createRequire } from 'node:module';
import { chmodSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from '../../../scripts/build.mjs';
import { clearAway, remember } from './left-behind.mjs';

const root = dirname(dirname(dirname(dirname(fileURLToPath(import.meta.url)))));
const require = createRequire(join(root, 'dist', 'main.js'));
const templateName = 'samrad_template';
const passwords = {
  superuserPassword: 'test-superuser',
  ownerPassword: 'test-owner',
  appPassword: 'test-app',
};

export default async function up() {
  await build((line) => process.stdout.write(`· ${line}\n`), { tolerant: process.env.CI !== 'true' });
  await clearAway(root);
  const folder = mkdtempSync(join(tmpdir(), 'samrad-test-'));
  await Promise.all([bringUpPostgres(folder), bringUpTemporal(folder)]);
}

async function bringUpPostgres(folder) {
  const { findPostgresHome } = require('./infrastructure/embedded/postgres/postgres-home');
  const { startPostgres } = require('./infrastructure/embedded/postgres/postgres-server');
  const {
    databaseUrls,
    ensureDatabase,
    ensureRoles,
  } = require('./infrastructure/embedded/postgres/postgres-roles');
  const { migrate } = require('./store/migrate');
  chmodSync(folder, 0o755);
  const home = findPostgresHome(join(folder, 'postgres'));
  const server = await startPostgres({
    home,
    superuserPassword: passwords.superuserPassword,
    logFile: join(folder, 'postgres.log'),
    wantedPort: undefined,
    durable: false,
  });
  remember(root, { pid: server.process.pid, folders: [home.cluster, folder] });
  await ensureRoles(server.superuserUrl, passwords);
  await ensureDatabase(server.superuserUrl, templateName);
  await migrate(databaseUrls(server.superuserUrl, templateName, passwords).ownerUrl);
  process.env.SAMRAD_TEST_PG_ADMIN_URL = server.superuserUrl;
  process.env.SAMRAD_TEST_TEMPLATE = templateName;
  process.env.SAMRAD_TEST_OWNER_PASSWORD = passwords.ownerPassword;
  process.env.SAMRAD_TEST_APP_PASSWORD = passwords.appPassword;
}

async function bringUpTemporal(folder) {
  const { findProgram } = require('./infrastructure/embedded/temporal/find-program');
  const { temporalCli, temporalTestServer } = require('./infrastructure/embedded/temporal/temporal-programs');
  const { startTemporal } = require('./infrastructure/embedded/temporal/temporal-server');
  const options = {
    cache: join(root, '.samrad', 'cache'),
    env: process.env,
    say: (line) => process.stdout.write(`· ${line}\n`),
  };
  const cli = await findProgram(temporalCli, options);
  process.env.SAMRAD_TEST_TEMPORAL_CLI = cli;
  process.env.SAMRAD_TEST_SERVER_BINARY = await findProgram(temporalTestServer, options);
  const server = await startTemporal({
    program: cli,
    folder: undefined,
    namespace: 'samrad',
    logFile: join(folder, 'temporal.log'),
    wantedPort: undefined,
  });
  remember(root, { pid: server.process.pid, folders: [folder] });
  process.env.SAMRAD_TEST_TEMPORAL_ADDRESS = server.address;
}
