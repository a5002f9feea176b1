import { randomUUID } from 'node:crypto';
import { createMorningSweep, morningSweepInput } from '../../../src/activities/sweeps/morning-sweep';
import { keptDays } from '../../../src/domain/processes/kept-days';
import { meetingOffice, plannedMeeting, type MeetingOffice } from '../../support/builders/meetings';
import { fromTheSamePoint } from '../../support/builders/same-point';

// wake.md 11, 17: the house's own rows go when they have done their work; the office's never do

describe('the rows of the machinery', () => {
  let office: MeetingOffice;
  let person: string;

  fromTheSamePoint(async () => {
    office = await meetingOffice();
    person = office.people.get('Annika Roos') ?? '';
    return office;
  });

  const sweepOn = async (now: string): Promise<void> => {
    office.now = new Date(now);
    const clock = { now: () => Promise.resolve(office.now), toServerTime: (at: Date) => at.getTime() };
    const sweep = createMorningSweep({ em: office.orm.em, clock, run: office.run });
    const turn = await sweep.read(office.orm.em.fork(), morningSweepInput.row, office.now);
    expect(turn.due).toBe('sweepDeadlines');
    await sweep.acts['sweepDeadlines']!(
      { ...morningSweepInput, version: turn.version, due: 'sweepDeadlines' },
      { kind: 'system' },
    );
  };
  const daysAgo = (days: number): Date => new Date(Date.now() - days * 86_400_000);

  const request = (actor: string, key: string, created: number) =>
    office.rows(
      `insert into request (actor, key, act, input_hash, result, created_at) values ($1, $2, 'saveItem', 'x', '{}', $3)`,
      [actor, key, daysAgo(created)],
    );
  const link = (name: string, expired: number, used: number | null) =>
    office.rows(
      `insert into sign_in_link (id, token_hash, person_id, target, created_at, expires_at, used_at) values ($1, $2, $3, '/', $4, $5, $6)`,
      [randomUUID(), name, person, daysAgo(90), daysAgo(expired), used === null ? null : daysAgo(used)],
    );
  const session = (id: string, expires: number, ended: number | null) =>
    office.rows(
      `insert into session (id, person_id, csrf_token, created_at, last_seen_at, expires_at, ended_at) values ($1, $2, 'x', $3, $3, $4, $5)`,
      [id, person, daysAgo(90), daysAgo(expires), ended === null ? null : daysAgo(ended)],
    );
  const wake = (kind: string, read: number | null, parked = false) =>
    office.rows(
      `insert into wake (id, kind, row_id, authority_id, urgency, not_before, created_at, attempts, parked, delivered_at, read_at)
       values ($1, $2, $1, $3, 0, $4, $4, 1, $5, $6, $7)`,
      [
        randomUUID(),
        kind,
        office.authority,
        daysAgo(90),
        parked,
        parked ? null : daysAgo(89),
        read === null ? null : daysAgo(read),
      ],
    );
  const left = async (table: string, column: string): Promise<string[]> => {
    const rows = await office.rows<{ left: string }>(`select ${column} as left from ${table} order by 1`);
    return rows.map((row) => row.left);
  };

  it('are kept for thirty days after they have done their work', () => {
    expect(keptDays).toEqual({ request: 30, signInLink: 30, session: 30, wake: 30 });
  });

  it('go with the morning’s sweep when they are older, and not before', async () => {
    const someone = `person:${person}`;
    await request(someone, 'gammal', 31);
    await request(someone, 'ny', 29);
    await request('system', 'demo/1', 400);
    await link('använd', 89, 31);
    await link('nyss använd', 28, 29);
    await link('utgången', 31, null);
    await link('nyss utgången', 29, null);
    await session('avslutad', 31, 40);
    await session('nyss avslutad', 28, 29);
    await session('utgången', 31, null);
    await session('öppen', -1, null);
    await wake('läst', 31);
    await wake('nyss läst', 29);
    await wake('oläst', null);
    await wake('parkerad', null, true);
    await wake('parkerad och läst', 31, true);
    await sweepOn('2026-02-01T07:00:00Z');
    expect(await left('request', 'key')).toEqual(['demo/1', 'ny']);
    expect(await left('sign_in_link', 'token_hash')).toEqual(['nyss använd', 'nyss utgången']);
    expect((await left('session', 'id')).sort()).toEqual(['nyss avslutad', 'öppen']);
    expect((await left('wake', 'kind')).sort()).toEqual([
      'nyss läst',
      'oläst',
      'parkerad',
      'parkerad och läst',
    ]);
  });

  it('go however many they are, a batch at a time', async () => {
    await office.rows(
      `insert into request (actor, key, act, input_hash, result, created_at)
       select 'public', n::text, 'confirmReceipt', 'x', '{}', now() - interval '31 days' from generate_series(1, 1201) n`,
    );
    await sweepOn('2026-02-01T07:00:00Z');
    expect(await left('request', 'key')).toEqual([]);
  });

  it('are all that goes: what the office has done stays as it was', async () => {
    await plannedMeeting(office);
    await office.rows("update wake set delivered_at = now(), read_at = now() - interval '31 days'");
    const machinery = ['request', 'sign_in_link', 'session', 'wake', 'sweep_run', 'mikro_orm_migrations'];
    const counted = async () => {
      const tables = await office.rows<{ name: string }>(
        `select relname as name from pg_class where relkind = 'r' and relnamespace = 'public'::regnamespace order by 1`,
      );
      const counts: Record<string, number> = {};
      for (const { name } of tables.filter((table) => !machinery.includes(table.name)))
        counts[name] = (await office.rows(`select 1 from ${name}`)).length;
      return counts;
    };
    const before = await counted();
    await sweepOn('2025-12-01T07:00:00Z');
    expect(await counted()).toEqual(before);
    expect(await office.rows("select 1 from wake where read_at < now() - interval '30 days'")).toEqual([]);
  });
});
