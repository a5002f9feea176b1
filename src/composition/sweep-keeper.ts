import { WorkflowNotFoundError } from '@temporalio/client';
import { morningSweepInput } from '../activities/sweeps/morning-sweep';
import { reconcile } from '../commands/processes/reconcile';
import { workflowId } from '../contracts/processes';
import { dayOf } from '../domain/time/stockholm';
import type { Loop } from '../loops/loop';
import type { Parts } from './parts';

const EVERY_MS = 5000;
const ASK_MS = 5000;

/**
 * The sweeps run once in a namespace; where they are missing the server is new or was emptied, also while this worker went on,
 * and every open row is woken (wake.md 14). The rows are woken first: were the worker killed in between, the sweeps would
 * still be missing and it is done again.
 */
export function createSweepKeeper(
  parts: Pick<Parts, 'client' | 'clock' | 'wakeSender' | 'orm' | 'log'>,
): Loop {
  const { client, clock, wakeSender, orm, log } = parts;
  return {
    name: 'sweep-keeper',
    everyMs: EVERY_MS,
    turn: async () => {
      if (await sweepRuns(client)) return 0;
      const woken = await reconcile(orm.em, dayOf(await clock.now()));
      await wakeSender.send({
        kind: 'sweep',
        rowId: morningSweepInput.row,
        authorityId: morningSweepInput.authority,
      });
      log.info({ woken }, 'the workflow server was new: open processes are woken');
      return 0;
    },
  };
}

/** @throws when the server cannot tell */
async function sweepRuns(client: Parts['client']): Promise<boolean> {
  const handle = client.workflow.getHandle(workflowId('sweep', morningSweepInput.row));
  try {
    const { status } = await client.connection.withDeadline(Date.now() + ASK_MS, () => handle.describe());
    return status.name === 'RUNNING';
  } catch (error) {
    if (error instanceof WorkflowNotFoundError) return false;
    throw error;
  }
}
