import { randomUUID } from 'node:crypto';
import { createMorningSweep, morningSweepInput } from '../../../src/activities/sweeps/morning-sweep';
import { holdMails } from '../../../src/commands/processes/hold-mails';
import { reconcile } from '../../../src/commands/processes/reconcile';
import { asDay } from '../../../src/domain/time/day';
import { daily, SWEEP_TIME } from '../../../src/domain/processes/morning-sweep';
import { meetingOffice, plannedMeeting, type MeetingOffice } from '../../support/builders/meetings';

describe('what wakes rows without anyone acting (wake.md 14)', () => {
  let office: MeetingOffice;
  let meetingId: string;

  beforeAll(async () => {
    office = await meetingOffice();
    meetingId = await plannedMeeting(office);
  });
  afterAll(() => office.close());
  beforeEach(() => office.rows('update wake set delivered_at = now()'));

  const waiting = () =>
    office.rows<{ kind: string; row_id: string; urgency: number }>(
      'select kind, row_id, urgency from wake where delivered_at is null',
    );

  it('reconcile wakes every open row once, without hurry, however often it is run', async () => {
    const meetings = await office.rows('select 1 from meeting');
    expect(await reconcile(office.orm.em, asDay('2026-02-01'))).toBe(meetings.length);
    expect(await reconcile(office.orm.em, asDay('2026-02-01'))).toBe(0);
    expect(await waiting()).toContainEqual({ kind: 'meetingCycle', row_id: meetingId, urgency: 9 });
  });

  it.each([
    [
      'whose process has not said that it has ended',
      `insert into process_turn (kind, row_id, authority_id, idle, ended, at) values ('dispatch', $1, $1, true, false, now())`,
    ],
    [
      'whose wake was taken by a server that is gone',
      `insert into wake (id, kind, row_id, authority_id, urgency, not_before, created_at, attempts, parked, delivered_at)
       values ($1, 'dispatch', $1, $1, 0, now(), now(), 0, false, now())`,
    ],
  ])('reconcile wakes also a row that is closed but %s', async (_which, lost) => {
    const row = randomUUID();
    await office.rows(lost, [row]);
    await reconcile(office.orm.em, asDay('2026-02-01'));
    expect((await waiting()).map(({ row_id }) => row_id)).toContain(row);
    await office.rows('delete from process_turn where row_id = $1', [row]);
    await office.rows('delete from wake where row_id = $1', [row]);
  });

  it('reconcile wakes also a row whose wake was parked, since nobody delivers that', async () => {
    await office.rows('delete from wake');
    await office.rows(
      `insert into wake (id, kind, row_id, authority_id, urgency, not_before, created_at, attempts, parked)
       values ($1, 'meetingCycle', $2, $3, 0, now(), now(), 9, true)`,
      [randomUUID(), meetingId, office.authority],
    );
    await reconcile(office.orm.em, asDay('2026-02-01'));
    expect((await waiting()).filter(({ row_id }) => row_id === meetingId)).toHaveLength(2);
    await office.rows('delete from wake where parked');
  });

  it('letters that waited in a backup are held when it is restored, until somebody has looked', async () => {
    await office.rows(
      `insert into mail (id, key, message_id, authority_id, template, subject_kind, subject_id, to_address, language, data, state, queued_at, not_before, attempts)
       select gen_random_uuid(), 'restored/' || state, '<' || state || '@samrad>', $1, 'summonsReminder', 'meeting', $2, 'a@almby.example', 'sv', '{}', state, now(), now(), 0
       from unnest(array['queued', 'gathered', 'sent']) state`,
      [office.authority, meetingId],
    );
    expect(await holdMails(office.orm.em)).toBe(2);
    expect(await office.rows(`select key, state from mail where key like 'restored/%' order by key`)).toEqual(
      [
        { key: 'restored/gathered', state: 'held' },
        { key: 'restored/queued', state: 'held' },
        { key: 'restored/sent', state: 'sent' },
      ],
    );
  });

  it('the morning sweep wakes rows whose deadline passed undone an hour ago, once a day', async () => {
    const clock = {
      now: () => Promise.resolve(new Date('2026-02-15T06:30:00Z')),
      toServerTime: (at: Date) => at.getTime(),
    };
    const sweep = createMorningSweep({ em: office.orm.em, clock, run: office.run });
    const input = { ...morningSweepInput, version: 1, due: 'sweepDeadlines' };
    const actor = { kind: 'system' } as const;
    expect(await sweep.acts['sweepDeadlines']!(input, actor)).toBe('done');
    expect((await waiting()).map(({ row_id }) => row_id)).toContain(meetingId);
    await office.rows('update wake set delivered_at = now()');
    expect(await sweep.acts['sweepDeadlines']!(input, actor)).toBe('superseded');
    expect(await waiting()).toEqual([]);
  });

  it.each([
    ['before six', '2026-02-15T04:59:00Z', null, false, '2026-02-15T05:00:00.000Z'],
    ['at six', '2026-02-15T05:00:00Z', null, true, '2026-02-16T05:00:00.000Z'],
    [
      'later the same day when it has run',
      '2026-02-15T12:00:00Z',
      '2026-02-15',
      false,
      '2026-02-16T05:00:00.000Z',
    ],
    ['after days without a worker', '2026-02-18T12:00:00Z', '2026-02-15', true, '2026-02-19T05:00:00.000Z'],
    ['the night the clocks change', '2026-03-28T12:00:00Z', '2026-03-28', false, '2026-03-29T04:00:00.000Z'],
  ])('is due %s', (_when, now, ran, due, nextAt) => {
    const swept = daily(new Date(now), ran === null ? null : asDay(ran), SWEEP_TIME);
    expect([swept.due, swept.nextAt.toISOString()]).toEqual([due, nextAt]);
  });
});
