import fc from 'fast-check';
import {
  appealTime,
  type AppealTime,
  type Posting,
} from '../../../../src/domain/meetings/notice/appeal-time';
import {
  canConfirmPosting,
  canCorrectPosting,
  canCorrectTakeDown,
  canRecordCourtAnswer,
  canSetPostingDay,
  canTakeDown,
  noticeState,
} from '../../../../src/domain/meetings/notice/notices';
import type { RefusalCode } from '../../../../src/domain/refusals/catalogue';
import { addDays, addWeeks, asDay, type Day } from '../../../../src/domain/time/day';
import { moveForwardIfNonWorking } from '../../../../src/domain/time/holidays';
import { endOfDay, momentAt } from '../../../../src/domain/time/stockholm';
import { expectRefused } from '../../expect-refused';

const boards = ['region', 'almby', 'bjorksele'];
const posting = (boardId: string, stated: string, down: string | null = null): Posting => ({
  boardId,
  statedDay: asDay(stated),
  downDay: down === null ? null : asDay(down),
});
const everywhere = (day: string) => boards.map((boardId) => posting(boardId, day));
const time = (postings: readonly Posting[]) => appealTime(boards, postings, 3);

describe('a corrected day of taking down (KL 8:12, M-11)', () => {
  const ended = time(everywhere('2026-03-06'));
  it.each<[string | null, string, string, RefusalCode | null]>([
    // confirmed as, corrected to, reason; the time ends on 27 March, and today is 30 March
    ['2026-03-30', '2026-03-28', 'Fel dag', null],
    ['2026-03-28', '2026-03-30', 'Fel dag', null],
    [null, '2026-03-28', 'Fel dag', 'posting-not-down'],
    ['2026-03-30', '2026-03-28', ' ', 'take-down-needs-reason'],
    ['2026-03-30', '2026-03-30', 'Fel dag', 'take-down-same-day'],
    ['2026-03-30', '2026-03-27', 'Fel dag', 'take-down-too-early'],
    ['2026-03-30', '2026-03-31', 'Fel dag', 'take-down-in-future'],
  ])('taken down %s, corrected to %s, "%s": %s', (down, to, reason, code) => {
    const facts = { down: down === null ? null : asDay(down), today: asDay('2026-03-30') };
    const verdict = canCorrectTakeDown(facts, ended, asDay(to), reason);
    expect(verdict.ok ? null : verdict.code).toBe(code);
  });
});

describe('the common posting day of all boards (KL 8:12)', () => {
  const rules = { municipalLaw: true, noticeWithinDays: 2 };
  it.each<[string, string, string, RefusalCode | null]>([
    // verified, today, asked for
    ['2026-03-04', '2026-03-04', '2026-03-04', null],
    ['2026-03-04', '2026-03-04', '2026-03-06', null],
    ['2026-03-04', '2026-03-04', '2026-03-07', 'posting-day-after-last'],
    ['2026-03-04', '2026-03-04', '2026-12-31', 'posting-day-after-last'],
    ['2026-03-04', '2026-03-05', '2026-03-03', 'posting-before-verification'],
    ['2026-03-04', '2026-03-05', '2026-03-04', 'posting-day-passed'],
    // The second day is a Saturday, so the Monday counts (1930:173 2 §)
    ['2026-03-05', '2026-03-05', '2026-03-09', null],
    ['2026-03-05', '2026-03-05', '2026-03-10', 'posting-day-after-last'],
    // Late already: as many days again, from today
    ['2026-03-04', '2026-03-06', '2026-03-06', null],
    ['2026-03-04', '2026-03-10', '2026-03-10', null],
    ['2026-03-04', '2026-03-10', '2026-03-12', null],
    ['2026-03-04', '2026-03-10', '2026-03-13', 'posting-day-after-late'],
  ])('verified on %s, on %s, posted on %s: %s', (verified, today, day, code) => {
    const facts = { verificationDate: asDay(verified), today: asDay(today) };
    const verdict = canSetPostingDay(rules, facts, asDay(day));
    expect(verdict.ok ? null : verdict.code).toBe(code);
  });
});

describe('the appeal time of a joint board (KL 13:5, 9:32)', () => {
  it('waits for the boards that do not carry the notice yet', () => {
    expect(time([])).toEqual({ state: 'waiting', missing: boards, annulled: [] });
    expect(time([posting('region', '2026-03-06')])).toMatchObject({ missing: ['almby', 'bjorksele'] });
  });

  it('runs three weeks from the latest stated day of all', () => {
    const late = [
      posting('region', '2026-03-06'),
      posting('almby', '2026-03-06'),
      posting('bjorksele', '2026-03-11'),
    ];
    expect(time(late)).toEqual({
      state: 'counted',
      startsOn: '2026-03-11',
      calendarEndsOn: '2026-04-01',
      endsOn: '2026-04-01',
      earliestTakeDown: '2026-04-02',
      annulled: [],
    });
  });

  it.each([
    ['2026-11-30', '2026-12-21', '2026-12-22'],
    ['2026-12-03', '2026-12-28', '2026-12-29'],
    ['2026-12-10', '2027-01-04', '2027-01-05'],
    ['2026-12-15', '2027-01-05', '2027-01-06'],
    ['2026-12-16', '2027-01-07', '2027-01-08'],
    ['2027-03-05', '2027-03-30', '2027-03-31'],
    ['2027-04-15', '2027-05-07', '2027-05-08'],
  ])(
    'law.md I: announced on %s everywhere, ends on %s, taken down on %s at the earliest',
    (day, ends, down) => {
      expect(time(everywhere(day))).toMatchObject({ endsOn: ends, earliestTakeDown: down });
    },
  );

  it('is annulled by a notice missing before the end, and runs anew in full when all carry it again', () => {
    const missing = [
      posting('region', '2026-03-06'),
      posting('almby', '2026-03-06', '2026-03-20'),
      posting('almby', '2026-03-23'),
      posting('bjorksele', '2026-03-06'),
    ];
    expect(time(missing)).toEqual({
      state: 'counted',
      startsOn: '2026-03-23',
      calendarEndsOn: '2026-04-13',
      endsOn: '2026-04-13',
      earliestTakeDown: '2026-04-14',
      annulled: [
        { startsOn: '2026-03-06', endsOn: '2026-03-27', boardId: 'almby', missingFrom: '2026-03-20' },
      ],
    });
  });

  it('waits when the missing notice is not up again', () => {
    expect(
      time([...everywhere('2026-03-06').slice(0, 2), posting('bjorksele', '2026-03-06', '2026-03-10')]),
    ).toEqual({
      state: 'waiting',
      missing: ['bjorksele'],
      annulled: [
        { startsOn: '2026-03-06', endsOn: '2026-03-27', boardId: 'bjorksele', missingFrom: '2026-03-10' },
      ],
    });
  });

  it('counts a notice taken down on the very last day as missing before the end', () => {
    const early = [...everywhere('2026-03-06').slice(0, 2), posting('bjorksele', '2026-03-06', '2026-03-27')];
    expect(time(early)).toMatchObject({ state: 'waiting' });
    const right = [...everywhere('2026-03-06').slice(0, 2), posting('bjorksele', '2026-03-06', '2026-03-28')];
    expect(time(right)).toMatchObject({ state: 'counted', startsOn: '2026-03-06', annulled: [] });
  });

  it('begins only when all carry it, though one was lost before the last was up', () => {
    const lost = [
      posting('region', '2026-03-06', '2026-03-08'),
      posting('region', '2026-03-12'),
      posting('almby', '2026-03-06'),
      posting('bjorksele', '2026-03-10'),
    ];
    expect(time(lost)).toMatchObject({ startsOn: '2026-03-12', annulled: [] });
  });

  it('goes on when a board has a second notice up before the first is taken down', () => {
    const doubled = [
      ...everywhere('2026-03-06').slice(0, 2),
      posting('bjorksele', '2026-03-06', '2026-03-15'),
      posting('bjorksele', '2026-03-14'),
    ];
    expect(time(doubled)).toMatchObject({ startsOn: '2026-03-06', annulled: [] });
  });

  it('always gives a full time during which every board carries the notice', () => {
    const anyPosting = fc.record({
      boardId: fc.constantFrom(...boards),
      from: fc.integer({ min: 0, max: 80 }),
      length: fc.option(fc.integer({ min: 1, max: 60 })),
    });
    fc.assert(
      fc.property(fc.array(anyPosting, { maxLength: 14 }), (list) => {
        const day = (offset: number): Day => addDays(asDay('2026-10-01'), offset);
        const postings = list.map(({ boardId, from, length }) => ({
          boardId,
          statedDay: day(from),
          downDay: length === null ? null : day(from + length),
        }));
        const carries = (boardId: string, on: Day) =>
          postings.some(
            (each) =>
              each.boardId === boardId &&
              each.statedDay <= on &&
              (each.downDay === null || each.downDay > on),
          );
        const counted = time(postings);
        for (const lost of counted.annulled) expect(lost.missingFrom <= lost.endsOn).toBe(true);
        if (counted.state === 'waiting') return;
        expect(counted.calendarEndsOn).toBe(addWeeks(counted.startsOn, 3));
        expect(counted.endsOn).toBe(moveForwardIfNonWorking(counted.calendarEndsOn));
        for (let on = counted.startsOn; on <= counted.endsOn; on = addDays(on, 1)) {
          expect(boards.every((boardId) => carries(boardId, on))).toBe(true);
        }
      }),
      { numRuns: 300 },
    );
  });
});

describe('where the notice stands (M-11)', () => {
  const counted = time(everywhere('2026-03-09'));
  const end = asDay('2026-03-30');

  it('is not legal force when the time has ended, only when the court has answered', () => {
    const before = new Date(endOfDay(end).getTime() - 1);
    expect(noticeState(time([]), before, null)).toBe('posting');
    expect(noticeState(counted, before, null)).toBe('running');
    expect(noticeState(counted, endOfDay(end), null)).toBe('appealTimeEnded');
    expect(noticeState(counted, endOfDay(end), { day: asDay('2026-04-02'), appealed: false })).toBe(
      'legalForce',
    );
    expect(noticeState(counted, endOfDay(end), { day: asDay('2026-04-02'), appealed: true })).toBe(
      'appealed',
    );
  });

  it('runs still at a quarter to midnight in Stockholm', () => {
    expect(noticeState(counted, momentAt(end, '23:45'), null)).toBe('running');
  });
});

describe('confirming a posting', () => {
  const facts = { verificationDate: asDay('2026-03-06'), today: asDay('2026-03-09'), confirmed: false };

  it('takes the stated day from the day of verification to today', () => {
    expect(canConfirmPosting(facts, asDay('2026-03-06'))).toEqual({ ok: true });
    expect(canConfirmPosting(facts, asDay('2026-03-09'))).toEqual({ ok: true });
  });

  it.each<[RefusalCode, string, boolean]>([
    ['posting-before-verification', '2026-03-05', false],
    ['posting-in-future', '2026-03-10', false],
    ['posting-confirmed-already', '2026-03-09', true],
  ])('refuses with %s the day %s', (code, day, confirmed) => {
    expectRefused(canConfirmPosting({ ...facts, confirmed }, asDay(day)), code);
  });
});

describe('a corrected day of posting (KL 8:12, 13:5, M-11)', () => {
  it.each<[string | null, string | null, string, string, RefusalCode | null]>([
    // stated, first missing, corrected to, reason; verified on 6 March, and today is 16 March
    ['2026-03-09', null, '2026-03-07', 'Fel dag', null],
    ['2026-03-09', null, '2026-03-16', 'Fel dag', null],
    [null, null, '2026-03-07', 'Fel dag', 'posting-not-confirmed'],
    ['2026-03-09', null, '2026-03-07', ' ', 'correction-needs-reason'],
    ['2026-03-09', null, '2026-03-09', 'Fel dag', 'posting-same-day'],
    ['2026-03-09', null, '2026-03-05', 'Fel dag', 'posting-before-verification'],
    ['2026-03-09', null, '2026-03-17', 'Fel dag', 'posting-in-future'],
    // The notice cannot have been missing before it was up: that would count the time too early, or hide an annulled one
    ['2026-03-06', '2026-03-10', '2026-03-09', 'Fel dag', null],
    ['2026-03-06', '2026-03-10', '2026-03-10', 'Fel dag', null],
    ['2026-03-06', '2026-03-10', '2026-03-11', 'Fel dag', 'posting-after-missing'],
    ['2026-03-06', '2026-03-10', '2026-03-14', 'Fel dag', 'posting-after-missing'],
  ])('stated as %s, missing from %s, corrected to %s, "%s": %s', (stated, missing, to, reason, code) => {
    const facts = {
      verificationDate: asDay('2026-03-06'),
      today: asDay('2026-03-16'),
      stated: stated === null ? null : asDay(stated),
      missingFrom: missing === null ? null : asDay(missing),
    };
    const verdict = canCorrectPosting(facts, asDay(to), reason);
    expect(verdict.ok ? null : verdict.code).toBe(code);
  });
});

describe('taking a notice down (KL 8:12)', () => {
  const counted = time(everywhere('2026-03-09'));
  const facts = { confirmed: true, today: asDay('2026-04-01'), down: false };

  it('is done from the day after the appeal time has ended', () => {
    expect(canTakeDown(facts, counted, asDay('2026-03-31'))).toEqual({ ok: true });
  });

  it.each<[RefusalCode, Partial<typeof facts>, AppealTime, string]>([
    ['take-down-too-early', {}, counted, '2026-03-30'],
    ['take-down-in-future', {}, counted, '2026-04-02'],
    ['take-down-before-all-boards', {}, time([]), '2026-03-31'],
    ['posting-not-confirmed', { confirmed: false }, counted, '2026-03-31'],
    ['posting-down-already', { down: true }, counted, '2026-03-31'],
  ])('is refused with %s', (code, changed, counting, day) => {
    expectRefused(canTakeDown({ ...facts, ...changed }, counting, asDay(day)), code);
  });
});

describe("the court's answer (M-11)", () => {
  const counted = time(everywhere('2026-03-09'));
  const answer = {
    day: asDay('2026-04-01'),
    appealed: false,
    reference: 'Tel. förvaltningsrätten',
    caseNumbers: 0,
  };
  const today = asDay('2026-04-02');

  it('is recorded when the time has ended', () => {
    expect(canRecordCourtAnswer('appealTimeEnded', counted, answer, today)).toEqual({ ok: true });
    expect(
      canRecordCourtAnswer('appealTimeEnded', counted, { ...answer, appealed: true, caseNumbers: 1 }, today),
    ).toEqual({ ok: true });
  });

  it.each<[RefusalCode, Parameters<typeof canRecordCourtAnswer>[0], object]>([
    ['court-answer-before-announced', 'posting', {}],
    ['court-answer-too-early', 'running', {}],
    ['court-answer-too-early', 'appealTimeEnded', { day: asDay('2026-03-30') }],
    ['court-answer-recorded', 'legalForce', {}],
    ['court-answer-recorded', 'appealed', {}],
    ['court-answer-in-future', 'appealTimeEnded', { day: asDay('2026-04-03') }],
    ['court-answer-needs-reference', 'appealTimeEnded', { reference: ' ' }],
    ['appeal-needs-case-number', 'appealTimeEnded', { appealed: true }],
    ['appeal-not-said', 'appealTimeEnded', { appealed: false, caseNumbers: 1 }],
  ])('is refused with %s while it is %s', (code, state, changed) => {
    expectRefused(canRecordCourtAnswer(state, counted, { ...answer, ...changed }, today), code);
  });
});
