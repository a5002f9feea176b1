import { rmSync } from 'node:fs';
import { setTimeout as wait } from 'node:timers/promises';
import type { Client } from '@temporalio/client';
import { z } from 'zod';
import { reconcile } from '../commands/processes/reconcile';
import { readConfig } from '../config';
import { workflowId, type ProcessKind } from '../contracts/processes';
import { dayOf } from '../domain/time/stockholm';
import { anyFreePort } from '../infrastructure/embedded/ports';
import { readPorts } from '../infrastructure/embedded/stored-settings';
import { createLazyClient, createWakeSender } from '../infrastructure/temporal/connection';
import { Blows, type Struck } from '../rehearsal/chaos/blows';
import { createChance } from '../rehearsal/chaos/chance';
import type { CaseRows, CaseTime } from '../rehearsal/case-rows';
import { House } from '../rehearsal/chaos/house';
import type { PlannedBlow } from '../rehearsal/chaos/kill-plan';
import { createPacedTime } from '../rehearsal/chaos/paced-time';
import { OfficeByHttp, type Receipt } from '../rehearsal/office-by-http';
import { momentOf, play } from '../rehearsal/play';
import type { ReadCase } from '../rehearsal/read-case-file';
import { settle } from '../rehearsal/settle';
import { readKnownActs, readTurns } from '../store/queries/case-files/end-state';
import { contracts } from './case-parts';
import { readEnd, wrongWorkflows, type End } from './chaos-check';
import { clockFile, copyGround, type Ground } from './chaos-ground';
import { SteadyRows } from './chaos-rows';
import { dist } from './parts';

/** A house that was hit may be slow to heal on a busy machine; what is lost never comes. */
const PATIENCE_MS = 240_000;
const LOOK_MS = 250;

export interface ChaosOptions {
  readonly read: ReadCase;
  readonly ground: Ground;
  /** The folder of this run's installation; removed afterwards unless something went wrong. */
  readonly root: string;
  readonly blows: readonly PlannedBlow[];
  readonly seed: number;
  /** Machine milliseconds of a case day. */
  readonly dayMs: number;
  readonly env: NodeJS.ProcessEnv;
  readonly say: (line: string) => void;
  /** Told the house as soon as there is one, so that it can be stopped from outside. */
  readonly opened: (house: House) => void;
}

export interface Played {
  readonly end: End;
  readonly struck: readonly Struck[];
  readonly receipts: number;
  /** How often the supervisor was started. */
  readonly starts: number;
  /** Milliseconds that the scaled clock ran. */
  readonly ranMs: number;
}

/**
 * Plays a case to its end on an installation of its own while processes are killed.
 * @throws when the case cannot be played to its end
 */
export async function playThroughBlows(options: ChaosOptions): Promise<Played> {
  const { read, ground, root, dayMs, say } = options;
  await copyGround(ground, root);
  const port = await anyFreePort();
  const address = `http://127.0.0.1:${port}`;
  const house = new House({ root, dist, env: environment(options, port) });
  options.opened(house);
  const rows = new SteadyRows(root, ground.secrets, PATIENCE_MS);
  const closing: (() => Promise<unknown>)[] = [() => rows.close(), () => house.stop()];
  try {
    const time = createPacedTime(clockFile(root), momentOf(read.file.starts), dayMs, (day) =>
      blows.timeSetsOut(day),
    );
    const temporal = { current: undefined as ReturnType<typeof workflows> | undefined };
    const client = (): Client => (temporal.current ??= workflows(options)).client;
    closing.unshift(async () => temporal.current?.close());
    const blows = new Blows(options.blows, { house, say, terminate });
    const receipts: Receipt[] = [];
    const office = new OfficeByHttp(address, PATIENCE_MS, (receipt) => receipts.push(receipt));
    await house.start();
    const before = await rows.ask(readKnownActs);
    const caseRows = rows.forPlayer(createWakeSender(client()));
    await play(read, {
      rows: caseRows,
      time,
      contracts,
      people: ground.people,
      patienceMs: PATIENCE_MS,
      say: () => undefined,
      office: {
        does: (...act) => {
          blows.actBegins();
          return office.does(...act);
        },
      },
    });
    await blows.done();
    await settle(caseRows, time, PATIENCE_MS);
    await untilWorkflowsAreBack(caseRows, time);
    const taken = await lettersTaken(house);
    const end = await rows.ask((em) => readEnd(em, { receipts, before, taken }, client()));
    return {
      end,
      struck: blows.struck,
      receipts: receipts.length,
      starts: house.starts,
      ranMs: time.ranMs(),
    };

    /** A workflow server that lost its file after the last act looks settled in the rows before the worker has found out. */
    async function untilWorkflowsAreBack(played: CaseRows, clock: CaseTime): Promise<void> {
      const since = performance.now();
      while ((await rows.ask((em) => wrongWorkflows(em, client()))).length > 0) {
        if (performance.now() - since > PATIENCE_MS) return;
        await wait(LOOK_MS);
      }
      await settle(played, clock, PATIENCE_MS);
    }

    async function terminate(): Promise<string | null> {
      const chance = createChance(options.seed);
      const open = (await rows.ask(readTurns)).filter(({ ended }) => !ended);
      const turn = open[chance.below(open.length)];
      if (turn === undefined) return null;
      const id = workflowId(turn.kind as ProcessKind, turn.row);
      const gone = await client()
        .workflow.getHandle(id)
        .terminate()
        .then(() => true)
        .catch(() => false);
      const today = dayOf(await time.now());
      await rows.ask((em) => reconcile(em, today));
      return gone ? id : null;
    }
  } finally {
    for (const close of closing) await close();
  }
}

/** Removes what a run has left. */
export function clearAway(root: string): void {
  rmSync(root, { recursive: true, force: true, maxRetries: 5 });
}

/** What `npm start` would be given: nothing of the caller's own servers. */
function environment({ env, root }: ChaosOptions, port: number): NodeJS.ProcessEnv {
  return {
    PATH: env['PATH'],
    HOME: env['HOME'],
    TEMPORAL_CLI: env['TEMPORAL_CLI'],
    NODE_COMPILE_CACHE: env['NODE_COMPILE_CACHE'],
    TZ: 'UTC',
    SAMRAD_DATA_DIR: root,
    SAMRAD_PORT: String(port),
    SAMRAD_PUBLIC_URL: `http://127.0.0.1:${port}`,
    SAMRAD_DEMO: '1',
    SAMRAD_CLOCK: `scaled:file:${clockFile(root)}`,
    SAMRAD_LOG_LEVEL: 'warn',
  };
}

function workflows({ root, ground }: ChaosOptions): ReturnType<typeof createLazyClient> {
  const { temporal } = readPorts(root);
  const { payloadKeys } = readConfig({
    DATABASE_URL: 'postgresql://127.0.0.1',
    TEMPORAL_ADDRESS: '127.0.0.1:1',
    SMTP_URL: 'smtp://127.0.0.1',
    SAMRAD_PUBLIC_URL: 'http://127.0.0.1',
    SAMRAD_SECRET: ground.secrets.appSecret,
    SAMRAD_PAYLOAD_KEYS: ground.secrets.payloadKeys,
  });
  return createLazyClient({ address: `127.0.0.1:${String(temporal)}`, namespace: 'samrad' }, payloadKeys);
}

const Mails = z.array(
  z.looseObject({
    messageId: z.string(),
    to: z.array(z.string()),
    subject: z.string(),
    text: z.string(),
    deliveries: z.int(),
  }),
);

async function lettersTaken(house: House): Promise<z.infer<typeof Mails>> {
  const { mailUrl = '' } = house.record();
  const response = await fetch(new URL('/mails', mailUrl));
  return Mails.parse(await response.json());
}
