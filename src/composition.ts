import path from 'node:path';
import { readFileSync } from 'node:fs';
import type { MikroORM } from '@mikro-orm/postgresql';
import type { Client } from '@temporalio/client';
import { z } from 'zod';
import { createMorningSweep, morningSweepInput } from './activities/sweeps/morning-sweep';
import { createFaultActivity, createProcessActivities, type Process } from './activities/process/turn';
import { reconcile } from './commands/processes/reconcile';
import { createRunner, type Runner } from './commands/runner/run';
import type { Config } from './config';
import type { Clock, Log, WakeSender } from './contracts/ports';
import { createMailComposer } from './documents/mail/compose';
import { createClock, machineNow } from './infrastructure/clock/clock';
import { connectTestServerTime } from './infrastructure/clock/test-server-time';
import { createMailer } from './infrastructure/mail/smtp-sender';
import { createLazyClient, createWakeSender } from './infrastructure/temporal/connection';
import { startTemporalWorker } from './infrastructure/temporal/worker';
import { createAuditSealer } from './loops/audit-sealer';
import { startLoop, type RunningLoop } from './loops/loop';
import { createMailSender } from './loops/mail-sender';
import { createRelay } from './loops/relay';
import { createWatch } from './loops/watch';
import { dayOf } from './domain/time/stockholm';
import { connectOrm } from './store/orm';

/** The root of what is shipped beside the code: templates, built assets, reference data. */
export const root = path.resolve(__dirname, '..');

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
  const clock = createClock(config.clock.line, serverTime?.now ?? machineNow);
  const temporal = createLazyClient(config.temporal, config.payloadKeys);
  const wakeSender = createWakeSender(temporal.client);
  const run = createRunner({ em: orm.em, clock, wakeSender, log, secret: config.secret });
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

/** Every process of the product. */
export function createProcesses(parts: Parts): Process[] {
  return [createMorningSweep({ em: parts.orm.em, clock: parts.clock })];
}

export interface RunningService {
  /** Rejects when the service failed and has to be started anew. */
  readonly done: Promise<void>;
  stop(): Promise<void>;
}

/** The worker: processes and loops. It also starts the sweeps and, on a workflow server that lacks them, wakes every open row (wake.md 14). */
export async function startWorker(parts: Parts): Promise<RunningService> {
  const { config, orm, clock, log } = parts;
  const deps = { em: orm.em, clock };
  const activities = Object.assign(
    {},
    createFaultActivity(deps),
    ...createProcesses(parts).map((process) => createProcessActivities(deps, process)),
  ) as object;
  const worker = await startTemporalWorker({
    to: config.temporal,
    keys: config.payloadKeys,
    bundlePath: path.join(__dirname, 'workflow-bundle.js'),
    activities,
    logLevel: config.logLevel,
  });
  const loops = startLoops(parts);
  await startSweeps(parts);
  return {
    done: worker.done,
    stop: async () => {
      await Promise.all(loops.map((loop) => loop.stop()));
      await worker.stop();
    },
  };

  function startLoops({ wakeSender }: Parts): RunningLoop[] {
    const mailer = createMailer(config.smtp.url);
    const compose = createMailComposer(
      config.http.publicUrl,
      readFileSync(path.join(root, 'templates/mails/letter.hbs'), 'utf8'),
    );
    return [
      createRelay(orm.em, wakeSender),
      createWatch(orm.em),
      createAuditSealer(orm.em),
      createMailSender({
        em: orm.em,
        clock,
        compose,
        deliver: async (letter) => {
          const sent = await mailer.send({ from: config.smtp.from, ...letter });
          return sent.outcome === 'accepted'
            ? { accepted: true }
            : { accepted: false, code: String(sent.code) };
        },
      }),
    ].map((loop) => startLoop(loop, log));
  }
}

/** The sweeps run once in a namespace; where they are missing the server is new or was emptied, and every open row is woken. */
async function startSweeps({ client, clock, wakeSender, orm, log }: Parts): Promise<void> {
  const known = await client.workflow
    .getHandle(`sweep/${morningSweepInput.row}`)
    .describe()
    .then((found) => found.status.name === 'RUNNING')
    .catch(() => false);
  if (known) return;
  await wakeSender.send({
    kind: 'sweep',
    rowId: morningSweepInput.row,
    authorityId: morningSweepInput.authority,
  });
  const woken = await reconcile(orm.em, dayOf(await clock.now()));
  log.info({ woken }, 'the workflow server was new: open processes are woken');
}
