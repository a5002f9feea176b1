import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { startApi } from '../../src/composition/api';
import { readCase } from '../../src/composition/case-parts';
import { rehearse } from '../../src/composition/rehearsal';
import type { StartApps } from '../../src/composition/rehearsed-apps';
import { startWorker } from '../../src/composition/worker';
import { planMeetings } from '../../src/commands/meetings/plan/plan-meetings';
import type { Command } from '../../src/commands/runner/command';
import { commandNames, type CommandName } from '../../src/contracts/commands';
import { wakes } from '../../src/contracts/wakes';
import { meetingOffice, plannedMeeting, type MeetingOffice } from '../support/builders/meetings';
import { serverFact } from '../support/database';
import { watchWakes, type Watched } from '../support/watched-runner';
import {
  afterTheMeeting,
  beforeTheSession,
  beforeTheSummons,
  minutesOnceMore,
  noticeByLinks,
} from './rarer-steps';
import { left } from './what-is-left';

const root = path.resolve(__dirname, '../..');
const PATIENCE = 540_000;

// wake.md 1: what a process reads is changed by steps only, and each step wakes the processes whose reading it changed.
describe('a stranger’s board, with every command watched', () => {
  const carriedOut = new Set<CommandName>();
  let folder: string;
  beforeAll(() => {
    folder = mkdtempSync(path.join(tmpdir(), 'samrad-watched-'));
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  /** Plays a case with api and worker in this process, so that every command of theirs is watched. */
  const watchedCase = async (name: string): Promise<{ out: string; watched: Watched }> => {
    let watched: Watched | undefined;
    const startApps: StartApps = async ({ parts }) => {
      watched = watchWakes({ em: parts.orm.em, clock: parts.clock }, parts.run);
      const watchedParts = { ...parts, run: watched.run };
      const services = [await startApi(watchedParts), await startWorker(watchedParts)];
      return async () => {
        for (const service of services.reverse()) await service.stop();
      };
    };
    const reading = await readCase(path.join(root, 'data', 'case-files', `${name}.json`));
    if (!reading.ok) throw new Error('The case file has faults');
    const out = path.join(folder, name);
    await rehearse(reading.case, {
      out,
      env: { ...process.env, TEMPORAL_TEST_SERVER: serverFact('SAMRAD_TEST_SERVER_BINARY') },
      say: () => undefined,
      startApps,
      patienceMs: 120_000,
    });
    if (watched === undefined) throw new Error('Nothing was started');
    return { out, watched };
  };

  it(
    'is played with other seats, principals, days and rules, a notice goes missing, and no reading changes without its wake',
    async () => {
      const { out, watched } = await watchedCase('liten-namnd');
      for (const name of watched.carriedOut) carriedOut.add(name);
      const { happened, deadlines, letters } = left(out);
      const appeals = deadlines.filter(({ what }) => what === 'appealTime');
      expect(appeals.map(({ at, about, result }) => [at, about, result.split(' ')[0]])).toEqual([
        ['2026-04-16 00:00', 'anslaget på alla tavlor 2026-03-25', 'upphävt:'],
        ['2026-04-29 00:00', 'anslaget på alla tavlor 2026-04-07', 'klart'],
      ]);
      expect(deadlines.find(({ what }) => what === 'verification')?.at).toBe('2026-03-28 00:00');
      expect(letters.filter(({ what }) => what === 'substituteAsk').map(({ who }) => who)).toEqual([
        'Desirée Lantto',
        'Ylva Bergdahl',
      ]);
      expect(letters.filter(({ what }) => what === 'extract')).toHaveLength(2 * 3);
      expect(happened.some(({ what }) => what === 'endMeeting')).toBe(true);

      expect(watched.missing).toEqual([]);
    },
    PATIENCE,
  );

  it.each([
    ['before the summons', beforeTheSummons],
    ['before the session', beforeTheSession],
    ['while the minutes are verified', minutesOnceMore],
    ['on the notice boards', noticeByLinks],
    ['after the meeting', afterTheMeeting],
  ])('the rarer steps %s wake whoever reads otherwise after them', async (_when, scenario) => {
    const { office, watched } = await watchedOffice();
    try {
      await scenario(office);
    } finally {
      await office.close();
    }
    for (const name of watched.carriedOut) carriedOut.add(name);
    expect(watched.missing).toEqual([]);
  });

  it('leaves out no step that wakes', () => {
    expect(commandNames.filter((name) => wakes[name].length > 0 && !carriedOut.has(name))).toEqual([]);
  });

  it('would see a step that forgot its wake', async () => {
    const { office, watched } = await watchedOffice();
    const forgetful = <Input, Result>(command: Command<Input, Result>): Command<Input, Result> => ({
      ...command,
      handle: async (tx, input) => {
        const outcome = await command.handle(tx, input);
        return outcome.ok ? { ...outcome, wakes: [] } : outcome;
      },
    });
    try {
      await plannedMeeting(office);
      expect(watched.missing).toEqual([]);
      await office.done(forgetful(planMeetings), office.secretary, {
        bodyId: office.body,
        year: 2026,
        days: ['2026-09-18'],
        startTime: '09:00',
        endTime: '12:00',
        place: 'Rådhuset',
      });
    } finally {
      await office.close();
    }
    expect(watched.missing).toEqual([
      expect.stringMatching(/^planMeetings \(step\) changed meetingCycle .* did not wake it$/),
    ]);
  });
});

async function watchedOffice(): Promise<{ office: MeetingOffice; watched: Watched }> {
  let watched: Watched | undefined;
  const office = await meetingOffice({
    rules: { digitalVerification: true, digitalVerificationDecision: 'Regionfullmäktige 2024-11-25 § 98' },
    around: (deps, run) => {
      watched = watchWakes(deps, run);
      return watched.run;
    },
  });
  if (watched === undefined) throw new Error('Nothing was watched');
  return { office, watched };
}
