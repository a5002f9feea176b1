import { mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { randomBytes } from 'node:crypto';
import { Connection, Client } from '@temporalio/client';
import { ApplicationFailure } from '@temporalio/common';
import { NativeConnection, Worker } from '@temporalio/worker';
import { TASK_QUEUE } from '../../src/contracts/processes';
import { startTemporal, stopTemporal } from '../../src/infrastructure/embedded/temporal/temporal-server';
import { createDataConverter } from '../../src/infrastructure/temporal/connection';
import { serverFact } from '../support/database';
import { bundlePath } from '../support/time-skipping';

// T-3: payloads and failures are encrypted before they reach the workflow server.

const secretCase = 'Ansökan om dubbelmanövrerad elrullstol';
const secretFailure = 'Sökanden bor på Björkvägen';
const openCase = 'Kontrollkörning utan kryptering';
const openFailure = 'Sökanden bor på Tallstigen';

it('stores nothing of a case in readable form in the workflow server, not even in failures; a run without the codec is found', async () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'samrad-kryptering-'));
  const server = await startTemporal({
    program: serverFact('SAMRAD_TEST_TEMPORAL_CLI'),
    folder,
    namespace: 'samrad',
    logFile: path.join(folder, 'temporal.log'),
    wantedPort: undefined,
  });
  const keys = new Map([['first', randomBytes(32)]]);
  const connection = await Connection.connect({ address: server.address });
  const native = await NativeConnection.connect({ address: server.address });
  const run = async (
    taskQueue: string,
    words: string,
    failure: string,
    dataConverter?: ReturnType<typeof createDataConverter>,
  ) => {
    const client = new Client({
      connection,
      namespace: 'samrad',
      ...(dataConverter === undefined ? {} : { dataConverter }),
    });
    let reads = 0;
    const worker = await Worker.create({
      connection: native,
      namespace: 'samrad',
      taskQueue,
      workflowBundle: { codePath: bundlePath },
      ...(dataConverter === undefined ? {} : { dataConverter }),
      activities: {
        'sweep.read': () => {
          reads += 1;
          if (reads === 1) throw ApplicationFailure.nonRetryable(failure, 'Refused', words);
          return { ended: true, version: 1, due: null, nextAt: null };
        },
        raiseFault: () => undefined,
      },
    });
    await worker.runUntil(async () => {
      const handle = await client.workflow.start('sweep', {
        workflowId: taskQueue,
        taskQueue,
        args: [{ row: words, authority: 'board' }],
      });
      while (reads === 0) await new Promise((resolve) => setTimeout(resolve, 50));
      await handle.signal('wake');
      await handle.result();
    });
  };
  await run(`${TASK_QUEUE}-encrypted`, secretCase, secretFailure, createDataConverter(keys));
  await run(`${TASK_QUEUE}-open`, openCase, openFailure);
  await connection.close();
  await native.close();
  await stopTemporal(server.process);

  const stored = readdirSync(folder)
    .filter((name) => name.includes('.db'))
    .map((name) => readFileSync(path.join(folder, name)));
  const holds = (words: string): boolean => stored.some((bytes) => bytes.includes(Buffer.from(words)));
  expect(holds(openCase)).toBe(true);
  expect(holds(secretCase)).toBe(false);
  // The control run's failure is readable, so the encrypted one's would have been found.
  expect(holds(openFailure)).toBe(true);
  expect(holds(secretFailure)).toBe(false);
  expect(holds('binary/encrypted')).toBe(true);
  rmSync(folder, { recursive: true });
});

it('reads payloads of an older key while a newer one encrypts', async () => {
  const old = randomBytes(32);
  const before = createDataConverter(new Map([['k1', old]])).payloadCodecs![0]!;
  const after = createDataConverter(
    new Map([
      ['k2', randomBytes(32)],
      ['k1', old],
    ]),
  ).payloadCodecs![0]!;
  const payload = { metadata: { encoding: Buffer.from('json/plain') }, data: Buffer.from('"HMC260004"') };
  const [decoded] = await after.decode(await before.encode([payload]));
  expect(Buffer.from(decoded!.data!).toString()).toBe('"HMC260004"');
  await expect(before.decode(await after.encode([payload]))).rejects.toThrow('unknown payload key k2');
});
