import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import { defineCommand } from '../../../src/commands/runner/command';
import { createRunner } from '../../../src/commands/runner/run';
import { planMeetings } from '../../../src/commands/meetings/plan/plan-meetings';
import type { WakeSender } from '../../../src/contracts/ports';
import { meetingOffice, type MeetingOffice } from '../../support/builders/meetings';
import { testSealer } from '../../support/sealer';

// wake.md 1, 2, 5 and the audit log, on a real command of the office

describe('a command', () => {
  let office: MeetingOffice;

  beforeAll(async () => {
    office = await meetingOffice();
  });
  afterAll(() => office.close());

  const runner = (sender: WakeSender) =>
    createRunner({
      em: office.orm.em,
      clock: { now: () => Promise.resolve(office.now), toServerTime: (at) => at.getTime() },
      wakeSender: sender,
      log: { info: () => undefined, warn: () => undefined, error: () => undefined },
      secret: 'test',
      sealer: testSealer,
    });
  const away: WakeSender = { send: () => Promise.reject(new Error('UNAVAILABLE')) };
  const settled = () => new Promise((resolve) => setTimeout(resolve, 100));
  const audit = () =>
    office.rows<{ act: string; result: string; code: string | null; actor: string }>(
      'select act, result, code, actor, subject_kind, subject_id from audit_event order by seq desc limit 1',
    );

  const planInput = (day: string): object => ({
    bodyId: office.body,
    year: Number(day.slice(0, 4)),
    startTime: '09:00',
    endTime: '12:00',
    place: 'Gripen',
    days: [day],
  });

  it('is acknowledged when it is committed, though the workflow server is away; the relay finds its wake', async () => {
    const result = await runner(away)(planMeetings, office.secretary, planInput('2031-02-21'));
    expect(result).toMatchObject({ ok: true });
    await settled();
    const wakes = await office.rows(
      `select 1 from wake where kind = 'meetingCycle' and delivered_at is null`,
    );
    expect(wakes.length).toBeGreaterThan(0);
    expect(await audit()).toEqual([expect.objectContaining({ act: 'planMeetings', result: 'done' })]);
  });

  it('wakes its process right after the commit and marks the wake', async () => {
    const sent: string[] = [];
    const result = await runner({ send: (wake) => Promise.resolve(void sent.push(wake.kind)) })(
      planMeetings,
      office.secretary,
      planInput('2032-02-20'),
    );
    expect(result).toMatchObject({ ok: true });
    await settled();
    expect(sent).toContain('meetingCycle');
    expect(
      await office.rows(
        `select distinct w.delivered_at is not null as marked from wake w join meeting m on m.id = w.row_id where m.year = 2032`,
      ),
    ).toEqual([{ marked: true }]);
  });

  it('lets no edit wake a process: what a process reads is changed by steps (wake.md 1)', async () => {
    const edit = { ...planMeetings, kind: 'edit' as const };
    await expect(runner(away)(edit, office.secretary, planInput('2034-02-17'))).rejects.toThrow(
      'planMeetings is an edit and wakes a process',
    );
    expect(await office.rows('select 1 from meeting where year = 2034')).toEqual([]);
  });

  it('gives a repeated request its first result and does nothing twice', async () => {
    const run = runner(away);
    const again = planInput('2033-02-18');
    const first = await run(planMeetings, office.secretary, again, { key: 'same' });
    const second = await run(planMeetings, office.secretary, again, { key: 'same' });
    expect(second).toEqual(first);
    expect(await office.rows(`select 1 from meeting where year = 2033`)).toHaveLength(1);
  });

  it('does once what two browsers send at the same moment with one key', async () => {
    const run = runner(away);
    const both = planInput('2034-02-17');
    const [one, two] = await Promise.all([
      run(planMeetings, office.secretary, both, { key: 'twice' }),
      run(planMeetings, office.secretary, both, { key: 'twice' }),
    ]);
    expect(one).toEqual(two);
    expect(await office.rows(`select 1 from meeting where year = 2034`)).toHaveLength(1);
  });

  it('refuses a key that was used for something else', async () => {
    const run = runner(away);
    await run(planMeetings, office.secretary, planInput('2035-02-16'), { key: 'other' });
    expect(
      await run(planMeetings, office.secretary, planInput('2036-02-15'), { key: 'other' }),
    ).toMatchObject({
      ok: false,
      code: 'same-key-other-request',
    });
  });

  it.each([
    ['input of the wrong shape', () => ({ bodyId: 1 }), 'input-invalid', null],
    [
      'an unknown id',
      () => ({ ...planInput('2037-02-20'), bodyId: '01900000-0000-7000-8000-00000000dead' }),
      null,
      '01900000-0000-7000-8000-00000000dead',
    ],
  ] as const)(
    'refuses %s, changes nothing and leaves an audit row of what it was tried on',
    async (_what, bad, code, on) => {
      const meetings = await office.rows('select 1 from meeting');
      const result = await runner(away)(planMeetings, office.secretary, bad());
      expect(result.ok).toBe(false);
      if (code !== null) expect(result).toMatchObject({ code });
      expect(await office.rows('select 1 from meeting')).toHaveLength(meetings.length);
      expect(await audit()).toEqual([
        expect.objectContaining({
          act: 'planMeetings',
          result: 'refused',
          subject_id: on,
          subject_kind: on && 'body',
        }),
      ]);
    },
  );

  it("refuses another board's secretary by the rule, with who may", async () => {
    const result = await runner(away)(planMeetings, office.otherSecretary, planInput('2038-02-19'));
    expect(result).toEqual({ ok: false, code: 'not-allowed', facts: { who: 'secretary' } });
  });

  it('may not wake a process that contracts/wakes.ts does not say, and rolls back with it', async () => {
    const wrong = defineCommand({
      name: 'publishPlan',
      kind: 'step',
      input: z.strictObject({}),
      permission: 'public',
      handle: () =>
        Promise.resolve({
          ok: true,
          result: {},
          subject: { kind: 'body', id: office.body, authorityId: office.authority },
          wakes: [{ kind: 'noticePeriod', row: office.body, authority: office.authority }],
        }),
    });
    await expect(runner(away)(wrong, { kind: 'public' }, {})).rejects.toThrow('contracts/wakes.ts');
  });

  describe('whose wakes gather (wake.md 4)', () => {
    const gathering = (row: string, gather?: number) =>
      defineCommand({
        name: 'confirmReceipt',
        kind: 'step',
        input: z.strictObject({}),
        permission: 'public',
        handle: () =>
          Promise.resolve({
            ok: true,
            result: {},
            subject: { kind: 'minutesExtract', id: row, authorityId: office.authority },
            wakes: [
              {
                kind: 'dispatch',
                row,
                authority: office.authority,
                ...(gather === undefined ? {} : { gather }),
              },
            ],
          }),
      });
    const sent: string[] = [];
    const answer = (row: string, gather?: number) =>
      runner({ send: ({ rowId }) => Promise.resolve(void sent.push(rowId)) })(
        gathering(row, gather),
        { kind: 'public' },
        {},
      );
    const written = (row: string) =>
      office.rows<{ ahead: number }>(
        `select round(extract(epoch from not_before - created_at))::int as ahead from wake where row_id = $1 order by not_before`,
        [row],
      );

    it('leaves many answers to one row as one wake, half a minute ahead, that nobody sends before', async () => {
      const row = randomUUID();
      const other = randomUUID();
      for (const to of [row, other, row, row]) await answer(to, 30);
      await settled();
      expect(sent).toEqual([]);
      expect(await written(row)).toEqual([{ ahead: 30 }]);
      expect(await written(other)).toEqual([{ ahead: 30 }]);
    });

    it.each([
      ['that may go any second', `not_before = clock_timestamp() + interval '1 second'`],
      ['that a relay holds', `claimed_until = clock_timestamp() + interval '30 seconds'`],
      ['that has been delivered', 'delivered_at = clock_timestamp()'],
    ])('joins no wake %s: it may be read before the answer is there', async (_which, state) => {
      const row = randomUUID();
      await answer(row, 30);
      await office.rows(`update wake set ${state} where row_id = $1`, [row]);
      await answer(row, 30);
      expect(await written(row)).toHaveLength(2);
    });

    it('is not held up by one that gathers where it does not gather itself', async () => {
      const row = randomUUID();
      await answer(row, 30);
      await answer(row);
      await settled();
      expect(sent).toEqual([row]);
      expect(await written(row)).toEqual([{ ahead: 0 }, { ahead: 30 }]);
    });
  });

  it('tries a deadlock again, and gives up after three times as a fault', async () => {
    let tries = 0;
    const stuck = defineCommand({
      name: 'publishPlan',
      kind: 'edit',
      input: z.strictObject({}),
      permission: 'public',
      handle: () => {
        tries += 1;
        return Promise.reject(Object.assign(new Error('deadlock detected'), { code: '40P01' }));
      },
    });
    await expect(runner(away)(stuck, { kind: 'public' }, {})).rejects.toThrow('deadlock');
    expect(tries).toBe(3);
  });
});
