import path from 'node:path';
import type { DataConverter } from '@temporalio/common';
import { TestWorkflowEnvironment } from '@temporalio/testing';
import { DefaultLogger, Runtime, Worker } from '@temporalio/worker';
import { TASK_QUEUE } from '../../src/contracts/processes';
import { serverFact } from './database';

export const bundlePath = path.resolve(__dirname, '../../dist/workflow-bundle.js');

/** The SDK's own log lines of failures that a test makes on purpose are left out. */
Runtime.install({
  logger: new DefaultLogger('ERROR', () => undefined),
  shutdownSignals: [],
  telemetryOptions: { logging: { filter: { core: 'ERROR', other: 'ERROR' } } },
});

/** A Temporal server whose time can be moved; one for each test file. */
export async function startTimeSkipping(dataConverter?: DataConverter): Promise<TestWorkflowEnvironment> {
  return TestWorkflowEnvironment.createTimeSkipping({
    server: { executable: { type: 'existing-path', path: serverFact('SAMRAD_TEST_SERVER_BINARY') } },
    ...(dataConverter === undefined ? {} : { client: { dataConverter } }),
  });
}

/** Runs the product's own workflow bundle with these activities while `work` runs. */
export async function withWorker<Result>(
  env: TestWorkflowEnvironment,
  activities: object,
  work: () => Promise<Result>,
  dataConverter?: DataConverter,
): Promise<Result> {
  const worker = await Worker.create({
    connection: env.nativeConnection,
    namespace: env.namespace ?? 'default',
    taskQueue: TASK_QUEUE,
    workflowBundle: { codePath: bundlePath },
    activities,
    ...(dataConverter === undefined ? {} : { dataConverter }),
  });
  return worker.runUntil(work);
}
