import path from 'node:path';
import { startApp, stopApp, untilReady, type AppProcess } from '../infrastructure/embedded/app-process';
import { dist, type Parts } from './parts';

export type Stop = () => Promise<void>;

export interface AppsToStart {
  /** The common parts of the process that rehearses, on the same servers. */
  readonly parts: Parts;
  readonly env: NodeJS.ProcessEnv;
  /** Folder of the logs. */
  readonly logs: string;
}

/** Starts api and worker, and says how they are stopped. */
export type StartApps = (apps: AppsToStart) => Promise<Stop>;

/** As `npm start` does: api and worker are two processes. @throws StartFault */
export const asProcesses: StartApps = async ({ env, logs }) => {
  const started: { app: AppProcess; running: Awaited<ReturnType<typeof startApp>> }[] = [];
  const stop = async (): Promise<void> => {
    for (const { running } of started.reverse()) await stopApp(running);
  };
  try {
    for (const name of ['api', 'worker'] as const) {
      const app: AppProcess = { name, dist, env, logFile: path.join(logs, `${name}.log`) };
      started.push({ app, running: await startApp(app) });
    }
    await Promise.all(started.map(({ app, running }) => untilReady(app, running)));
    return stop;
  } catch (error) {
    await stop();
    throw error;
  }
};
