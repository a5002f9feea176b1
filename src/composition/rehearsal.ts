import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import { randomBytes } from 'node:crypto';
import type { EntityManager } from '@mikro-orm/postgresql';
import { readConfig } from '../config';
import { refusalCatalogue } from '../domain/refusals/catalogue';
import type { RefusalEntry } from '../domain/refusals/entry';
import { connectTestServerTime, type TestServerTime } from '../infrastructure/clock/test-server-time';
import { anyFreePort } from '../infrastructure/embedded/ports';
import { createLog } from '../infrastructure/log';
import type { CaseTime } from '../rehearsal/case-rows';
import { keepDocument, keepTimeline } from '../rehearsal/keep';
import { OfficeByHttp } from '../rehearsal/office-by-http';
import { momentOf, play, type PlayedAct } from '../rehearsal/play';
import type { ReadCase } from '../rehearsal/read-case-file';
import { bringUpServers, type RehearsalServers } from '../rehearsal/servers';
import { migrate } from '../store/migrate';
import { connectOrm } from '../store/orm';
import {
  readBytes,
  readHappenings,
  readKeptVersions,
  type Happening,
} from '../store/queries/case-files/happenings';
import { contracts, enter, rowsOf } from './case-parts';
import { createParts, root } from './parts';
import { asProcesses, type StartApps, type Stop } from './rehearsed-apps';

export interface RehearsalOptions {
  /** Where documents, letters and the timeline are left. */
  readonly out: string;
  readonly env: NodeJS.ProcessEnv;
  readonly say: (line: string) => void;
  /** Looks on after each act, when the rows have come to rest. */
  readonly afterAct?: (act: PlayedAct) => Promise<void>;
  /** How api and worker are started; as two processes where nothing is said. */
  readonly startApps?: StartApps;
  /** Encrypts what the workflow server keeps, 64 hexadecimal characters; a new one where nothing is said. */
  readonly payloadKey?: string;
  /** How long the rows may take to come to rest after an act, milliseconds; half a minute where nothing is said. */
  readonly patienceMs?: number;
}

/**
 * Plays a case through the HTTP API on servers of its own, and leaves what came of it in the folder: `handlingar`, `mejl`,
 * `timeline.json`. The timeline is left also where the case could not be played to its end.
 * @throws PlayFault, StartFault or LoadFault
 */
export async function rehearse(read: ReadCase, options: RehearsalOptions): Promise<PlayedAct[]> {
  const { out, env, say } = options;
  const logs = path.join(out, 'loggar');
  await mkdir(logs, { recursive: true });
  const servers = await bringUpServers({
    mailFolder: path.join(out, 'mejl'),
    cache: env['SAMRAD_CACHE'] ?? path.join(root, '.samrad', 'cache'),
    logs,
    env,
    say,
  });
  try {
    await migrate(servers.ownerUrl);
    return await playOn(read, servers, options);
  } finally {
    await servers.stop();
  }
}

/**
 * Plays a case on servers that are up and migrated, and lets them live: whoever brought them up may look into them.
 * @throws PlayFault or LoadFault
 */
export async function playOn(
  read: ReadCase,
  servers: Omit<RehearsalServers, 'stop'>,
  {
    out,
    env,
    say,
    afterAct,
    startApps = asProcesses,
    payloadKey = randomBytes(32).toString('hex'),
    patienceMs,
  }: RehearsalOptions,
): Promise<PlayedAct[]> {
  const serverTime = await connectTestServerTime(servers.temporalAddress);
  const starts = momentOf(read.file.starts);
  const port = await anyFreePort();
  const address = `http://127.0.0.1:${port}`;
  const appEnv = {
    PATH: env['PATH'],
    HOME: env['HOME'],
    TZ: 'UTC',
    DATABASE_URL: servers.appUrl,
    TEMPORAL_ADDRESS: servers.temporalAddress,
    TEMPORAL_NAMESPACE: 'default',
    SMTP_URL: servers.smtpUrl,
    SAMRAD_PORT: String(port),
    SAMRAD_PUBLIC_URL: address,
    SAMRAD_SECRET: randomBytes(32).toString('hex'),
    SAMRAD_PAYLOAD_KEYS: `ovning:${payloadKey}`,
    SAMRAD_DEMO: '1',
    SAMRAD_CLOCK: `rehearsal:${await serverTime.now()}:${starts.getTime()}`,
    SAMRAD_LOG_LEVEL: 'warn',
  };
  const parts = await createParts(readConfig(appEnv), createLog('tool', 'error'));
  const admin = await connectOrm(servers.adminUrl, 4);
  let stop: Stop = () => Promise.resolve();
  const played: PlayedAct[] = [];
  try {
    const people = await enter(read, { run: parts.run, em: parts.orm.em, say }, await parts.clock.now());
    stop = await startApps({ parts, env: appEnv, logs: path.join(out, 'loggar') });
    const rows = rowsOf(admin.em, parts.wakeSender);
    const time = timeOf(serverTime, parts.clock);
    const office = new OfficeByHttp(address);
    const further = {
      ...(afterAct === undefined ? {} : { afterAct }),
      ...(patienceMs === undefined ? {} : { patienceMs }),
    };
    const acts = await play(read, { rows, time, office, contracts, people, say, ...further });
    played.push(...acts);
    return played;
  } finally {
    await stop();
    const until = await parts.clock.now();
    await keepWhatCame(read, admin.em, starts, until, out, played).catch((error: unknown) => {
      say(`Handlingar och tidslinje kunde inte lämnas i ${out}: ${String(error)}`);
    });
    await admin.close();
    await parts.close();
    await serverTime.close();
  }
}

function timeOf(server: TestServerTime, clock: { now: () => Promise<Date> }): CaseTime {
  return {
    now: () => clock.now(),
    moveTo: async (at) => {
      const ahead = at.getTime() - (await clock.now()).getTime();
      if (ahead > 0) await server.skip(ahead);
    },
  };
}

async function keepWhatCame(
  read: ReadCase,
  em: EntityManager,
  since: Date,
  until: Date,
  out: string,
  played: readonly PlayedAct[],
): Promise<void> {
  for (const [index, version] of (await readKeptVersions(em.fork(), since)).entries()) {
    await keepDocument(out, { ...version, bytes: await readBytes(em.fork(), version.sha256) }, index);
  }
  const { name, about } = read.file;
  await keepTimeline(
    out,
    { name, about },
    (await readHappenings(em.fork(), since, until)).map(withRule),
    played,
  );
}

/** A refused act is told by the rule that refused it. */
function withRule(happening: Happening): Happening {
  if (happening.kind !== 'act') return happening;
  const entry: RefusalEntry | undefined = Object.entries(refusalCatalogue).find(
    ([code]) => code === happening.rule,
  )?.[1];
  return { ...happening, rule: entry?.rule ?? null };
}
