import { exposedCommands } from '../../../src/api/commands';
import { operations as operatorCommands } from '../../../src/api/commands/operations';
import { people as ownAccountCommands } from '../../../src/api/commands/people';
import { readRoutes } from '../../../src/api/routes';
import type { ReadRoute } from '../../../src/api/route';
import type { Runner } from '../../../src/commands/runner/run';
import type { Actor } from '../../../src/contracts/actor';
import { refuse } from '../../../src/domain/refusals/refusal';
import { meetingOffice, type MeetingOffice } from '../../support/builders/meetings';
import type { Browser } from '../support/browser';
import { serveApi, type ServedApi } from '../support/test-api';
import { actOfCommand } from './act-of-command';
import { expected, expectedSomewhere, outsiders } from './expected';
import {
  accessWorld,
  CLOSED_MARK,
  readersOfClosed,
  situations,
  walkers,
  type AccessWorld,
  type Situation,
  type Walker,
  knownIn,
} from './objects';
import { sample } from './sample';

const NOW = new Date('2026-03-05T14:00:00Z');
const NOBODYS = '0198c0de-0000-7000-8000-00000000dead';
/** Those who are shown every page too. */
const readers: readonly Walker[] = ['nobody', 'secretary', 'recusedMember', 'otherSecretary'];

/** Some who may do a part: their attempts get past the door. */
const insiders: readonly Walker[] = ['secretary', 'recusedMember', 'registrar'];

/** Answers that give nothing away: sign in, not yours, not there. */
const denied = new Set([303, 401, 403, 404]);

interface Answer {
  readonly status: number;
  readonly text: string;
}

describe('the access walk: every address, everyone, everything', () => {
  let office: MeetingOffice;
  let api: ServedApi;
  let world: AccessWorld;
  const browsers = new Map<Walker, Browser>();

  beforeAll(async () => {
    office = await meetingOffice();
    world = await accessWorld(office);
    api = await serveApi(office.db, {}, NOW);
    for (const walker of walkers) {
      const browser = api.visitor();
      browsers.set(walker, browser);
      if (walker === 'nobody') continue;
      const session = await browser.json('/api/session', 'POST', { personId: world.people[walker] });
      expect([walker, session.status]).toEqual([walker, 200]);
    }
  }, 120_000);
  afterAll(async () => {
    await office.orm.close();
    await office.admin.end();
    await api.close();
  });

  /** What the log says of faults, to read beside a failed walk. */
  let read = 0;
  beforeEach(() => {
    read = api.logged.length;
  });
  const faultsLogged = (): unknown[] =>
    api.logged
      .slice(read)
      .filter((line) => JSON.stringify(line).startsWith('{"message":"fault"'))
      .slice(-2);

  const addressOf = async (route: ReadRoute, situation: Situation): Promise<string> => {
    let address: string = route.path;
    for (const [part, name] of route.path.matchAll(/:(\w+)/g)) {
      address = address.replace(part, (await world.idOf(name!, situation)) ?? NOBODYS);
    }
    return address;
  };

  /** Whether the declared act is a role's here, by the written table; null where it hangs on whose thing it is. */
  const allowedBy = (route: ReadRoute, walker: Walker, situation: Situation): boolean | null => {
    if (route.permission === 'signedIn') return walker !== 'nobody';
    if (route.somewhere) return expectedSomewhere(route.permission, walker);
    const allowed = expected(route.permission, walker, situation);
    // Papers that hold the item of a recusal are kept from the recused, whatever else they hold (KL 6:30).
    const ofPapers = ['papers.read', 'paper.read'].includes(route.permission);
    return allowed === true && ofPapers && walker === 'recusedMember' ? null : allowed;
  };

  const answersTo = async (browser: Browser, addresses: readonly string[]): Promise<readonly Answer[]> => {
    const answers: Answer[] = [];
    for (const address of addresses) {
      const answer = await browser.raw(address);
      answers.push({ status: answer.status, text: await answer.text() });
    }
    return answers;
  };

  it('knows a thing for every variable part of an address', async () => {
    const names = new Set(
      readRoutes.flatMap((route) => [...route.path.matchAll(/:(\w+)/g)].map((found) => found[1]!)),
    );
    const unknown = [];
    for (const name of names) if ((await world.idOf(name, 'own')) === undefined) unknown.push(name);
    expect(unknown).toEqual([]);
  });

  it.each(walkers)(
    '%s gets by pages, JSON, files and feeds what the declared act allows and nothing else',
    async (walker) => {
      const browser = browsers.get(walker)!;
      const wrong: string[] = [];
      // Two situations may be one address, such as a board's with and without a closed item: one answer is judged in both.
      const answered = new Map<string, readonly Answer[]>();
      for (const route of readRoutes) {
        for (const situation of route.path.includes(':') ? situations : (['own'] as const)) {
          const address = await addressOf(route, situation);
          const allowed = allowedBy(route, walker, situation);
          // Page and JSON ask the same permission and view: everyone asks for JSON, some for the page beside it.
          const asked =
            route.kind !== 'page'
              ? [address]
              : [`/api${address}`, ...(readers.includes(walker) ? [address] : [])];
          const answers = answered.get(asked.join()) ?? (await answersTo(browser, asked));
          answered.set(asked.join(), answers);
          const statuses = answers.map((answer) => answer.status);
          const told = `${route.path} (${situation}): ${statuses.join(', ')}`;
          if (statuses.some((status) => status >= 500)) wrong.push(`${told}, a fault`);
          if (allowed === false && statuses.some((status) => !denied.has(status)))
            wrong.push(`${told}, but is not allowed`);
          if (allowed === true && statuses.some((status) => status === 401 || status === 403))
            wrong.push(`${told}, but is allowed`);
          if (answers.length === 2 && (statuses[0] === 200) !== (statuses[1] === 200))
            wrong.push(`${told}, page and JSON differ`);
          if (!readersOfClosed.includes(walker) && answers.some(({ text }) => text.includes(CLOSED_MARK)))
            wrong.push(`${told}, shows a closed item`);
        }
      }
      expect({ wrong, faults: faultsLogged() }).toEqual({ wrong: [], faults: [] });
    },
    180_000,
  );

  it('shows a closed item to those who may read it, so that the walk would see it leak', async () => {
    const seen = [];
    for (const route of readRoutes.filter(({ path }) => /:(itemId|meetingId|documentId)/.test(path))) {
      const answer = await browsers.get('secretary')!.raw(await addressOf(route, 'closed'));
      if ((await answer.text()).includes(CLOSED_MARK)) seen.push(route.path);
    }
    const ofMeetings = readRoutes.some(({ path }) => path.includes(':itemId'));
    expect(seen.length > 0 || !ofMeetings).toBe(true);
  });

  const inputFor = async (
    command: (typeof exposedCommands)[number],
    situation: Situation,
  ): Promise<unknown> => sample(command.input, await knownIn(world, situation));

  it('knows an input for every command, so that it is the permission that answers', async () => {
    const unfit: string[] = [];
    for (const command of exposedCommands) {
      const parsed = command.input.safeParse(await inputFor(command, 'own'));
      if (!parsed.success)
        unfit.push(`${command.name}: ${parsed.error.issues.map((issue) => issue.path.join('.')).join(', ')}`);
    }
    expect(unfit).toEqual([]);
  });

  it('has the act of every command written down, so that none is left untried', () => {
    const names = exposedCommands.map(({ name }) => name);
    expect([...actOfCommand.keys()].sort()).toEqual([...names].sort());
  });

  const actorOf = (walker: Walker): Actor =>
    walker === 'nobody' ? { kind: 'public' } : { kind: 'person', personId: world.people[walker] };

  /** Runs a command as far as its door, in the product's own runner: whoever is let in is turned back at once. */
  const LET_IN = 'stale-version';
  const toTheDoor: Runner = (command, ...rest) =>
    api.deps.run({ ...command, handle: () => Promise.resolve(refuse(LET_IN)) }, ...rest);

  const entered = new Set<string>();
  const codeOf = async (
    command: (typeof exposedCommands)[number],
    walker: Walker,
    situation: Situation,
  ): Promise<string> => {
    const answer = await command.run(toTheDoor, actorOf(walker), await inputFor(command, situation), {});
    return answer.ok ? 'done' : answer.code;
  };

  it.each(walkers)('%s is let in by every command whose act is theirs, and by no other', async (walker) => {
    const wrong: string[] = [];
    const tell = (command: string, situation: Situation, code: string): void => {
      const allowed = expected(actOfCommand.get(command) ?? '', walker, situation);
      if (situation === 'own' && code === LET_IN) entered.add(command);
      // The board beside has not had its meeting: much that is named there is not found.
      const letIn = situation === 'own' ? code === LET_IN : !['not-allowed', 'role-ended'].includes(code);
      if ((allowed === true && !letIn) || (allowed === false && code === LET_IN))
        wrong.push(`${command} (${situation}): ${code}`);
    };
    for (const command of exposedCommands) {
      const [own, beside] = await Promise.all([
        codeOf(command, walker, 'own'),
        codeOf(command, walker, 'otherBody'),
      ]);
      tell(command.name, 'own', own);
      tell(command.name, 'otherBody', beside);
    }
    expect(wrong).toEqual([]);
  });

  it('lets somebody in by every command, so that it is the permission that turned the others back', () => {
    expect(exposedCommands.map(({ name }) => name).filter((name) => !entered.has(name))).toEqual([]);
  });

  /** How many rows of each act the audit log holds. */
  const audited = async (): Promise<ReadonlyMap<string, number>> => {
    const rows = await api.sql<{ act: string; rows: number }>(
      'select act, count(*)::int as rows from audit_event group by act',
    );
    return new Map(rows.map(({ act, rows: count }) => [act, count]));
  };

  it.each(outsiders)(
    '%s does nothing to the board by any command, and each attempt leaves its row',
    async (walker) => {
      const browser = browsers.get(walker)!;
      const own = new Set<string>(ownAccountCommands.map(({ name }) => name));
      const operates = new Set<string>(walker === 'operator' ? operatorCommands.map(({ name }) => name) : []);
      const tried = exposedCommands.filter(({ name }) => !own.has(name));
      const wrong: string[] = [];
      const before = await audited();
      for (const command of tried) {
        for (const situation of ['own', 'closed'] as const) {
          const answer = await browser.json(
            `/api/commands/${command.name}`,
            'POST',
            await inputFor(command, situation),
          );
          const done = answer.status < 400 && !operates.has(command.name);
          if (answer.status >= 500 || done) wrong.push(`${command.name} (${situation}): ${answer.status}`);
        }
      }
      const after = await audited();
      const unseen = tried
        .filter(({ name }) => (after.get(name) ?? 0) < (before.get(name) ?? 0) + 2)
        .map(({ name }) => name);
      expect({ wrong, unseen, faults: faultsLogged() }).toEqual({ wrong: [], unseen: [], faults: [] });
    },
    180_000,
  );

  it.each(insiders)(
    '%s gets a refusal or an answer from every command, never a fault, whatever the ids',
    async (walker) => {
      const browser = browsers.get(walker)!;
      const failed: string[] = [];
      for (const command of exposedCommands.filter(({ name }) => name !== 'endMySessions')) {
        for (const input of [{}, sample(command.input, {}), await inputFor(command, 'otherBody')]) {
          const answer = await browser.json(`/api/commands/${command.name}`, 'POST', input);
          if (answer.status >= 500) failed.push(`${command.name}: ${JSON.stringify(input)}`);
        }
      }
      expect({ failed, faults: faultsLogged() }).toEqual({ failed: [], faults: [] });
    },
    180_000,
  );
});
