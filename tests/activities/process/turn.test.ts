import { randomUUID } from 'node:crypto';
import { createAssignmentFollowUp } from '../../../src/activities/assignments/assignment-follow-up';
import { createDispatch } from '../../../src/activities/dispatch/dispatch';
import { createMeetingCycle } from '../../../src/activities/meetings/meeting-cycle';
import { createMinutesVerification } from '../../../src/activities/meetings/minutes-verification';
import { createNoticePeriod } from '../../../src/activities/meetings/notice-period';
import { createSubstituteCall } from '../../../src/activities/meetings/substitute-call';
import {
  createFaultActivity,
  createProcessActivities,
  type Process,
  type Reading,
} from '../../../src/activities/process/turn';
import type { Actor } from '../../../src/contracts/actor';
import type { ProcessKind } from '../../../src/contracts/processes';
import { meetingOffice, plannedMeeting, type MeetingOffice } from '../../support/builders/meetings';

// wake.md 10, 11, 13: what the activities of every process do with faults, wakes and turns, in the database

const kind: ProcessKind = 'noticePeriod';
const idle: Reading = { ended: false, version: 3, due: null, nextAt: null };

interface FaultRow {
  readonly act: string;
  readonly code: string;
  readonly times: number;
  readonly open: boolean;
}

describe('the turn of a process', () => {
  let office: MeetingOffice;
  let row: string;
  beforeAll(async () => {
    office = await meetingOffice();
  });
  beforeEach(() => {
    row = randomUUID();
  });
  afterAll(() => office.close());

  const clock = {
    now: () => Promise.resolve(office.now),
    // A training day is a thousand seconds behind the workflow server.
    toServerTime: (at: Date) => at.getTime() + 1_000_000,
  };
  const deps = () => ({ em: office.orm.em, clock, run: office.run });
  const input = (due = 'makeNotices') => ({ row, authority: office.authority, version: 3, due });
  const activities = (process: Partial<Process>) =>
    createProcessActivities(deps(), { kind, read: () => Promise.resolve(idle), acts: {}, ...process });
  const acting = (makeNotices: Process['acts'][string]) =>
    activities({ acts: { makeNotices } })[`${kind}.makeNotices`]!(input());
  const reading = (read: Process['read']) => activities({ read })[`${kind}.read`]!(input());
  const raise = (act: string, code: string, of = row) =>
    createFaultActivity(deps()).raiseFault({ row: of, authority: office.authority, kind, act, code });
  const faults = (of = row) =>
    office.rows<FaultRow>(
      'select act, code, times, cleared_at is null as open from fault where row_id = $1 order by act, code',
      [of],
    );
  const turns = (of = row) =>
    office.rows<{ kind: string; idle: boolean; ended: boolean; next_at: Date | null }>(
      'select kind, idle, ended, next_at from process_turn where row_id = $1',
      [of],
    );
  const wake = (of = row, ofKind: ProcessKind = kind) =>
    office.rows(
      `insert into wake (id, kind, row_id, authority_id, urgency, not_before, created_at, attempts, parked)
       values (gen_random_uuid(), $1, $2, $3, 0, now(), now(), 0, false)`,
      [ofKind, of, office.authority],
    );
  const unread = async (of = row) =>
    (
      await office.rows<{ kind: string }>('select kind from wake where row_id = $1 and read_at is null', [of])
    ).map((found) => found.kind);
  const fails = () => Promise.reject(new Error('The register is closed'));

  describe('that goes wrong', () => {
    it('leaves one fault however often it fails in the same way, and counts', async () => {
      await raise('makeNotices', 'RegisterClosed');
      expect(await faults()).toEqual([{ act: 'makeNotices', code: 'RegisterClosed', times: 1, open: true }]);
      await raise('makeNotices', 'RegisterClosed');
      expect(await faults()).toEqual([{ act: 'makeNotices', code: 'RegisterClosed', times: 2, open: true }]);
    });

    it('leaves a fault of its own for another act, another code and another row', async () => {
      const other = randomUUID();
      await raise('makeNotices', 'RegisterClosed');
      await raise('makeNotices', 'repeats');
      await raise('askRegistrars', 'RegisterClosed');
      await raise('makeNotices', 'RegisterClosed', other);
      expect((await faults()).map(({ times }) => times)).toEqual([1, 1, 1]);
      expect(await faults(other)).toHaveLength(1);
    });

    it('opens a fault again that was cleared', async () => {
      await raise('makeNotices', 'RegisterClosed');
      await acting(() => Promise.resolve('done'));
      expect((await faults()).map(({ open }) => open)).toEqual([false]);
      await raise('makeNotices', 'RegisterClosed');
      expect(await faults()).toEqual([{ act: 'makeNotices', code: 'RegisterClosed', times: 2, open: true }]);
    });
  });

  describe('an act', () => {
    it('that succeeds clears its own faults and the one of an act unknown before, on its own row alone', async () => {
      const other = randomUUID();
      await raise('makeNotices', 'RegisterClosed');
      await raise('makeNotices', 'repeats');
      await raise('somethingNew', 'unknown-act');
      await raise('askRegistrars', 'RegisterClosed');
      await raise('makeNotices', 'RegisterClosed', other);
      await acting(() => Promise.resolve('done'));
      expect((await faults()).filter(({ open }) => open).map(({ act }) => act)).toEqual(['askRegistrars']);
      expect((await faults(other)).map(({ open }) => open)).toEqual([true]);
    });

    it('that fails clears nothing, and its failure is told', async () => {
      await raise('makeNotices', 'RegisterClosed');
      await expect(acting(fails)).rejects.toThrow('The register is closed');
      expect((await faults()).map(({ open }) => open)).toEqual([true]);
    });

    it('is done by the process of its authority, at the version that was read', async () => {
      const done: unknown[] = [];
      const answer = await acting((given, actor) => {
        done.push(given, actor);
        return Promise.resolve('superseded');
      });
      const actor: Actor = { kind: 'process', process: kind, authorityId: office.authority };
      expect(done).toEqual([input(), actor]);
      expect(answer).toBe('superseded');
    });
  });

  describe('a read', () => {
    it('marks the wakes of its row as read and writes its turn, in one transaction', async () => {
      await wake();
      await wake();
      await wake(row, 'meetingCycle');
      await reading(() => Promise.resolve(idle));
      expect(await unread()).toEqual(['meetingCycle']);
      expect(await turns()).toEqual([{ kind, idle: true, ended: false, next_at: null }]);
      // xmin is the transaction that wrote a row's standing version.
      const written = await office.rows(
        `select xmin::text from wake where row_id = $1 and kind = $2
         union select xmin::text from process_turn where row_id = $1`,
        [row, kind],
      );
      expect(written).toHaveLength(1);
    });

    it('that fails leaves its wakes unread, no turn, and its faults as they were', async () => {
      await wake();
      await raise('read', 'Error');
      await expect(reading(fails)).rejects.toThrow('The register is closed');
      expect({ unread: await unread(), turns: await turns() }).toEqual({ unread: [kind], turns: [] });
      expect((await faults()).map(({ open }) => open)).toEqual([true]);
    });

    it('marks before it reads, so that a wake that comes meanwhile is still to be read', async () => {
      await wake();
      await reading(async () => {
        await wake();
        return idle;
      });
      expect(await unread()).toEqual([kind]);
    });

    it('takes a wake that nobody has delivered as delivered, and clears the faults of reading alone', async () => {
      await wake();
      await raise('read', 'Error');
      await raise('makeNotices', 'RegisterClosed');
      await reading(() => Promise.resolve(idle));
      expect(
        await office.rows('select 1 from wake where row_id = $1 and delivered_at is null', [row]),
      ).toEqual([]);
      expect((await faults()).filter(({ open }) => open).map(({ act }) => act)).toEqual(['makeNotices']);
    });

    it('reads as the process of its authority on the day of the case', async () => {
      let stated: unknown;
      await reading(async (em) => {
        [stated] = await em.execute<unknown[]>(
          `select current_setting('samrad.actor') as actor, current_setting('samrad.authority') as authority,
             current_setting('samrad.day') as day`,
        );
        return idle;
      });
      expect(stated).toEqual({ actor: `process:${kind}`, authority: office.authority, day: '2025-11-24' });
    });

    it('tells the loop what is due, and the next instant on the server’s clock; its turn is the latest alone', async () => {
      expect(await reading(() => Promise.resolve({ ...idle, due: 'makeNotices' }))).toEqual({
        ended: false,
        version: 3,
        due: 'makeNotices',
        nextAt: null,
      });
      expect(await turns()).toEqual([{ kind, idle: false, ended: false, next_at: null }]);
      const nextAt = new Date('2026-03-06T07:00:00Z');
      expect(await reading(() => Promise.resolve({ ...idle, nextAt }))).toMatchObject({
        due: null,
        nextAt: nextAt.getTime() + 1_000_000,
      });
      expect(await turns()).toEqual([{ kind, idle: true, ended: false, next_at: nextAt }]);
      expect(await reading(() => Promise.resolve({ ...idle, ended: true }))).toMatchObject({ ended: true });
      expect(await turns()).toEqual([{ kind, idle: true, ended: true, next_at: null }]);
    });
  });

  describe('of a row that is not there', () => {
    it.each<[string, () => Process]>([
      ['a meeting', () => createMeetingCycle(deps())],
      ['a call of substitutes', () => createSubstituteCall(office.run)],
      ['minutes', () => createMinutesVerification(deps())],
      ['a notice', () => createNoticePeriod(deps())],
      ['an extract', () => createDispatch(deps())],
      ['an assignment', () => createAssignmentFollowUp(office.run)],
    ])('%s: it is a fault and no turn, never an end, for nothing is ever deleted', async (_what, create) => {
      const process = create();
      await wake(row, process.kind);
      await expect(
        createProcessActivities(deps(), process)[`${process.kind}.read`]!(input()),
      ).rejects.toThrow(/^no such /i);
      expect({ unread: await unread(), turns: await turns() }).toEqual({
        unread: [process.kind],
        turns: [],
      });
    });

    it('is read all the same when it is there', async () => {
      const meetingId = await plannedMeeting(office);
      expect(await unread(meetingId)).toEqual(['meetingCycle']);
      const { 'meetingCycle.read': read } = createProcessActivities(deps(), createMeetingCycle(deps()));
      expect(await read!({ ...input(), row: meetingId })).toMatchObject({ ended: false });
      expect(await unread(meetingId)).toEqual([]);
      expect(await turns(meetingId)).toMatchObject([{ kind: 'meetingCycle', ended: false }]);
    });
  });
});
