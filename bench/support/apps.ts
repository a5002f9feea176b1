import { randomBytes } from 'node:crypto';
import path from 'node:path';
import { dist } from '../../src/composition/parts';
import {
  startApp,
  stopApp,
  untilReady,
  type StartedApp,
} from '../../src/infrastructure/embedded/app-process';
import { anyFreePort } from '../../src/infrastructure/embedded/ports';

export interface ApiServers {
  readonly appUrl: string;
  readonly temporalAddress: string;
  readonly smtpUrl: string;
  readonly folder: string;
}

export interface StartedApi {
  readonly address: string;
  readonly pid: number;
  stop(): Promise<void>;
}

/** An api process on the real clock, as npm start runs it. */
export async function startApi({
  appUrl,
  temporalAddress,
  smtpUrl,
  folder,
}: ApiServers): Promise<StartedApi> {
  const port = await anyFreePort();
  const address = `http://127.0.0.1:${port}`;
  const app = {
    name: 'api',
    dist,
    logFile: path.join(folder, 'api.log'),
    env: {
      PATH: process.env['PATH'],
      TZ: 'UTC',
      DATABASE_URL: appUrl,
      TEMPORAL_ADDRESS: temporalAddress,
      SMTP_URL: smtpUrl,
      SAMRAD_PORT: String(port),
      SAMRAD_PUBLIC_URL: address,
      SAMRAD_SECRET: randomBytes(32).toString('hex'),
      SAMRAD_PAYLOAD_KEYS: `bench:${randomBytes(32).toString('hex')}`,
      SAMRAD_DEMO: '1',
      SAMRAD_LOG_LEVEL: 'warn',
    },
  } as const;
  const running: StartedApp = await startApp(app);
  await untilReady(app, running);
  return { address, pid: running.pid, stop: () => stopApp(running) };
}
