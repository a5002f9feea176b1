import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import { createApp } from '../api/app';
import { createHttpServer } from '../api/serving/http-server';
import { readLegalSettings } from '../api/pages/legal/read-settings';
import { loadManifest } from '../api/render/manifest';
import { createRenderer } from '../api/render/renderer';
import { ConfigFault, type Config } from '../config';
import { renderHtml } from '../documents/text/html';
import { parseText } from '../documents/text/profile';
import { createSealer } from '../infrastructure/crypto/sealer';
import { holdsInventedPeople } from '../store/queries/installation/invented';
import { dist, root, type Parts, type RunningService } from './parts';
import { trainingTime } from './training-time';

export interface RunningApi extends RunningService {
  readonly port: number;
}

/** @throws ConfigFault where the file is missing or faulty: whoever supervises is not to start the api again */
function legalSettings({ legalFile, demo }: Config): ReturnType<typeof readLegalSettings> {
  try {
    return readLegalSettings(legalFile, demo);
  } catch (fault) {
    throw new ConfigFault([fault instanceof Error ? fault.message : String(fault)]);
  }
}

/**
 * "Sign in as" buttons let anyone in as anyone: never over a database with people who exist.
 * @throws ConfigFault where the database holds anything but invented people
 */
async function seesInventedPeople({ config, orm }: Parts): Promise<void> {
  if (!config.demo || (await holdsInventedPeople(orm.em.fork()))) return;
  throw new ConfigFault([
    'SAMRAD_DEMO: databasen i DATABASE_URL har inte demolänets påhittade personer, så ingen får logga in som någon annan där. Ta bort SAMRAD_DEMO, eller ange en egen, tom databas och kör node dist/main-migrate.js',
  ]);
}

/** How long a request that is under way may take when the api is told to stop. */
const GRACE_MS = 10_000;

/** The api: pages, JSON, files and feeds over HTTP. It serves though the workflow server is away. */
export async function startApi(parts: Parts): Promise<RunningApi> {
  const { config, orm, run, clock, log } = parts;
  await seesInventedPeople(parts);
  const assetsDir = path.join(dist, 'assets');
  const app = createApp({
    em: orm.em,
    run,
    clock,
    log,
    renderer: createRenderer({
      templatesDir: path.join(root, 'templates'),
      manifest: loadManifest(assetsDir),
      renderText: (text, headingLevel) => renderHtml(parseText(text), { headingLevel }),
      development: false,
    }),
    sealer: createSealer(config.secret),
    settings: {
      publicUrl: config.http.publicUrl.replace(/\/$/, ''),
      demo: config.demo,
      demoSignIn: config.demo,
      assetsDir,
      trustedProxies: config.http.trustedProxies,
      legal: legalSettings(config),
      mailReader: config.mailPage ?? undefined,
      moveTime: trainingTime(parts),
    },
  });
  const server = await new Promise<Server>((resolve, reject) => {
    const listening = createHttpServer(app);
    listening.once('error', reject);
    listening.listen(config.http.port, config.http.host, () => {
      listening.off('error', reject);
      resolve(listening);
    });
  });
  const failed = new Promise<void>((_resolve, reject) => {
    server.once('error', reject);
  });
  return {
    port: (server.address() as AddressInfo).port,
    done: failed,
    stop: () => close(server),
  };
}

/** No new requests; those under way are answered. */
async function close(server: Server): Promise<void> {
  await new Promise<void>((resolve) => {
    const force = setTimeout(() => {
      server.closeAllConnections();
    }, GRACE_MS);
    server.close(() => {
      clearTimeout(force);
      resolve();
    });
    server.closeIdleConnections();
  });
}
