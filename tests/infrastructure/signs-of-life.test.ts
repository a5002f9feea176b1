import { randomBytes, randomUUID } from 'node:crypto';
import { rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import type { Turn } from '../../src/contracts/processes';
import { startTemporal, stopTemporal } from '../../src/infrastructure/embedded/temporal/temporal-server';
import { createLazyClient, createWakeSender } from '../../src/infrastructure/temporal/connection';
import { startTemporalWorker } from '../../src/infrastructure/temporal/worker';
import { serverFact } from '../support/database';

jest.setTimeout(120_000);

/** Longer than the processes wait for a sign of life. */
const LONG_MS = 15_000;

it('an activity that takes long gives signs of life, and is not given to another worker meanwhile', async () => {
  const logFile = path.join(tmpdir(), `samrad-signs-of-life-${randomUUID()}.log`);
  const server = await startTemporal({
    program: serverFact('SAMRAD_TEST_TEMPORAL_CLI'),
    folder: undefined,
    namespace: 'samrad',
    logFile,
    wantedPort: undefined,
  });
  const to = { address: server.address, namespace: 'samrad' };
  const keys = new Map([['k', randomBytes(32)]]);
  let reads = 0;
  const ended: Turn = { ended: true, version: 1, due: null, nextAt: null };
  const worker = await startTemporalWorker({
    to,
    keys,
    bundlePath: path.resolve(__dirname, '../../dist/workflow-bundle.js'),
    logLevel: 'error',
    activities: {
      'sweep.read': async () => {
        reads += 1;
        await wait(LONG_MS);
        return ended;
      },
      raiseFault: () => Promise.resolve(),
    },
  });
  const { client, close } = createLazyClient(to, keys);
  const rowId = randomUUID();
  await createWakeSender(client).send({ kind: 'sweep', rowId, authorityId: randomUUID() });
  await client.workflow.getHandle(`sweep/${rowId}`).result();
  expect(reads).toBe(1);
  await worker.stop();
  await close();
  await stopTemporal(server.process);
  rmSync(logFile);
});
