import path from 'node:path';
import type { MikroORM } from '@mikro-orm/postgresql';
import type { Client } from '@temporalio/client';
import { z } from 'zod';
import { createRunner, type Runner } from '../commands/runner/run';
import type { Config } from '../config';
import type { Clock, Log, WakeSender } from '../contracts/ports';
import { createSealer } from '../infrastructure/crypto/sealer';
import { createClock, machineNow } from '../infrastructure/clock/clock';
import { createScaledFileClock } from '../infrastructure/clock/scaled-file';
import { connectTestServerTime } from '../infrastructure/clock/test-server-time';
import { createLazyClient, createWakeSender } from '../infrastructure/temporal/connection';
import { connectOrm } from '../store/orm';

/** The root of what is shipped beside the code: templates, built assets, reference data. */
export const root = path.resolve(__dirname, '../..');

/** The built modules, the bundle of workflows and the assets. */
export const dist = path.join(root, 'dist');

/** What api and worker have in common. */
export interface Parts {
  readonly config: Config;
  readonly orm: MikroORM;
  readonly clock: Clock;
  readonly client: Client;
  readonly wakeSender: WakeSender;
  readonly run: Runner;
  readonly log: Log;
  close(): Promise<void>;
}

/** Wires the common parts. Nothing here waits for the workflow server: commands are committed while it is away. */
export async function createParts(config: Config, log: Log): Promise<Parts> {
  z.config(z.locales.sv());
  const orm = await connectOrm(config.database.url, config.database.pool);
  const serverTime =
    config.clock.driver === 'rehearsal' ? await connectTestServerTime(config.temporal.address) : null;
  const clock =
    config.clock.driver === 'scaledByFile'
      ? createScaledFileClock(config.clock.file)
      : createClock(config.clock.line, serverTime?.now ?? machineNow);
  const temporal = createLazyClient(config.temporal, config.payloadKeys);
  const wakeSender = createWakeSender(temporal.client);
  const run = createRunner({
    em: orm.em,
    clock,
    wakeSender,
    log,
    secret: config.secret,
    sealer: createSealer(config.secret),
  });
  return {
    config,
    orm,
    clock,
    client: temporal.client,
    wakeSender,
    run,
    log,
    close: async () => {
      await temporal.close();
      await serverTime?.close();
      await orm.close();
    },
  };
}

export interface RunningService {
  /** Rejects when the service failed and has to be started anew. */
  readonly done: Promise<void>;
  stop(): Promise<void>;
}
