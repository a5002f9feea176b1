import fc from 'fast-check';
import {
  appealDeadline,
  chainBefore,
  deadlinesAfter,
  deadlinesBefore,
  noticeDeadline,
  verificationDeadline,
  verificationReminders,
} from '../../../../src/domain/meetings/plan/deadlines';
import {
  canIssueSummons,
  canRequestRemote,
  isLateSubmission,
  summonsTimeliness,
} from '../../../../src/domain/meetings/agenda/in-time';
import { addDays, asDay, type Day } from '../../../../src/domain/time/day';
import { momentAt } from '../../../../src/domain/time/stockholm';
import { expectRefused } from '../../expect-refused';
import { boardRules, councilRules, shortSummonsRules } from '../rules';

const meetingDate = asDay('2026-02-20');
const dayOfKind = (deadlines: readonly { kind: string; day: Day }[], kind: string) =>
  deadlines.find((deadline) => deadline.kind === kind)?.day;

describe('case 11: summons four days before, papers a week, remote request five', () => {
  const before = deadlinesBefore(shortSummonsRules, meetingDate);

  it.each([
    ['summons', '2026-02-16'],
    ['papers', '2026-02-13'],
    ['remoteRequest', '2026-02-15'],
  ])('%s at the latest %s', (kind, day) => {
    expect(dayOfKind(before, kind)).toBe(day);
  });

  it('names Friday the 13th beside the Sunday that the remote request falls on, and moves nothing later', () => {
    expect(before.find((deadline) => deadline.kind === 'remoteRequest')).toMatchObject({
      day: '2026-02-15',
      officeDay: '2026-02-13',
      law: null,
    });
  });

  it('takes the summons on the 16th, and on the 17th only with a reason', () => {
    expect(canIssueSummons(shortSummonsRules, meetingDate, asDay('2026-02-16'), null)).toEqual({ ok: true });
    expectRefused(
      canIssueSummons(shortSummonsRules, meetingDate, asDay('2026-02-17'), ' '),
      'late-summons-needs-reason',
    );
    expect(canIssueSummons(shortSummonsRules, meetingDate, asDay('2026-02-17'), 'Sjukdom')).toEqual({
      ok: true,
    });
  });

  it('refuses a late summons where the rules of procedure say so', () => {
    const strict = { ...shortSummonsRules, lateSummons: 'refuse' as const };
    expect(summonsTimeliness(strict, meetingDate, asDay('2026-02-16'))).toMatchObject({ late: false });
    expectRefused(canIssueSummons(strict, meetingDate, asDay('2026-02-17'), 'Sjukdom'), 'summons-too-late');
  });

  it('lets a member ask for remote participation on the 15th, not on the 16th', () => {
    expect(canRequestRemote(shortSummonsRules, meetingDate, asDay('2026-02-15'))).toEqual({ ok: true });
    expectRefused(
      canRequestRemote(shortSummonsRules, meetingDate, asDay('2026-02-16')),
      'remote-request-too-late',
    );
    const inRoom = { ...shortSummonsRules, remoteParticipation: false };
    expectRefused(canRequestRemote(inRoom, meetingDate, asDay('2026-01-15')), 'remote-not-allowed');
    expect(dayOfKind(deadlinesBefore(inRoom, meetingDate), 'remoteRequest')).toBeUndefined();
  });
});

describe('the chain of deadlines of a meeting (M-1)', () => {
  it('has the submission deadline at its hour, three weeks before', () => {
    const submission = deadlinesBefore(boardRules, meetingDate)[0];
    expect(submission).toMatchObject({ kind: 'submission', day: '2026-01-30', officeDay: '2026-01-30' });
    expect(submission?.instant.toISOString()).toBe('2026-01-30T11:00:00.000Z');
  });

  it('marks what comes after the submission deadline as late', () => {
    expect(isLateSubmission(boardRules, meetingDate, momentAt(asDay('2026-01-30'), '12:00'))).toBe(false);
    expect(isLateSubmission(boardRules, meetingDate, momentAt(asDay('2026-01-30'), '12:01'))).toBe(true);
  });

  it('names the last office day before the office closes, for the days the office itself keeps', () => {
    const closed = new Set([asDay('2026-01-30')]);
    expect(deadlinesBefore(boardRules, meetingDate, closed)[0]).toMatchObject({
      day: '2026-01-30',
      officeDay: '2026-01-29',
    });
  });

  it('never moves a day counted backwards, and never names an office day after it', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 4000 }), (count) => {
        const date = addDays(asDay('2024-01-01'), count);
        for (const deadline of deadlinesBefore(boardRules, date)) {
          expect(deadline.day).toBe(deadline.calendarDay);
          expect(deadline.officeDay! <= deadline.day).toBe(true);
        }
        for (const deadline of deadlinesAfter(boardRules, date)) {
          expect(deadline.calendarDay <= deadline.day).toBe(true);
        }
      }),
    );
  });

  it('shows what follows if each step is taken on its last day', () => {
    expect(deadlinesAfter(boardRules, meetingDate).map(({ kind, day, law }) => [kind, day, law])).toEqual([
      ['verification', '2026-03-06', 'KL 5:69, 6:35'],
      ['notice', '2026-03-09', 'KL 8:12'],
      ['appealTime', '2026-03-30', 'KL 13:5'],
    ]);
    expect(deadlinesAfter(councilRules, asDay('2025-12-08')).map(({ kind, day }) => [kind, day])).toEqual([
      ['verification', '2025-12-22'],
    ]);
  });

  it('law.md I: verified on Wednesday 2026-06-17, announced at the latest on Monday 2026-06-22', () => {
    expect(noticeDeadline(boardRules, asDay('2026-06-17'))).toMatchObject({
      calendarDay: '2026-06-19',
      day: '2026-06-22',
    });
  });

  it.each([
    ['2026-11-30', '2026-12-21'],
    ['2026-12-03', '2026-12-28'],
    ['2026-12-10', '2027-01-04'],
    ['2026-12-15', '2027-01-05'],
    ['2026-12-16', '2027-01-07'],
    ['2027-03-05', '2027-03-30'],
    ['2027-04-15', '2027-05-07'],
  ])('law.md I: announced on %s, the appeal time ends on %s at 24.00', (announced, end) => {
    const deadline = appealDeadline(boardRules, asDay(announced));
    expect(deadline.day).toBe(end);
    expect(deadline.instant).toEqual(momentAt(addDays(asDay(end), 1), '00:00'));
  });

  it('does not move a time that a council has chosen for itself', () => {
    expect(verificationDeadline(councilRules, asDay('2026-12-10'))).toMatchObject({
      day: '2026-12-24',
      law: null,
    });
    expect(verificationDeadline(boardRules, asDay('2026-12-10'))).toMatchObject({
      calendarDay: '2026-12-24',
      day: '2026-12-28',
    });
  });
});

describe('the working committee and the day to report back, where a body has them (M-1)', () => {
  const chainOf = (
    workingCommitteeDays: number | null,
    reportBackDays: number | null,
    date = meetingDate,
  ) => {
    const rules = { ...shortSummonsRules, workingCommitteeDays, reportBackDays };
    return [...chainBefore(rules, date), ...deadlinesAfter(rules, date)];
  };
  const kinds = (chain: readonly { kind: string }[]) => chain.map(({ kind }) => kind).join(' ');
  const others = 'submission papers summons remoteRequest verification notice appealTime';

  it('has neither where the rules of procedure name none', () => {
    expect(kinds(chainOf(null, null))).toBe(others);
  });

  it.each<[number, string, string | null, string]>([
    [30, '2026-01-21', '2026-01-21', 'workingCommittee submission papers summons remoteRequest'],
    [21, '2026-01-30', '2026-01-30', 'submission workingCommittee papers summons remoteRequest'],
    [20, '2026-01-31', '2026-01-30', 'submission workingCommittee papers summons remoteRequest'],
    [1, '2026-02-19', '2026-02-19', 'submission papers summons remoteRequest workingCommittee'],
  ])('the committee %i days before meets %s, last office day %s', (days, day, officeDay, order) => {
    const chain = chainOf(days, null);
    expect(chain.find(({ kind }) => kind === 'workingCommittee')).toMatchObject({
      day,
      calendarDay: day,
      officeDay,
      law: null,
    });
    expect(kinds(chain)).toBe(`${order} verification notice appealTime`);
  });

  it.each<[string, number, string, string]>([
    ['a working day', 60, '2026-04-21', 'verification notice appealTime reportBack'],
    ['Good Friday, not moved: no law sets it', 42, '2026-04-03', 'verification notice appealTime reportBack'],
    ['before the appeal time can end', 30, '2026-03-22', 'verification notice reportBack appealTime'],
  ])('recipients report back on %s', (_which, days, day, order) => {
    const chain = chainOf(null, days);
    expect(chain.find(({ kind }) => kind === 'reportBack')).toMatchObject({
      day,
      calendarDay: day,
      officeDay: null,
      law: null,
      basis: 'meetingDate',
    });
    expect(kinds(chain)).toBe(`submission papers summons remoteRequest ${order}`);
  });

  it('shows the day to report back to a body that announces nothing', () => {
    const after = deadlinesAfter({ ...councilRules, reportBackDays: 30 }, asDay('2025-12-08'));
    expect(after.map(({ kind, day }) => [kind, day])).toEqual([
      ['verification', '2025-12-22'],
      ['reportBack', '2026-01-07'],
    ]);
  });

  it('keeps them out of what the meeting itself is clocked by', () => {
    const rules = { ...boardRules, workingCommitteeDays: 20 };
    expect(deadlinesBefore(rules, meetingDate)).toEqual(deadlinesBefore(boardRules, meetingDate));
  });
});

describe('case 9: verification due fourteen days after the meeting', () => {
  it('is due on 2026-03-06', () => {
    expect(verificationDeadline(boardRules, meetingDate).day).toBe('2026-03-06');
  });

  it('reminds five and two days before', () => {
    expect(verificationReminders(boardRules, meetingDate)).toEqual(['2026-03-01', '2026-03-04']);
  });
});
