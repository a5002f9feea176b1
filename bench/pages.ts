/**
 * How fast the most used pages come, in a county that has gathered 200 meetings, 3 000 matters and 20 000 documents.
 * The meetings are copies of one that was played from plan to the end of the appeal time, with everything that belongs to
 * them; five more stand today at a point of their way. Run: npm run bench -- pages
 */
import { Client } from 'pg';
import { paths } from '../src/api/paths';
import { startApi, type StartedApi } from './support/apps';
import { keepRows } from './support/copies';
import { DOCUMENTS, fillCounty, LIVE, MATTERS, MEETINGS, type Live } from './support/county';
import { ask, cpuOf, signIn } from './support/reader';
import { afterTheCase, type RehearsedServers } from './support/rehearsed';
import { median, ms, p95, run, say } from './support/report';

const GOAL_MS = 40;
const WARM_UP = 15;
const ROUNDS = 5;
const A_ROUND = 30;

/** After which act the case's rows are kept. */
const points: ReadonlyMap<string, Live> = new Map([
  ['askForApproval', 'prepared'],
  ['answerSubstituteAsk', 'summoned'],
  ['closeVote', 'insession'],
  ['editParagraph', 'written'],
  ['certifyExtracts', 'announced'],
]);

interface Page {
  readonly name: string;
  /** Who reads; nobody is signed in at the public notice board. */
  readonly who: string | null;
  readonly address: string;
}

async function pagesOf(admin: Client): Promise<Page[]> {
  const one = async (sql: string): Promise<string> => {
    const { rows } = await admin.query<{ id: string }>(sql);
    const [row] = rows;
    if (row === undefined) throw new Error(`Nothing found: ${sql}`);
    return row.id;
  };
  const meeting = (point: Live): Promise<string> =>
    one(
      `select md5(id || '/' || ${LIVE.indexOf(point) + 1})::uuid as id from ${point}.meeting where id in (select id from ${point}.owned)`,
    );
  const bodyId = await one(`select body_id as id from meeting limit 1`);
  const secretary = await one(`select id from person where name = 'Annika Roos'`);
  const member = await one(`select id from person where name = 'Birgitta Holm'`);
  const official = await one(
    'select author_person_id as id from memo group by 1 order by count(*) desc limit 1',
  );
  const matterId = await one(
    'select matter_id as id from document where matter_id is not null group by 1 order by count(*) desc limit 1',
  );
  const at = async (point: Live): Promise<{ meetingId: string }> => ({ meetingId: await meeting(point) });
  const year = new Date().getUTCFullYear();
  return [
    { name: 'task list', who: secretary, address: paths.tasks.to() },
    { name: 'year plan', who: secretary, address: `${paths.meetingPlan.to({ bodyId })}?ar=${year}` },
    { name: 'meeting', who: secretary, address: paths.meeting.to(await at('summoned')) },
    { name: 'agenda builder', who: secretary, address: paths.agenda.to(await at('prepared')) },
    { name: 'summons and package preview', who: secretary, address: paths.summons.to(await at('prepared')) },
    { name: 'session view', who: secretary, address: paths.session.to(await at('insession')) },
    { name: 'minutes editor', who: secretary, address: paths.minutes.to(await at('written')) },
    { name: 'matters, searched by a word', who: secretary, address: `${paths.matters.to()}?sok=rollator` },
    { name: 'matter with many documents', who: secretary, address: paths.matter.to({ matterId }) },
    { name: 'public notice board', who: null, address: paths.noticeBoard.to() },
    { name: 'my meetings (a member)', who: member, address: paths.meetings.to() },
    { name: 'papers of a meeting (a member)', who: member, address: paths.papers.to(await at('summoned')) },
    { name: 'my memos (an official)', who: official, address: paths.memos.to() },
    { name: 'dispatch', who: secretary, address: paths.dispatches.to(await at('announced')) },
  ];
}

/** CPU time so far of api and of the database's processes that serve it: what a page costs however busy the machine is. */
async function cpuOfBoth(api: StartedApi, admin: Client): Promise<number> {
  const { rows } = await admin.query<{ pid: number }>(
    "select pid from pg_stat_activity where usename = 'samrad_app'",
  );
  return [api.pid, ...rows.map(({ pid }) => pid)].reduce((sum, pid) => sum + (cpuOf(pid) ?? 0), 0);
}

async function measure(api: StartedApi, admin: Client, page: Page): Promise<void> {
  const headers = page.who === null ? {} : await signIn(api.address, page.who);
  const once = async () => {
    const answer = await ask(`${api.address}${page.address}`, { headers });
    if (answer.status !== 200) throw new Error(`${page.name}: ${answer.status} ${answer.body.slice(0, 300)}`);
    return answer;
  };
  let bytes = 0;
  for (let at = 0; at < WARM_UP; at += 1) bytes = (await once()).body.length;
  const cpuBefore = await cpuOfBoth(api, admin);
  const rounds: number[][] = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    const times: number[] = [];
    for (let at = 0; at < A_ROUND; at += 1) times.push((await once()).ms);
    rounds.push(times);
  }
  const cpu = ((await cpuOfBoth(api, admin)) - cpuBefore) / (ROUNDS * A_ROUND);
  const best = Math.min(...rounds.map(p95));
  const all = rounds.flat();
  say(
    `  ${page.name}`,
    `p95 ${ms(best)} in the best round, ${ms(p95(all))} in all; median ${ms(median(all))}, CPU ${ms(cpu)}, ${(bytes / 1000).toFixed(0)} kB`,
    `p95 <= ${GOAL_MS} ms${best <= GOAL_MS ? '' : ' MISSED'}`,
  );
}

run(async () => {
  const days = new Map<Live, Date>();
  const connect = async (servers: RehearsedServers): Promise<Client> => {
    const client = new Client({ connectionString: servers.adminUrl });
    await client.connect();
    return client;
  };
  await afterTheCase(
    async (servers) => {
      const admin = await connect(servers);
      await keepRows(admin, 'ended');
      await fillCounty(admin, days, new Date());
      const { rows } = await admin.query<Record<string, number>>(
        `select (select count(*)::int from meeting) as meetings, (select count(*)::int from matter) as matters,
          (select count(*)::int from document) as documents, (select count(*)::int from audit_event) as audit,
          (select count(*)::int from task) as tasks, (select count(*)::int from agenda_item) as items`,
      );
      const { meetings, matters, documents, audit, tasks, items } = rows[0]!;
      say(
        'County',
        `${meetings} meetings (${MEETINGS}), ${matters} matters (${MATTERS}), ${documents} documents (${DOCUMENTS})`,
      );
      say('', `${items} agenda items, ${tasks} tasks, ${audit} audit rows`);
      const api = await startApi(servers);
      try {
        say(
          `Pages, ${ROUNDS} rounds of ${A_ROUND} one after another`,
          'CPU is that of api and database together',
        );
        for (const page of await pagesOf(admin)) await measure(api, admin, page);
      } finally {
        await api.stop();
        await admin.end();
      }
    },
    async ({ does, at }, servers) => {
      const point = points.get(does);
      if (point === undefined || days.has(point)) return;
      days.set(point, at);
      const admin = await connect(servers);
      await keepRows(admin, point);
      await admin.end();
    },
  );
});
