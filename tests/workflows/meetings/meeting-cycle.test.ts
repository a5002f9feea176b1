import type { TestWorkflowEnvironment } from '@temporalio/testing';
import { TASK_QUEUE, type ActInput, type ProcessInput, type Turn } from '../../../src/contracts/processes';
import { meetingCycleActs } from '../../../src/domain/meetings/plan/meeting-cycle-acts';
import { startTimeSkipping, withWorker } from '../../support/time-skipping';

describe('the workflow of a meeting', () => {
  let env: TestWorkflowEnvironment;
  beforeAll(async () => {
    env = await startTimeSkipping();
  });
  afterAll(() => env.teardown());

  it('knows every act of the cycle, waits weeks for the next day, and ends with the meeting', async () => {
    const acted: string[] = [];
    const begun = await env.currentTimeMs();
    const weeks = begun + 21 * 24 * 3_600_000;
    const turns: Turn[] = [
      ...meetingCycleActs.map((due, index): Turn => ({
        ended: false,
        version: index + 1,
        due,
        nextAt: null,
      })),
      { ended: false, version: 20, due: null, nextAt: weeks },
      { ended: true, version: 21, due: null, nextAt: null },
    ];
    const faults: object[] = [];
    const activities = {
      'meetingCycle.read': () => turns.shift(),
      ...Object.fromEntries(
        meetingCycleActs.map((act) => [
          `meetingCycle.${act}`,
          ({ due }: ActInput) => {
            acted.push(due);
            return 'done';
          },
        ]),
      ),
      raiseFault: (fault: object) => void faults.push(fault),
    };
    const input: ProcessInput = { row: 'meeting-1', authority: 'board' };
    await withWorker(env, activities, async () => {
      const handle = await env.client.workflow.signalWithStart('meetingCycle', {
        workflowId: 'meeting/meeting-1',
        taskQueue: TASK_QUEUE,
        args: [input],
        signal: 'wake',
      });
      await handle.result();
    });
    expect(acted).toEqual([...meetingCycleActs]);
    expect(faults).toEqual([]);
    expect(await env.currentTimeMs()).toBeGreaterThanOrEqual(weeks);
  });
});
