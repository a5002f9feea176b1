import type { MikroORM } from '@mikro-orm/postgresql';
import path from 'node:path';
import { Client } from 'pg';
import county from '../../../data/demo/county.json';
import { createRunner, type Runner } from '../../../src/commands/runner/run';
import type { Actor } from '../../../src/contracts/actor';
import { County } from '../../../src/contracts/case-files/county';
import { loadCounty, type LoadedCounty } from '../../../src/installation/load-county';
import { Office } from '../../../src/installation/office';
import { readProfile } from '../../../src/installation/read-profile';
import { connectOrm } from '../../../src/store/orm';
import { freshDatabase, type FreshDatabase } from '../database';
import { testSealer } from '../sealer';

export const dataFolder = path.resolve(__dirname, '../../../data');
export const system: Actor = { kind: 'system' };

/** An empty installation: a database of its own and a runner, as the application's unprivileged role. */
export interface EmptyInstallation {
  readonly db: FreshDatabase;
  readonly orm: MikroORM;
  readonly run: Runner;
  now: Date;
  /** As superuser: sees every row. */
  readonly rows: <Row extends object>(sql: string, values?: readonly unknown[]) => Promise<Row[]>;
  /** Lets go of the database, which stays; `resume` takes it up again. */
  pause(): Promise<void>;
  resume(): Promise<void>;
  close(): Promise<void>;
}

export async function emptyInstallation(now = '2026-01-26T08:00:00Z'): Promise<EmptyInstallation> {
  const db = await freshDatabase();
  const orm = await connectOrm(db.appUrl, 6);
  let admin = new Client({ connectionString: db.adminUrl });
  await admin.connect();
  const pause = async (): Promise<void> => {
    await orm.close();
    await admin.end();
  };
  const silent = (): void => undefined;
  const state = { now: new Date(now) };
  const run = createRunner({
    em: orm.em,
    clock: { now: () => Promise.resolve(state.now), toServerTime: (at) => at.getTime() },
    wakeSender: { send: () => Promise.resolve() },
    log: { info: silent, warn: silent, error: silent },
    secret: 'test',
    sealer: testSealer,
  });
  return Object.assign(state, {
    db,
    orm,
    run,
    rows: async <Row extends object>(sql: string, values: readonly unknown[] = []) =>
      (await admin.query<Row>(sql, [...values])).rows,
    pause,
    resume: async () => {
      await orm.connect();
      admin = new Client({ connectionString: db.adminUrl });
      await admin.connect();
    },
    close: async () => {
      await pause();
      await db.drop();
    },
  });
}

/** The demo county in an installation: people without passwords, no register. */
export async function withCounty(installation: EmptyInstallation): Promise<LoadedCounty> {
  const deps = { run: installation.run, em: installation.orm.em, say: () => undefined };
  return loadCounty(new Office(deps, 'test'), County.parse(county), {
    password: null,
    readProfile: await readProfile(dataFolder),
  });
}
