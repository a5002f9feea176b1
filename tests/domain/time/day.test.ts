import fc from 'fast-check';
import {
  addDays,
  addMonths,
  addWeeks,
  addYears,
  asDay,
  compareDays,
  dayFrom,
  dayOfMonth,
  daysBetween,
  isDay,
  latestDay,
  monthOf,
  weekday,
  yearOf,
} from '../../../src/domain/time/day';

const anyDay = fc.integer({ min: -20000, max: 40000 }).map((count) => addDays(asDay('2026-01-01'), count));

describe('a day', () => {
  it.each(['2026-02-20', '2024-02-29', '2027-12-31'])('accepts %s', (text) => {
    expect(isDay(text)).toBe(true);
    expect(asDay(text)).toBe(text);
  });

  it.each([
    '2026-02-30',
    '2025-02-29',
    '2026-2-3',
    '20260220',
    '2026-13-01',
    '',
    'hösten 2026',
    '2026-02-20T09:00',
  ])('refuses %j, which is no day that exists', (text) => {
    expect(isDay(text)).toBe(false);
    expect(() => asDay(text)).toThrow(RangeError);
  });

  it('is taken apart and put together again', () => {
    const day = asDay('2026-11-22');
    expect([yearOf(day), monthOf(day), dayOfMonth(day)]).toEqual([2026, 11, 22]);
    expect(dayFrom(2026, 11, 22)).toBe(day);
    expect(() => dayFrom(2026, 2, 30)).toThrow(RangeError);
  });

  it('counts back what it counted forward', () => {
    fc.assert(
      fc.property(anyDay, fc.integer({ min: -5000, max: 5000 }), (day, count) => {
        expect(daysBetween(day, addDays(day, count))).toBe(count);
        expect(addDays(addDays(day, count), -count)).toBe(day);
      }),
    );
  });

  it('sorts in the order of the calendar', () => {
    fc.assert(
      fc.property(anyDay, anyDay, (first, second) => {
        expect(Math.sign(compareDays(first, second))).toBe(-Math.sign(daysBetween(first, second)) + 0);
      }),
    );
    expect(latestDay([asDay('2026-03-02'), asDay('2026-03-09'), asDay('2026-02-28')])).toBe('2026-03-09');
    expect(latestDay([])).toBeUndefined();
  });
});

describe('times of weeks, months and years (1930:173 1 §)', () => {
  it('ends a time of weeks on the same weekday', () => {
    fc.assert(
      fc.property(anyDay, fc.integer({ min: 0, max: 60 }), (day, weeks) => {
        const end = addWeeks(day, weeks);
        expect(daysBetween(day, end)).toBe(7 * weeks);
        expect(weekday(end)).toBe(weekday(day));
      }),
    );
  });

  it.each([
    ['2026-01-31', 1, '2026-02-28'],
    ['2024-01-31', 1, '2024-02-29'],
    ['2026-08-31', 1, '2026-09-30'],
    ['2026-11-15', 3, '2027-02-15'],
    ['2026-03-31', -1, '2026-02-28'],
  ])('%s and %i months end on %s', (from, months, end) => {
    expect(addMonths(asDay(from), months)).toBe(end);
  });

  it('ends a year from 29 February on 28 February', () => {
    expect(addYears(asDay('2024-02-29'), 1)).toBe('2025-02-28');
    expect(addYears(asDay('2026-05-01'), 1)).toBe('2027-05-01');
  });
});

describe('weeks (SS-ISO 8601)', () => {
  it('numbers the weekdays from Monday', () => {
    expect(weekday(asDay('2026-02-16'))).toBe(1);
    expect(weekday(asDay('2026-02-20'))).toBe(5);
    expect(weekday(asDay('2026-02-22'))).toBe(7);
  });
});
