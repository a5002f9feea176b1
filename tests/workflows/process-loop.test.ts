import type { TestWorkflowEnvironment } from '@temporalio/testing';
import { ApplicationFailure } from '@temporalio/common';
import {
  TASK_QUEUE,
  type ActAnswer,
  type ActInput,
  type ProcessInput,
  type Turn,
} from '../../src/contracts/processes';
import { startTimeSkipping, withWorker } from '../support/time-skipping';

// wake.md 6-10, on the real workflow code: `sweep` is a process with one act, and its activities are the test's own.

const idle: Turn = { ended: false, version: 1, due: null, nextAt: null };
const due: Turn = { ended: false, version: 1, due: 'sweepDeadlines', nextAt: null };
const ended: Turn = { ended: true, version: 1, due: null, nextAt: null };

interface Office {
  reads: (() => Turn | Promise<Turn>)[];
  act?: (input: ActInput) => ActAnswer | Promise<ActAnswer>;
  readonly acted: ActInput[];
  readonly faults: { act: string; code: string; at: number }[];
}

describe('a process', () => {
  let env: TestWorkflowEnvironment;
  let row = 0;

  beforeAll(async () => {
    env = await startTimeSkipping();
  });
  afterAll(() => env.teardown());

  const office = (reads: Office['reads'], act?: Office['act']): Office => ({
    reads,
    ...(act === undefined ? {} : { act }),
    acted: [],
    faults: [],
  });

  /** The last reading repeats for ever; the others are given once each. */
  const activitiesOf = (of: Office): object => ({
    'sweep.read': () => (of.reads.length > 1 ? of.reads.shift()! : of.reads[0]!)(),
    'sweep.sweepDeadlines': (input: ActInput) => {
      of.acted.push(input);
      return of.act?.(input) ?? 'done';
    },
    raiseFault: async (fault: { act: string; code: string }) => {
      of.faults.push({ act: fault.act, code: fault.code, at: await env.currentTimeMs() });
    },
  });

  const start = () => {
    row += 1;
    const input: ProcessInput = { row: `row-${row}`, authority: 'board' };
    return env.client.workflow.signalWithStart('sweep', {
      workflowId: `sweep/${input.row}`,
      taskQueue: TASK_QUEUE,
      args: [input],
      signal: 'wake',
    });
  };

  const isAtRest = async (workflowId: string): Promise<boolean> => {
    const { raw } = await env.client.workflow.getHandle(workflowId).describe();
    return (raw.pendingActivities ?? []).length === 0 && (raw.pendingWorkflowTask ?? null) === null;
  };

  it('does what is due, reads again and ends when its row says so', async () => {
    const of = office([() => due, () => ended]);
    await withWorker(env, activitiesOf(of), async () => (await start()).result() as Promise<void>);
    expect(of.acted).toEqual([{ row: `row-${row}`, authority: 'board', version: 1, due: 'sweepDeadlines' }]);
    expect(of.faults).toEqual([]);
  });

  it('reads again when it is woken, though nothing was due before', async () => {
    const of = office([() => idle, () => ended]);
    await withWorker(env, activitiesOf(of), async () => {
      const handle = await start();
      await handle.signal('wake');
      await handle.result();
    });
    expect(of.reads).toHaveLength(1);
  });

  it('waits for the next instant of its row, however far ahead, without being woken', async () => {
    const at = (await env.currentTimeMs()) + 90 * 86_400_000;
    let readAt = 0;
    const of = office([
      () => ({ ...idle, nextAt: at }),
      async () => {
        readAt = await env.currentTimeMs();
        return ended;
      },
    ]);
    await withWorker(env, activitiesOf(of), async () => (await start()).result() as Promise<void>);
    expect(readAt).toBeGreaterThanOrEqual(at);
  });

  it('reads again at once when the next instant has passed', async () => {
    const past = (await env.currentTimeMs()) - 1000;
    const of = office([() => ({ ...idle, nextAt: past }), () => ended]);
    await withWorker(env, activitiesOf(of), async () => (await start()).result() as Promise<void>);
    expect(of.reads).toHaveLength(1);
  });

  it('starts anew when a row whose process has ended is woken, and finds its place from the row', async () => {
    const of = office([() => ended]);
    await withWorker(env, activitiesOf(of), async () => {
      await (await start()).result();
      row -= 1;
      await (await start()).result();
    });
    expect(of.faults).toEqual([]);
  });

  it('waits 1, 5 and 30 minutes when the same act is due again at the same version, then raises a fault', async () => {
    const begun = await env.currentTimeMs();
    const of = office([() => due, () => due, () => due, () => due, () => due, () => ended]);
    await withWorker(env, activitiesOf(of), async () => (await start()).result() as Promise<void>);
    expect(of.faults).toHaveLength(1);
    expect(of.faults[0]).toMatchObject({ act: 'sweepDeadlines', code: 'repeats' });
    expect(of.faults[0]!.at - begun).toBeGreaterThanOrEqual(36 * 60_000);
  });

  it('counts its tries and not its wakes: however often it is woken meanwhile, it waits its minute and tries again', async () => {
    let reads = 0;
    const of = office([
      () => {
        reads += 1;
        return of.acted.length < 2 ? due : ended;
      },
    ]);
    await withWorker(env, activitiesOf(of), async () => {
      const handle = await start();
      while (reads < 2) await new Promise((resolve) => setTimeout(resolve, 5));
      for (let wakes = 1; wakes <= 6; wakes += 1) {
        const before = reads;
        await handle.signal('wake');
        while (reads === before || !(await isAtRest(handle.workflowId)))
          await new Promise((resolve) => setTimeout(resolve, 5));
      }
      await handle.result();
    });
    expect(of.acted).toHaveLength(2);
    expect(of.faults).toEqual([]);
  });

  it('goes on when an act was superseded and the row has a new version', async () => {
    const of = office([() => due, () => ({ ...due, version: 2 }), () => ended], (input) =>
      input.version === 1 ? 'superseded' : 'done',
    );
    await withWorker(env, activitiesOf(of), async () => (await start()).result() as Promise<void>);
    expect(of.acted.map((act) => act.version)).toEqual([1, 2]);
    expect(of.faults).toEqual([]);
  });

  it('never fails: an act that gives up is a fault row, and the process tries again in a quarter of an hour', async () => {
    let tries = 0;
    const of = office([() => due, () => due, () => ended], () => {
      tries += 1;
      if (tries === 1) throw ApplicationFailure.nonRetryable('the register is closed', 'RegisterClosed');
      return 'done';
    });
    const begun = await env.currentTimeMs();
    await withWorker(env, activitiesOf(of), async () => (await start()).result() as Promise<void>);
    expect(of.faults).toEqual([expect.objectContaining({ act: 'sweepDeadlines', code: 'RegisterClosed' })]);
    expect((await env.currentTimeMs()) - begun).toBeGreaterThanOrEqual(15 * 60_000);
  });

  it('raises a fault for an act that this version of the workflow does not know', async () => {
    const of = office([() => ({ ...due, due: 'somethingNew' }), () => ended]);
    await withWorker(env, activitiesOf(of), async () => (await start()).result() as Promise<void>);
    expect(of.faults).toEqual([expect.objectContaining({ act: 'somethingNew', code: 'unknown-act' })]);
  });

  it('continues as new after five hundred events, with its row and nothing else', async () => {
    let reads = 0;
    const of = office([
      () => {
        reads += 1;
        return reads > 120 ? ended : { ...due, version: reads };
      },
    ]);
    await withWorker(env, activitiesOf(of), async () => {
      const handle = await start();
      await handle.result();
      const { runId } = await handle.describe();
      expect(runId).not.toBe(handle.signaledRunId);
    });
    expect(of.acted).toHaveLength(120);
  });

  it('continues as new also when it is only woken and never has anything to do', async () => {
    let reads = 0;
    const of = office([
      () => {
        reads += 1;
        return idle;
      },
    ]);
    await withWorker(env, activitiesOf(of), async () => {
      const handle = await start();
      for (let wakes = 1; wakes <= 70; wakes += 1) {
        const before = reads;
        await handle.signal('wake');
        // The next wake comes when this one's turn is over: one that came in the middle would keep the flag up.
        while (reads === before || !(await isAtRest(handle.workflowId)))
          await new Promise((resolve) => setTimeout(resolve, 5));
      }
      const latest = env.client.workflow.getHandle(handle.workflowId);
      const described = await latest.describe();
      expect(described.runId).not.toBe(handle.signaledRunId);
      expect(described.historyLength).toBeLessThan(500);
      await latest.terminate();
    });
    expect(of.acted).toEqual([]);
  });
});
