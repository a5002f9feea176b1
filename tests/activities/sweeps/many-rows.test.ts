import { createMorningSweep, morningSweepInput } from '../../../src/activities/sweeps/morning-sweep';
import { reconcile } from '../../../src/commands/processes/reconcile';
import { asDay } from '../../../src/domain/time/day';
import { meetingOffice, plannedMeeting, type MeetingOffice } from '../../support/builders/meetings';

// wake.md 4, 17: however many rows are woken at once, no transaction is long and people's steps never wait behind them

describe('very many rows that are woken without anyone acting', () => {
  const MANY = 501;
  let office: MeetingOffice;

  beforeAll(async () => {
    office = await meetingOffice();
    const meetingId = await plannedMeeting(office);
    await office.rows(
      `insert into meeting select (jsonb_populate_record(m,
         jsonb_build_object('id', gen_random_uuid(), 'year', 3000 + n, 'number', n))).*
       from meeting m, generate_series(1, $2::int) n where m.id = $1`,
      [meetingId, MANY],
    );
    await office.rows(
      `insert into deadline select (jsonb_populate_record(d,
         jsonb_build_object('id', gen_random_uuid(), 'owner_id', m.id))).*
       from meeting m, deadline d where m.year > 3000 and d.owner_id = $1 and d.kind = 'submission'`,
      [meetingId],
    );
  });
  afterAll(() => office.close());
  beforeEach(() => office.rows('delete from wake'));

  /** How many wakes may go in each second from the first on. */
  const seconds = async () =>
    (
      await office.rows<{ wakes: number }>(
        `select count(*)::int as wakes from wake group by round(extract(epoch from not_before - created_at))
         order by round(extract(epoch from not_before - created_at))`,
      )
    ).map(({ wakes }) => wakes);
  const woken = () =>
    office.rows<{ row_id: string; urgency: number; first: string }>(
      'select row_id, urgency, xmin::text as first from wake',
    );
  const spread = (wakes: number) => [
    ...Array.from({ length: Math.floor(wakes / 20) }, () => 20),
    ...(wakes % 20 === 0 ? [] : [wakes % 20]),
  ];

  it('by reconcile go twenty a second, after what people do', async () => {
    const wakes = await reconcile(office.orm.em, asDay('2026-02-01'));
    expect(wakes).toBeGreaterThan(MANY);
    expect(await seconds()).toEqual(spread(wakes));
    expect(new Set((await woken()).map(({ urgency }) => urgency))).toEqual(new Set([9]));
  });

  it('by the sweep are woken once each, in transactions of five hundred, and go twenty a second', async () => {
    const clock = {
      now: () => Promise.resolve(new Date('2026-02-15T06:30:00Z')),
      toServerTime: (at: Date) => at.getTime(),
    };
    const sweep = createMorningSweep({ em: office.orm.em, clock, run: office.run });
    await sweep.acts['sweepDeadlines']!(
      { ...morningSweepInput, version: 1, due: 'sweepDeadlines' },
      { kind: 'system' },
    );
    const wakes = await woken();
    expect(wakes.length).toBeGreaterThanOrEqual(MANY);
    expect(new Set(wakes.map(({ row_id }) => row_id)).size).toBe(wakes.length);
    const transactions = [...new Set(wakes.map(({ first }) => first))].map(
      (one) => wakes.filter(({ first }) => first === one).length,
    );
    expect(transactions.sort((a, b) => b - a)).toEqual([500, wakes.length - 500]);
    expect(await seconds()).toEqual(spread(wakes.length));
  });
});
