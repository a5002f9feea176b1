import { NativeConnection, Runtime, Worker, type ActivityInterceptorsFactory } from '@temporalio/worker';
import { TASK_QUEUE } from '../../contracts/processes';
import type { PayloadKeys } from './codec';
import { createDataConverter, type TemporalAddress } from './connection';

export interface RunningWorker {
  /** Resolves when the worker has stopped; rejects when it failed. */
  readonly done: Promise<void>;
  stop(): Promise<void>;
}

export interface WorkerSettings {
  readonly to: TemporalAddress;
  readonly keys: PayloadKeys;
  /** The prebuilt bundle of src/workflows. */
  readonly bundlePath: string;
  readonly activities: object;
  readonly logLevel: 'debug' | 'info' | 'warn' | 'error';
}

/** Well below the twelve seconds that the processes wait for a sign of life. */
const HEARTBEAT_MS = 2000;

/**
 * An activity that runs says so, so that the server gives it to another worker seconds after its own was killed, and not when
 * its time is out.
 */
const signsOfLife: ActivityInterceptorsFactory = (context) => ({
  inbound: {
    execute: async (input, next) => {
      const beat = setInterval(() => context.heartbeat(), HEARTBEAT_MS);
      try {
        return await next(input);
      } finally {
        clearInterval(beat);
      }
    },
  },
});

let installed = false;

/** Signals are the main module's: the SDK's own handlers would stop the worker before the loops. */
function installRuntime(level: WorkerSettings['logLevel']): void {
  if (installed) return;
  installed = true;
  Runtime.install({
    shutdownSignals: [],
    telemetryOptions: { logging: { filter: { core: level === 'debug' ? 'INFO' : 'ERROR', other: 'ERROR' } } },
  });
}

/** Starts a worker on the product's one task queue. @throws when the workflow server cannot be reached */
export async function startTemporalWorker(settings: WorkerSettings): Promise<RunningWorker> {
  installRuntime(settings.logLevel);
  const connection = await NativeConnection.connect({ address: settings.to.address });
  const worker = await Worker.create({
    connection,
    namespace: settings.to.namespace,
    taskQueue: TASK_QUEUE,
    workflowBundle: { codePath: settings.bundlePath },
    activities: settings.activities,
    dataConverter: createDataConverter(settings.keys),
    shutdownGraceTime: '20 seconds',
    shutdownForceTime: '30 seconds',
    maxCachedWorkflows: 500,
    maxConcurrentActivityTaskExecutions: 20,
    stickyQueueScheduleToStartTimeout: '5 seconds',
    maxHeartbeatThrottleInterval: HEARTBEAT_MS,
    interceptors: { activity: [signsOfLife] },
  });
  const done = worker.run().finally(() => connection.close());
  return {
    done,
    stop: async () => {
      if (worker.getState() === 'RUNNING') worker.shutdown();
      await done;
    },
  };
}
