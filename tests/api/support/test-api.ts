import { randomBytes } from 'node:crypto';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import type { MikroORM } from '@mikro-orm/postgresql';
import { Client, type QueryResultRow } from 'pg';
import { createApp } from '../../../src/api/app';
import type { ApiDeps, ApiSettings } from '../../../src/api/deps';
import { createHttpServer } from '../../../src/api/serving/http-server';
import { readLegalSettings } from '../../../src/api/pages/legal/read-settings';
import { loadManifest } from '../../../src/api/render/manifest';
import { createRenderer } from '../../../src/api/render/renderer';
import { createRunner } from '../../../src/commands/runner/run';
import type { Log } from '../../../src/contracts/ports';
import { createSealer } from '../../../src/infrastructure/crypto/sealer';
import { renderHtml } from '../../../src/documents/text/html';
import { parseText } from '../../../src/documents/text/profile';
import { connectOrm } from '../../../src/store/orm';
import { freshDatabase, type FreshDatabase } from '../../support/database';
import { Browser } from './browser';
import { settle, type World } from './world';

const root = join(__dirname, '../../..');

/** The case's now in tests that do not move it. */
export const NOW = new Date('2026-02-10T08:30:00Z');

/** The application on a port of its own, over a database of its own. */
export interface ServedApi {
  readonly url: string;
  readonly database: FreshDatabase;
  readonly orm: MikroORM;
  readonly deps: ApiDeps;
  /** Keys one-time links, as in letters. */
  readonly secret: string;
  /** Moves the case's clock. */
  setNow(now: Date): void;
  /** What was logged, for tests of what may not be. */
  readonly logged: readonly unknown[];
  /** Raw SQL that sees every row. */
  sql<Row extends QueryResultRow>(text: string, params?: readonly unknown[]): Promise<Row[]>;
  /** A new browser; nobody is signed in. */
  visitor(): Browser;
  close(): Promise<void>;
}

/** The same over a small world of two boards. */
export interface TestApi extends ServedApi {
  readonly world: World;
}

export async function createTestApi(settings: Partial<ApiSettings> = {}): Promise<TestApi> {
  const database = await freshDatabase();
  const world = await settle(database.adminUrl);
  return { ...(await serveApi(database, settings)), world };
}

/** Serves a database that a test has filled. @param start the case's now */
export async function serveApi(
  database: FreshDatabase,
  settings: Partial<ApiSettings> = {},
  start = NOW,
): Promise<ServedApi> {
  // What can fail comes first: nothing is left open then.
  const assetsDir = join(root, 'dist/assets');
  const renderer = createRenderer({
    templatesDir: join(root, 'templates'),
    manifest: loadManifest(assetsDir),
    renderText: (markdown, headingLevel) => renderHtml(parseText(markdown), { headingLevel }),
    development: false,
  });
  const orm = await connectOrm(database.appUrl, 5);
  const admin = new Client({ connectionString: database.adminUrl });
  await admin.connect();
  const logged: unknown[] = [];
  const note = (facts: unknown, message: string): void => void logged.push({ message, facts });
  const log: Log = { info: note, warn: note, error: note };
  const secret = randomBytes(32).toString('hex');
  let now = start;
  const clock = { now: () => Promise.resolve(now), toServerTime: (at: Date) => at.getTime() };
  const server = createHttpServer();
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const deps: ApiDeps = {
    em: orm.em,
    run: createRunner({
      em: orm.em,
      clock,
      wakeSender: { send: () => Promise.resolve() },
      log,
      secret,
      sealer: createSealer(secret),
    }),
    clock,
    log,
    sealer: createSealer(secret),
    renderer,
    settings: {
      publicUrl: url,
      demo: true,
      demoSignIn: true,
      assetsDir,
      trustedProxies: 0,
      legal: readLegalSettings(null, true),
      moveTime: (to) => {
        now = to;
        return Promise.resolve();
      },
      ...settings,
    },
  };
  server.on('request', createApp(deps));
  return {
    url,
    database,
    orm,
    deps,
    secret,
    logged,
    setNow: (moment) => (now = moment),
    sql: async <Row extends QueryResultRow>(text: string, params: readonly unknown[] = []) =>
      (await admin.query<Row>(text, [...params])).rows,
    visitor: () => new Browser(url),
    close: async () => {
      await new Promise((closed) => server.close(closed).closeAllConnections());
      await orm.close();
      await admin.end();
      await database.drop();
    },
  };
}
