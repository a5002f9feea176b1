// npm run histories: records the histories of every process anew, for the replay in npm test (docs/operations.md).
// Both case files are played on servers of their own; what a case does not bring by itself is brought about by hand.
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { makeReady } from './setup/ready.mjs';
import { giveUp, say } from './setup/say.mjs';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
await makeReady(root);
const require = createRequire(join(root, 'dist', 'main.js'));
const { readCase } = require('./composition/case-parts');
const { playOn } = require('./composition/rehearsal');
const { bringUpServers } = require('./rehearsal/servers');
const { migrate } = require('./store/migrate');
const { processKinds, workflowId, TASK_QUEUE } = require('./contracts/processes');
const { createDataConverter } = require('./infrastructure/temporal/connection');
const { findProgram } = require('./infrastructure/embedded/temporal/find-program');
const { temporalTestServer } = require('./infrastructure/embedded/temporal/temporal-programs');
const { ApplicationFailure } = require('@temporalio/common');
const { historyToJSON } = require('@temporalio/common/lib/proto-utils');
const { Client, Connection } = require('@temporalio/client');
const { TestWorkflowEnvironment } = require('@temporalio/testing');
const { DefaultLogger, Runtime, Worker } = require('@temporalio/worker');
const { Client: Database } = require('pg');

/** Longer histories are left out: the shorter ones walk through the same acts. */
const MOST_EVENTS = 250;
const cases = ['namnden-2026-02-20', 'liten-namnd'];

const target = join(root, 'tests', 'histories');
const testKey = JSON.parse(readFileSync(join(target, 'test-key.json'), 'utf8'));
const dataConverter = createDataConverter(new Map([[testKey.id, Buffer.from(testKey.key, 'hex')]]));
const cache = process.env.SAMRAD_CACHE ?? join(root, '.samrad', 'cache');
const recorded = [];

for (const name of cases) await ofCase(name);
await byHand();
keep();
process.exit(0);

/** For each kind of process the longest history of the case that is not too long; of the first case also one that continued as new. */
async function ofCase(name) {
  say(`· ${name} spelas upp …`);
  const reading = await readCase(join(root, 'data', 'case-files', `${name}.json`));
  if (!reading.ok) giveUp(`Ärendefilen ${name} har fel.`);
  const out = mkdtempSync(join(tmpdir(), 'samrad-histories-'));
  const options = { out, env: process.env, say: () => undefined, payloadKey: testKey.key };
  mkdirSync(join(out, 'loggar'));
  const servers = await bringUpServers({
    ...options,
    mailFolder: join(out, 'mejl'),
    cache,
    logs: join(out, 'loggar'),
  });
  try {
    await migrate(servers.ownerUrl);
    await playOn(reading.case, servers, options);
    const runs = await everyRun(servers);
    for (const kind of processKinds) {
      const longest = runs
        .filter((run) => run.kind === kind && run.history.events.length <= MOST_EVENTS)
        .sort((a, b) => b.history.events.length - a.history.events.length)[0];
      if (longest !== undefined) recorded.push({ ...longest, scenario: name });
    }
  } finally {
    await servers.stop();
    rmSync(out, { recursive: true, force: true });
  }
}

async function everyRun({ adminUrl, temporalAddress }) {
  const database = new Database({ connectionString: adminUrl });
  await database.connect();
  const { rows } = await database.query('select kind, row_id from process_turn order by kind, at, row_id');
  await database.end();
  const connection = await Connection.connect({ address: temporalAddress });
  const client = new Client({ connection });
  const runs = [];
  for (const { kind, row_id } of rows) {
    const id = workflowId(kind, row_id);
    for (let runId = undefined; runId !== '';) {
      const history = await client.workflow.getHandle(id, runId).fetchHistory();
      runs.push({ kind, id, history });
      runId = history.events[0]?.workflowExecutionStartedEventAttributes?.continuedExecutionRunId ?? '';
    }
  }
  await connection.close();
  return runs;
}

/** What a case does not bring every time: a wake in the middle of an act, an act that gives up, five hundred events. */
async function byHand() {
  say('· Det som ett ärende inte säkert bär med sig …');
  const logger = new DefaultLogger('ERROR', () => undefined);
  Runtime.install({ logger, telemetryOptions: { logging: { filter: { core: 'ERROR', other: 'ERROR' } } } });
  const path = await findProgram(temporalTestServer, { cache, env: process.env, say });
  const env = await TestWorkflowEnvironment.createTimeSkipping({
    server: { executable: { type: 'existing-path', path } },
    client: { dataConverter },
  });
  const idle = { ended: false, version: 1, due: null, nextAt: null };
  const due = { ...idle, due: 'sendExtract' };
  const ended = { ...idle, ended: true };
  const inTurn = (turns) => () => (turns.length > 1 ? turns.shift() : turns[0]);

  await play('wake-in-the-middle-of-an-act', (handle) => ({
    'dispatch.read': inTurn([due, ended]),
    'dispatch.sendExtract': async () => {
      await handle().signal('wake');
      return 'done';
    },
  }));
  let tries = 0;
  await play('act-that-gives-up-and-is-tried-again', () => ({
    'dispatch.read': inTurn([due, due, ended]),
    'dispatch.sendExtract': () => {
      tries += 1;
      if (tries === 1) throw ApplicationFailure.nonRetryable('the register is closed', 'RegisterClosed');
      return 'done';
    },
  }));
  let version = 0;
  await play('continued-as-new', () => ({
    'dispatch.read': () => {
      version += 1;
      return version > 100 ? { ...ended, version } : { ...due, version };
    },
    'dispatch.sendExtract': () => 'done',
  }));
  await env.teardown();

  async function play(scenario, activitiesOf) {
    const row = `00000000-0000-7000-8000-${String(recorded.length).padStart(12, '0')}`;
    const id = workflowId('dispatch', row);
    const worker = await Worker.create({
      connection: env.nativeConnection,
      taskQueue: TASK_QUEUE,
      workflowBundle: { codePath: join(root, 'dist', 'workflow-bundle.js') },
      activities: {
        ...activitiesOf(() => env.client.workflow.getHandle(id)),
        raiseFault: () => undefined,
      },
      dataConverter,
    });
    const first = await worker.runUntil(async () => {
      const handle = await env.client.workflow.signalWithStart('dispatch', {
        workflowId: id,
        taskQueue: TASK_QUEUE,
        args: [{ row, authority: row }],
        signal: 'wake',
      });
      await handle.result();
      return handle.signaledRunId;
    });
    const history = await env.client.workflow.getHandle(id, first).fetchHistory();
    recorded.push({ kind: 'dispatch', id, history, scenario });
  }
}

function keep() {
  for (const kind of readdirSync(target, { withFileTypes: true }))
    if (kind.isDirectory()) rmSync(join(target, kind.name), { recursive: true });
  for (const { kind, id, history, scenario } of recorded) {
    mkdirSync(join(target, kind), { recursive: true });
    // Whose machine recorded it is nobody's business.
    const { events } = JSON.parse(historyToJSON(history), (key, value) => (key === 'identity' ? '' : value));
    const lines = events.map((event) => JSON.stringify(event)).join(',\n');
    const file = join(target, kind, `${scenario}.json`);
    writeFileSync(file, `{"workflowId":"${id}","events":[\n${lines}\n]}\n`);
    say(`  ${kind}/${scenario}: ${events.length} händelser`);
  }
}
