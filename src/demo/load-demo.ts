import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { z } from 'zod';
import { addItem } from '../commands/meetings/agenda/add-item';
import { changeItem } from '../commands/meetings/agenda/change-item';
import { attachDocument } from '../commands/meetings/agenda/item-documents';
import { planMeetings } from '../commands/meetings/plan/plan-meetings';
import { publishPlan } from '../commands/meetings/plan/publish-plan';
import type { Actor } from '../contracts/actor';
import { CaseAct } from '../contracts/case-files/case-file';
import { County } from '../contracts/case-files/county';
import { Records } from '../contracts/case-files/records';
import { demoDays, type DemoDays } from '../domain/case-files/demo-days';
import { fillWords, fillWordsIn, type NamedWords } from '../domain/case-files/fill-words';
import { actInput } from '../domain/case-files/pointers';
import { dayOf } from '../domain/time/stockholm';
import { yearOf } from '../domain/time/day';
import { demoState } from '../store/queries/case-files/demo-state';
import { findMeeting, findReference } from '../store/queries/case-files/find-reference';
import { isReferenceKind } from '../store/queries/case-files/reference-queries';
import { DEMO_PASSWORD } from './demo-password';
import { loadCounty, type LoadedCounty } from '../installation/load-county';
import { loadRecords } from './load-records';
import { Office, type OfficeDeps } from '../installation/office';
import { readProfile } from '../installation/read-profile';

/** The board whose meeting the demo is about, and its secretary. */
const BOARD = 'hjalpmedelsnamnden';

export interface DemoDeps extends OfficeDeps {
  /** The folder `data`. */
  readonly dataFolder: string;
  /** Now, on the case's clock. */
  readonly now: Date;
}

const KEYS = 'demo';
const LAST_KEY = 'done';

/**
 * Loads the demo county into an empty database, through the same commands as everything else: the bodies and people, the
 * register, and a meeting about five weeks ahead with its agenda ready for approval. A load that was cut off goes on.
 * @returns false where the database holds something already
 */
export async function loadDemo(deps: DemoDeps): Promise<boolean> {
  const state = await demoState(deps.em.fork(), KEYS);
  if (state.kind === 'taken') return false;
  const now = state.kind === 'begun' ? state.at : deps.now;
  const days = demoDays(dayOf(now));
  const named = wordsOf(days, now);
  const folder = path.join(deps.dataFolder, 'demo');
  const read = async (file: string): Promise<unknown> =>
    JSON.parse(await readFile(path.join(folder, file), 'utf8')) as unknown;
  const office = new Office(deps, KEYS);

  const county = await loadCounty(office, County.parse(await read('county.json')), {
    password: DEMO_PASSWORD,
    readProfile: await readProfile(deps.dataFolder),
  });
  await loadRecords(office, Records.parse(fillWordsIn(await read('records.json'), named)), county, {
    readText: async (file) => fillWords(await readFile(path.join(folder, file), 'utf8'), named),
    readBytes: (file) => readFile(path.join(folder, file)),
    now,
  });
  await planYears(office, county, days);
  const { acts } = Agenda.parse(fillWordsIn(await read('agenda.json'), named));
  office.say(`Föredragningslistan till sammanträdet ${days.meeting}`);
  await playActs(office, county, acts, days);
  await publishPlans(office, county, days);
  return true;
}

const Agenda = z.strictObject({ acts: z.array(CaseAct) });

function wordsOf(days: DemoDays, now: Date): NamedWords {
  const opened = dayOf(now);
  const year = yearOf(days.meeting);
  return {
    days: { ...days, opened },
    words: { year: String(year), lastYear: String(year - 1), yy: String(yearOf(opened)).slice(-2) },
  };
}

/** The plan of each year that a meeting falls in. */
async function planYears(office: Office, county: LoadedCounty, days: DemoDays): Promise<void> {
  const bodyId = county.bodies.get(BOARD);
  const planned = [days.meeting, days.next];
  for (const year of new Set(planned.map(yearOf))) {
    await office.does(
      `Sammanträdesplan ${year}`,
      planMeetings,
      {
        bodyId,
        year,
        days: planned.filter((day) => yearOf(day) === year),
        startTime: '09:00',
        endTime: '12:00',
        place: 'Sammanträdesrum Falken, Hjälpmedelscentrum, Signalvägen 2, Västerdal',
      },
      secretaryOf(county),
    );
  }
}

/** The last act of all says that the load is done. */
async function publishPlans(office: Office, county: LoadedCounty, days: DemoDays): Promise<void> {
  const years = [...new Set([yearOf(days.next), yearOf(days.meeting)])];
  for (const [index, year] of years.entries()) {
    const key = index === years.length - 1 ? LAST_KEY : undefined;
    const input = { bodyId: county.bodies.get(BOARD), year };
    await office.does(`Sammanträdesplan ${year}`, publishPlan, input, { kind: 'system' }, key);
  }
}

const secretaryOf = (county: LoadedCounty) =>
  ({ kind: 'person', personId: county.people.get('Annika Roos') ?? '' }) as const;

type DemoAct = (office: Office, input: unknown, actor: Actor) => Promise<unknown>;

/** What the demo's own acts may be; a case file may use every command. */
const demoActs: Readonly<Record<string, DemoAct>> = {
  addItem: (office, input, actor) => office.does('addItem', addItem, input, actor),
  changeItem: (office, input, actor) => office.does('changeItem', changeItem, input, actor),
  attachDocument: (office, input, actor) => office.does('attachDocument', attachDocument, input, actor),
};

async function playActs(
  office: Office,
  county: LoadedCounty,
  acts: readonly CaseAct[],
  days: DemoDays,
): Promise<void> {
  const focus = await findMeeting(office.em.fork(), BOARD, days.meeting);
  for (const act of acts) {
    const perform = demoActs[act.does];
    if (perform === undefined) throw new Error(`Demon kan inte ${act.does}`);
    const input = await actInput(act.with, act.does === 'changeItem', async ({ kind, name }) => {
      if (!isReferenceKind(kind)) throw new Error(`@${kind} pekar inte på något`);
      const [row] = await findReference(office.em.fork(), kind, name, focus);
      if (row === undefined) throw new Error(`@${kind}:${name} finns inte`);
      return row;
    });
    await perform(office, input, secretaryOf(county));
  }
}
