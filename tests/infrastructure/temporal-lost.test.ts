import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { morningSweepInput } from '../../src/activities/sweeps/morning-sweep';
import { createSweepKeeper } from '../../src/composition/sweep-keeper';
import { workflowId } from '../../src/contracts/processes';
import { startTemporal, stopTemporal } from '../../src/infrastructure/embedded/temporal/temporal-server';
import { createLazyClient, createWakeSender } from '../../src/infrastructure/temporal/connection';
import { meetingOffice, plannedMeeting } from '../support/builders/meetings';
import { serverFact } from '../support/database';

jest.setTimeout(120_000);

// wake.md 14: rows are woken by themselves when the workflow server is found without the sweeps.

it('a workflow server that lost its file while the worker went on is noticed, and every open row is woken', async () => {
  const office = await meetingOffice();
  const meetingId = await plannedMeeting(office);
  const folder = mkdtempSync(path.join(tmpdir(), 'samrad-test-lost-'));
  const options = {
    program: serverFact('SAMRAD_TEST_TEMPORAL_CLI'),
    folder,
    namespace: 'samrad',
    logFile: path.join(folder, 'temporal.log'),
    wantedPort: undefined as number | undefined,
  };
  let server = await startTemporal(options);
  const { client, close } = createLazyClient(
    { address: server.address, namespace: 'samrad' },
    new Map([['k', randomBytes(32)]]),
  );
  const keeper = createSweepKeeper({
    client,
    clock: { now: () => Promise.resolve(office.now), toServerTime: (at) => at.getTime() },
    wakeSender: createWakeSender(client),
    orm: office.orm,
    log: { info: () => undefined, warn: () => undefined, error: () => undefined },
  });
  const sweep = () => client.workflow.getHandle(workflowId('sweep', morningSweepInput.row)).describe();
  const waiting = async () =>
    (await office.rows<{ row_id: string }>('select row_id from wake where delivered_at is null')).map(
      ({ row_id }) => row_id,
    );
  const delivered = () => office.rows('update wake set delivered_at = now(), read_at = now()');

  await delivered();
  await keeper.turn();
  expect(await waiting()).toContain(meetingId);
  expect((await sweep()).status.name).toBe('RUNNING');

  await delivered();
  await keeper.turn();
  expect(await waiting()).toEqual([]);

  await stopTemporal(server.process);
  // Away is not lost: nothing is woken until the server can tell.
  await expect(keeper.turn()).rejects.toThrow();
  expect(await waiting()).toEqual([]);

  for (const end of ['', '-wal', '-shm']) rmSync(path.join(folder, `temporal.db${end}`), { force: true });
  server = await startTemporal({ ...options, wantedPort: server.port });
  await keeper.turn();
  expect(await waiting()).toContain(meetingId);
  expect((await sweep()).status.name).toBe('RUNNING');

  await close();
  await stopTemporal(server.process);
  await office.close();
  rmSync(folder, { recursive: true, force: true });
});
