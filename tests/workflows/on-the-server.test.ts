import { randomBytes, randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { setTimeout as wait } from 'node:timers/promises';
import type { WorkflowHandle } from '@temporalio/client';
import { NativeConnection, Worker } from '@temporalio/worker';
import { TASK_QUEUE, workflowId, type ProcessInput, type Turn } from '../../src/contracts/processes';
import {
  createDataConverter,
  createLazyClient,
  createWakeSender,
} from '../../src/infrastructure/temporal/connection';
import { serverFact } from '../support/database';
import { bundlePath } from '../support/time-skipping';

// wake.md 6, 8, 10 and 15 on a server whose time goes as it does in the office: the one whose time is moved reads again of
// itself, and so hides a wake that was lost.

const idle: Turn = { ended: false, version: 1, due: null, nextAt: null };
const due: Turn = { ended: false, version: 1, due: 'sweepDeadlines', nextAt: null };
const ended: Turn = { ended: true, version: 1, due: null, nextAt: null };

const PATIENCE_MS = 20_000;
const MOST_EVENTS = 500;

describe('a process on the workflow server', () => {
  const to = { address: serverFact('SAMRAD_TEST_TEMPORAL_ADDRESS'), namespace: 'samrad' };
  const keys = new Map([['prov', randomBytes(32)]]);
  const { client, close } = createLazyClient(to, keys);
  const sender = createWakeSender(client);
  const bundle = readFileSync(bundlePath, 'utf8');
  let native: NativeConnection;
  let input: ProcessInput;
  /** What each read was given, in the order they were begun. */
  let reads: ProcessInput[];

  beforeAll(async () => {
    native = await NativeConnection.connect({ address: to.address });
  });
  beforeEach(() => {
    input = { row: randomUUID(), authority: randomUUID() };
    reads = [];
  });
  // A run that is left behind would be taken up by the next test's worker.
  afterEach(async () => {
    if (!(await isOver())) await handle().terminate();
  });
  afterAll(async () => {
    await native.close();
    await close();
  });

  const handle = (): WorkflowHandle => client.workflow.getHandle(workflowId('sweep', input.row));
  const wake = () => sender.send({ kind: 'sweep', rowId: input.row, authorityId: input.authority });
  const runId = async () => (await handle().describe()).runId;

  /** The worker of a product whose processes are this code; each reading is given once, and the last for ever. */
  const withOffice = async (
    readings: readonly (() => Turn | Promise<Turn>)[],
    work: () => Promise<unknown>,
    code = bundle,
  ): Promise<void> => {
    const read = (given: ProcessInput) => {
      reads.push(given);
      return readings[Math.min(reads.length, readings.length) - 1]!();
    };
    const worker = await Worker.create({
      connection: native,
      namespace: to.namespace,
      taskQueue: TASK_QUEUE,
      workflowBundle: { code },
      dataConverter: createDataConverter(keys),
      activities: {
        'sweep.read': read,
        'sweep.readBefore': read,
        'sweep.sweepDeadlines': () => 'done',
        raiseFault: () => undefined,
      },
      // Nothing of a run is kept in memory: whoever takes it over walks its history.
      maxCachedWorkflows: 0,
      shutdownGraceTime: 0,
    });
    await worker.runUntil(work);
  };
  const until = async (what: string, come: () => boolean | Promise<boolean>): Promise<void> => {
    const since = Date.now();
    while (!(await come())) {
      if (Date.now() - since > PATIENCE_MS) throw new Error(`It never came that ${what}`);
      await wait(20);
    }
  };
  const isOver = async () => (await handle().describe()).status.name !== 'RUNNING';
  /** A read during which something happens, once it has been begun. */
  const during = (happens: () => Promise<unknown>, turn: Turn) => async (): Promise<Turn> => {
    await happens();
    return turn;
  };

  it('reads again when it was woken in the middle of a read', async () => {
    await withOffice([during(wake, idle), () => ended], async () => {
      await wake();
      await until('it ended', isOver);
    });
    expect(reads).toEqual([input, input]);
  });

  it('does not end when it was woken in the middle of its last read', async () => {
    const runs: string[] = [];
    const noted = async () => {
      runs.push(await runId());
    };
    await withOffice(
      [during(() => Promise.all([noted(), wake()]), ended), during(noted, ended)],
      async () => {
        await wake();
        await until('it ended', isOver);
      },
    );
    expect(runs).toHaveLength(2);
    expect(runs[1]).toBe(runs[0]);
  });

  it('reads what it was woken for before it continues as new, and takes its row alone with it', async () => {
    const runs: string[] = [];
    const noted = async () => {
      runs.push(await runId());
    };
    const wokenMeanwhile = () => Promise.all([noted(), wake()]);
    // Woken so often while no worker was there, the run is long when it begins.
    await wake();
    await Promise.all(Array.from({ length: MOST_EVENTS }, () => handle().signal('wake')));
    await withOffice([during(wokenMeanwhile, due), during(noted, idle), during(noted, ended)], () =>
      until('it ended', async () => reads.length >= 3 && (await isOver())),
    );
    expect(runs[1]).toBe(runs[0]);
    expect(runs[2]).not.toBe(runs[0]);
    expect(reads).toEqual([input, input, input]);
  });

  it('gives a read half a minute and an act two', async () => {
    await withOffice([() => due, () => ended], async () => {
      await wake();
      await until('it ended', isOver);
    });
    const { events } = await handle().fetchHistory();
    const scheduled = (events ?? []).flatMap(({ activityTaskScheduledEventAttributes: of }) => of ?? []);
    expect(
      scheduled.map(({ activityType, startToCloseTimeout }) => [
        activityType?.name,
        Number(startToCloseTimeout?.seconds),
      ]),
    ).toEqual([
      ['sweep.read', 30],
      ['sweep.sweepDeadlines', 120],
      ['sweep.read', 30],
    ]);
  });

  it('whose history no longer replays is not helped by a wake, and finds its place when it is terminated and woken', async () => {
    const before = bundle.replaceAll('.read`', '.readBefore`');
    expect(before).not.toBe(bundle);
    await withOffice(
      [() => idle],
      async () => {
        await wake();
        await until('it rests', async () => {
          const { raw } = await handle().describe();
          return reads.length === 1 && (raw.pendingActivities ?? []).length === 0 && !raw.pendingWorkflowTask;
        });
      },
      before,
    );
    const stuck = await runId();
    reads = [];
    await withOffice([() => ended], async () => {
      await wake();
      await until('its task failed', async () => {
        const { events } = await handle().fetchHistory();
        return (events ?? []).some((event) => event.workflowTaskFailedEventAttributes);
      });
      expect(reads).toEqual([]);
      await handle().terminate();
      await wake();
      await until('it ended', isOver);
    });
    expect(reads).toEqual([input]);
    expect(await runId()).not.toBe(stuck);
  });
});
