import {
  confirmPosting,
  confirmPostingByLink,
  setPostingDay,
} from '../../../../src/commands/meetings/notice/confirm-posting';
import {
  correctPosting,
  reportNoticeMissing,
  restorePosting,
} from '../../../../src/commands/meetings/notice/correct-posting';
import { linkToken } from '../../../../src/commands/notifications/one-time-links';
import {
  askRegistrars,
  endAppealTime,
  remindBoards,
} from '../../../../src/commands/meetings/notice/process-steps';
import { recordCourtAnswer } from '../../../../src/commands/meetings/notice/record-court-answer';
import { takeDownNotice } from '../../../../src/commands/meetings/notice/take-down';
import { meetingOffice, type MeetingOffice } from '../../../support/builders/meetings';
import { announcedNotice, type AnnouncedNotice } from '../../../support/builders/notice';
import { fromTheSamePoint } from '../../../support/builders/same-point';
import { settleNoticePeriod } from '../../../support/builders/verification';

// M-11; KL 8:12, 9:32, 13:5, 13:14

const noticePeriod = (office: MeetingOffice) =>
  ({ kind: 'process', process: 'noticePeriod', authorityId: office.authority }) as const;

describe('a notice of verified minutes', () => {
  let office: MeetingOffice;
  let announced: AnnouncedNotice;

  fromTheSamePoint(async () => {
    office = await meetingOffice();
    announced = await announcedNotice(office, '2026-03-04T14:00:00Z');
    return office;
  });

  const notice = async () =>
    (
      await office.rows<{
        state: string;
        version: number;
        posting_day: string;
        taken_down_on: string | null;
      }>('select state, version, posting_day::text, taken_down_on::text from notice where id = $1', [
        announced.noticeId,
      ])
    )[0]!;
  const posting = async (principal: string) =>
    (
      await office.rows<{ id: string; version: number; stated_day: string | null }>(
        'select id, version, stated_day::text from notice_posting where id = $1',
        [announced.postings.get(principal)],
      )
    )[0]!;
  /** The posting and its version, as a form carries them. */
  const ofBoard = async (principal: string) => {
    const { id, version } = await posting(principal);
    return { postingId: id, version };
  };
  const times = () =>
    office.rows<{ starts_on: string; ends_on: string; state: string; reason: string | null }>(
      'select starts_on::text, ends_on::text, state, reason from appeal_time where notice_id = $1 order by number',
      [announced.noticeId],
    );
  const names = () => [...announced.postings.keys()];
  const confirm = async (principal: string, statedDay: string) => {
    const { id, version } = await posting(principal);
    await office.done(confirmPosting, office.secretary, { postingId: id, version, statedDay });
  };
  const confirmAll = async (statedDay: string, but: readonly string[] = []) => {
    for (const name of names()) if (!but.includes(name)) await confirm(name, statedDay);
  };
  const missing = async (principal: string, missingFrom: string) => {
    const { id, version } = await posting(principal);
    await office.done(reportNoticeMissing, office.secretary, { postingId: id, version, missingFrom });
  };
  const restored = async (principal: string, restoredOn: string) => {
    const { id, version } = await posting(principal);
    await office.done(restorePosting, office.secretary, { postingId: id, version, restoredOn });
  };
  const asProcess = async (command: typeof askRegistrars) =>
    office.done(command, noticePeriod(office), {
      noticeId: announced.noticeId,
      version: (await notice()).version,
    });
  const registrar = async (principal: string) => {
    const [role] = await office.rows<{ person_id: string }>(
      `select person_id from role_assignment where role = 'registrar' and scope_id = (select id from principal where name = $1)`,
      [principal],
    );
    return role === undefined ? null : ({ kind: 'person', personId: role.person_id } as const);
  };

  it('goes to the board of every principal, due the second day after verification', async () => {
    expect(announced.postings.size).toBe(11);
    const [deadline] = await office.rows<{ day: string; rule: string }>(
      `select day::text, rule from deadline where owner_id = $1 and kind = 'notice'`,
      [announced.noticeId],
    );
    expect(deadline).toEqual({ day: '2026-03-06', rule: 'KL 8:12' });
    expect(await notice()).toMatchObject({ state: 'posting', posting_day: '2026-03-06' });
  });

  it('asks each registrar once, however often the process comes back', async () => {
    await asProcess(askRegistrars);
    await asProcess(askRegistrars);
    const [tasks] = await office.rows<{ count: number }>(
      `select count(*)::int from task where kind = 'postNotice'`,
    );
    const [letters] = await office.rows<{ count: number }>(
      `select count(*)::int from mail where template = 'noticeToPost'`,
    );
    expect(tasks!.count).toBe(11);
    expect(letters!.count).toBe(11);
  });

  it('runs three weeks from the latest stated day of all boards', async () => {
    office.now = new Date('2026-03-09T10:00:00Z');
    await confirmAll('2026-03-06', [names()[0]!]);
    expect(await times()).toEqual([]);
    expect(await notice()).toMatchObject({ state: 'posting' });
    await confirm(names()[0]!, '2026-03-09');
    expect(await times()).toEqual([
      { starts_on: '2026-03-09', ends_on: '2026-03-30', state: 'running', reason: null },
    ]);
    expect(await notice()).toMatchObject({ state: 'running' });
  });

  it('tells every board when one was late: the day printed on their notices would annul the time (KL 13:5)', async () => {
    await settleNoticePeriod(office, announced.noticeId);
    office.now = new Date('2026-03-09T10:00:00Z');
    await confirmAll('2026-03-06', ['Almby']);
    const told = () =>
      office.rows<{ days: string; letters: number; boards: number }>(
        `select data->>'takeDownDay' as days, count(*)::int as letters, count(distinct subject_id)::int as boards
         from mail where template = 'noticeDayMoved' group by 1`,
      );
    expect(await told()).toEqual([]);
    await confirm('Almby', '2026-03-09');
    const once = [{ days: '2026-03-31', letters: 11, boards: 11 }];
    expect(await told()).toEqual(once);
    await settleNoticePeriod(office, announced.noticeId);
    expect(await told()).toEqual(once);
  });

  it('tells nobody when all boards posted on the common day, or when the time had ended when the last day was known', async () => {
    await settleNoticePeriod(office, announced.noticeId);
    office.now = new Date('2026-04-07T10:00:00Z');
    await confirmAll('2026-03-06', ['Almby']);
    await confirm('Almby', '2026-03-09');
    await settleNoticePeriod(office, announced.noticeId);
    expect(await notice()).toMatchObject({ state: 'appealTimeEnded' });
    expect(await office.rows(`select 1 from mail where template = 'noticeDayMoved'`)).toEqual([]);
  });

  it('reminds the boards that are late, and tells the secretary', async () => {
    office.now = new Date('2026-03-07T08:00:00Z');
    await confirmAll('2026-03-06', ['Almby']);
    await asProcess(remindBoards);
    const letters = await office.rows(`select 1 from mail where template = 'noticeReminder'`);
    const tasks = await office.rows<{ facts: { principal: string } }>(
      `select facts from task where kind = 'noticeLate'`,
    );
    expect(letters).toHaveLength(1);
    expect(tasks.map(({ facts }) => facts.principal)).toEqual(['Almby']);
  });

  it('annuls the time when a notice is missing before the end, and counts a new full one from the day all carry it', async () => {
    office.now = new Date('2026-03-06T12:00:00Z');
    await confirmAll('2026-03-06');
    office.now = new Date('2026-03-20T09:00:00Z');
    await missing('Dalbo', '2026-03-19');
    expect(await notice()).toMatchObject({ state: 'posting' });
    office.now = new Date('2026-03-23T09:00:00Z');
    await restored('Dalbo', '2026-03-23');
    expect(await times()).toEqual([
      {
        starts_on: '2026-03-06',
        ends_on: '2026-03-27',
        state: 'annulled',
        reason: 'Anslaget saknades hos Dalbo från 2026-03-19',
      },
      { starts_on: '2026-03-23', ends_on: '2026-04-13', state: 'running', reason: null },
    ]);
    const told = await office.rows(
      `select 1 from mail where template = 'noticeDayMoved' and data ->> 'endDay' = '2026-04-13'`,
    );
    expect(told).toHaveLength(11);
  });

  it('that was missing at two boards is the secretary’s task for each until it is up there again', async () => {
    office.now = new Date('2026-03-06T12:00:00Z');
    await confirmAll('2026-03-06');
    office.now = new Date('2026-03-20T09:00:00Z');
    for (const name of ['Dalbo', 'Ekfors']) await missing(name, '2026-03-19');
    const waiting = async () =>
      (
        await office.rows<{ principal: string }>(
          `select facts ->> 'principal' as principal from task where kind = 'noticeMissing' and closed_at is null order by 1`,
        )
      ).map(({ principal }) => principal);
    expect(await waiting()).toEqual(['Dalbo', 'Ekfors']);
    const again = { ...(await ofBoard('Dalbo')), missingFrom: '2026-03-20' };
    expect(await office.refusedAs(reportNoticeMissing, office.secretary, again)).toBe(
      'posting-missing-already',
    );
    await restored('Dalbo', '2026-03-20');
    expect(await waiting()).toEqual(['Ekfors']);
    const upAlready = { ...(await ofBoard('Dalbo')), restoredOn: '2026-03-20' };
    expect(await office.refusedAs(restorePosting, office.secretary, upAlready)).toBe('posting-not-missing');
    expect(
      await office.rows(`select act, code from audit_event where result = 'refused' order by seq`),
    ).toEqual([
      { act: 'reportNoticeMissing', code: 'posting-missing-already' },
      { act: 'restorePosting', code: 'posting-not-missing' },
    ]);
    await restored('Ekfors', '2026-03-20');
    expect(await waiting()).toEqual([]);
    office.now = new Date('2026-03-24T09:00:00Z');
    await missing('Dalbo', '2026-03-23');
    expect(await waiting()).toEqual(['Dalbo']);
  });

  it('found to have been missing annuls also a time that seemed to have ended, until the court has answered (KL 13:5)', async () => {
    office.now = new Date('2026-03-06T12:00:00Z');
    await confirmAll('2026-03-06');
    office.now = new Date('2026-03-28T00:30:00Z');
    await asProcess(endAppealTime);
    office.now = new Date('2026-03-30T09:00:00Z');
    const late = await posting('Dalbo');
    expect(
      await office.refusedAs(reportNoticeMissing, office.secretary, {
        postingId: late.id,
        version: late.version,
        missingFrom: '2026-03-28',
      }),
    ).toBe('missing-day-outside');
    await missing('Dalbo', '2026-03-25');
    expect(await notice()).toMatchObject({ state: 'posting' });
    const open = () =>
      office.rows(`select 1 from task where closed_at is null and kind in ('askCourt', 'takeDownNotice')`);
    expect(await open()).toEqual([]);
    await restored('Dalbo', '2026-03-30');
    expect((await times()).map(({ ends_on, state }) => [ends_on, state])).toEqual([
      ['2026-03-27', 'annulled'],
      ['2026-04-20', 'running'],
    ]);
    office.now = new Date('2026-04-21T00:30:00Z');
    await asProcess(endAppealTime);
    expect(await notice()).toMatchObject({ state: 'appealTimeEnded' });
    expect(await open()).toHaveLength(12);
    await office.done(recordCourtAnswer, office.secretary, {
      noticeId: announced.noticeId,
      version: (await notice()).version,
      day: '2026-04-21',
      reference: 'Förfrågan 14/26',
      appealed: false,
    });
    const { id, version } = await posting('Dalbo');
    const tooLate = { postingId: id, version, missingFrom: '2026-04-02' };
    expect(await office.refusedAs(reportNoticeMissing, office.secretary, tooLate)).toBe('appeal-time-over');
  });

  it('keeps what stood before a correction, counts anew and tells every registrar', async () => {
    office.now = new Date('2026-03-10T12:00:00Z');
    await confirmAll('2026-03-06');
    const wrong = await posting('Ekfors');
    const fix = { postingId: wrong.id, version: wrong.version, statedDay: '2026-03-09' };
    expect(await office.refusedAs(correctPosting, office.secretary, { ...fix, reason: ' ' })).toBe(
      'input-invalid',
    );
    await office.done(correctPosting, office.secretary, { ...fix, reason: 'Sattes upp på måndagen' });
    expect((await times()).map(({ ends_on, state }) => [ends_on, state])).toEqual([
      ['2026-03-27', 'annulled'],
      ['2026-03-30', 'running'],
    ]);
    expect(await office.rows(`select 1 from mail where template = 'noticeDayMoved'`)).toHaveLength(11);
    expect(await office.rows('select before::text, after::text from posting_correction')).toEqual([
      { before: '2026-03-06', after: '2026-03-09' },
    ]);
  });

  it('is not corrected to a day after it was reported missing: the time would begin before the day stated (KL 13:5)', async () => {
    office.now = new Date('2026-03-16T12:00:00Z');
    await confirmAll('2026-03-06');
    await missing('Ekfors', '2026-03-10');
    await restored('Ekfors', '2026-03-12');
    const before = await times();
    const reason = 'Sattes upp senare';
    for (const statedDay of ['2026-03-14', '2026-03-11']) {
      const fix = { ...(await ofBoard('Ekfors')), statedDay, reason };
      expect(await office.refusedAs(correctPosting, office.secretary, fix)).toBe('posting-after-missing');
    }
    const same = { ...(await ofBoard('Ekfors')), statedDay: '2026-03-06', reason };
    expect(await office.refusedAs(correctPosting, office.secretary, same)).toBe('posting-same-day');
    expect(await times()).toEqual(before);
    // What the refusal says to do instead: it was missing longer than the record says.
    await missing('Ekfors', '2026-03-12');
    await restored('Ekfors', '2026-03-14');
    expect((await times()).at(-1)).toMatchObject({ starts_on: '2026-03-14', state: 'running' });
  });

  it('is not legal force when the time has ended: the court is asked, and its answer decides', async () => {
    office.now = new Date('2026-03-06T12:00:00Z');
    await confirmAll('2026-03-06');
    const answer = {
      noticeId: announced.noticeId,
      day: '2026-03-30',
      reference: 'Mål-förfrågan 12/26',
      appealed: false,
    };
    office.now = new Date('2026-03-27T12:00:00Z');
    expect(
      await office.refusedAs(recordCourtAnswer, office.secretary, {
        ...answer,
        version: (await notice()).version,
      }),
    ).toBe('court-answer-too-early');
    office.now = new Date('2026-03-28T00:30:00Z');
    await asProcess(endAppealTime);
    expect(await notice()).toMatchObject({ state: 'appealTimeEnded' });
    const kinds = await office.rows<{ kind: string }>(
      `select distinct kind from task where closed_at is null and kind in ('askCourt', 'takeDownNotice') order by kind`,
    );
    expect(kinds.map(({ kind }) => kind)).toEqual(['askCourt', 'takeDownNotice']);
    office.now = new Date('2026-03-31T09:00:00Z');
    await office.done(recordCourtAnswer, office.secretary, { ...answer, version: (await notice()).version });
    expect(await notice()).toMatchObject({ state: 'legalForce' });
  });

  it('may not be taken down before the time has ended, and is down when the last board has', async () => {
    office.now = new Date('2026-03-06T12:00:00Z');
    await confirmAll('2026-03-06');
    const first = await posting('Almby');
    const down = { postingId: first.id, version: first.version };
    office.now = new Date('2026-03-27T09:00:00Z');
    expect(await office.refusedAs(takeDownNotice, office.secretary, { ...down, downDay: '2026-03-27' })).toBe(
      'take-down-too-early',
    );
    office.now = new Date('2026-03-30T09:00:00Z');
    for (const name of names()) {
      const { id, version } = await posting(name);
      await office.done(takeDownNotice, office.secretary, { postingId: id, version, downDay: '2026-03-30' });
    }
    expect(await notice()).toMatchObject({ state: 'appealTimeEnded', taken_down_on: '2026-03-30' });
  });

  it('is confirmed from the one-time link in the letter, once, and only with its own proof', async () => {
    office.now = new Date('2026-03-06T12:00:00Z');
    const postingId = announced.postings.get('Almby')!;
    const nobody = { kind: 'public' } as const;
    await settleNoticePeriod(office, announced.noticeId);
    const right = { postingId, token: linkToken('test', 'posting', postingId), statedDay: '2026-03-06' };
    const foreign = { ...right, token: linkToken('test', 'posting', announced.postings.get('Dalbo')!) };
    expect(await office.refusedAs(confirmPostingByLink, nobody, foreign)).toBe('not-found');
    await office.done(confirmPostingByLink, nobody, right);
    expect(await office.refusedAs(confirmPostingByLink, nobody, right)).toBe('posting-confirmed-already');
    const letters = await office.rows<{ link: string }>(
      "select data->>'link' as link from mail where template = 'noticeToPost'",
    );
    // The row itself lets nobody in: the link stands sealed there.
    expect(letters.length).toBeGreaterThan(0);
    expect(letters.filter(({ link }) => !link.startsWith('sealed:'))).toEqual([]);
    expect(letters.some(({ link }) => link.includes(right.token))).toBe(false);
  });

  it.each([
    ['a member of the board', 'member', 'not-allowed'],
    ["another board's secretary", 'otherSecretary', 'not-allowed'],
  ] as const)('is not confirmed by %s', async (_who, name, code) => {
    const { id, version } = await posting('Almby');
    expect(
      await office.refusedAs(confirmPosting, office[name], {
        postingId: id,
        version,
        statedDay: '2026-03-04',
      }),
    ).toBe(code);
  });

  it('is confirmed by the registrar of its own principal, not of another', async () => {
    const own = await registrar('Almby');
    const other = await registrar('Dalbo');
    if (own === null || other === null) return;
    const { id, version } = await posting('Almby');
    const input = { postingId: id, version, statedDay: '2026-03-04' };
    expect(await office.refusedAs(confirmPosting, other, input)).toBe('not-allowed');
    await office.done(confirmPosting, own, input);
  });

  it('gets one common posting day from the secretary, never before the verification', async () => {
    const { version } = await notice();
    const input = { noticeId: announced.noticeId, version };
    expect(await office.refusedAs(setPostingDay, office.secretary, { ...input, day: '2026-03-03' })).toBe(
      'posting-before-verification',
    );
    // KL 8:12: the second day after the verification on 4 March is the last.
    expect(await office.refusedAs(setPostingDay, office.secretary, { ...input, day: '2026-12-31' })).toBe(
      'posting-day-after-last',
    );
    await office.done(setPostingDay, office.secretary, { ...input, day: '2026-03-05' });
    expect(await notice()).toMatchObject({ posting_day: '2026-03-05' });
  });

  it('may get a new common day also when the last day has passed, then within two days', async () => {
    office.now = new Date('2026-03-10T09:00:00Z');
    const input = { noticeId: announced.noticeId, version: (await notice()).version };
    expect(await office.refusedAs(setPostingDay, office.secretary, { ...input, day: '2026-03-13' })).toBe(
      'posting-day-after-late',
    );
    await office.done(setPostingDay, office.secretary, { ...input, day: '2026-03-11' });
    expect(await notice()).toMatchObject({ posting_day: '2026-03-11' });
  });

  it('refuses a form made from an older version', async () => {
    const { id, version } = await posting('Almby');
    expect(
      await office.refusedAs(confirmPosting, office.secretary, {
        postingId: id,
        version: version + 1,
        statedDay: '2026-03-04',
      }),
    ).toBe('stale-version');
  });
});
