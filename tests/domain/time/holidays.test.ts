import fc from 'fast-check';
import { addDays, addWeeks, asDay, daysBetween, weekday, type Day } from '../../../src/domain/time/day';
import {
  holidays,
  isLegalNonWorkingDay,
  lastOfficeDayBy,
  moveForwardIfNonWorking,
  nonWorkingReason,
  type HolidayName,
} from '../../../src/domain/time/holidays';

const anyDay = fc.integer({ min: 0, max: 30000 }).map((count) => addDays(asDay('2000-01-01'), count));
const dayOfHoliday = (year: number, name: HolidayName) =>
  holidays(year).find((each) => each.name === name)?.day;

describe('public holidays (1989:253)', () => {
  it('knows those of 2026', () => {
    expect(holidays(2026).map(({ day, name }) => [day, name])).toEqual([
      ['2026-01-01', 'newYearsDay'],
      ['2026-01-06', 'epiphany'],
      ['2026-04-03', 'goodFriday'],
      ['2026-04-05', 'easterSunday'],
      ['2026-04-06', 'easterMonday'],
      ['2026-05-01', 'firstOfMay'],
      ['2026-05-14', 'ascensionDay'],
      ['2026-05-24', 'whitSunday'],
      ['2026-06-06', 'nationalDay'],
      ['2026-06-20', 'midsummerDay'],
      ['2026-10-31', 'allSaintsDay'],
      ['2026-12-25', 'christmasDay'],
      ['2026-12-26', 'boxingDay'],
    ]);
  });

  it.each([
    [2024, '2024-03-31'],
    [2025, '2025-04-20'],
    [2026, '2026-04-05'],
    [2027, '2027-03-28'],
    [2028, '2028-04-16'],
    [2038, '2038-04-25'],
  ])('finds Easter Sunday of %i', (year, easter) => {
    expect(dayOfHoliday(year, 'easterSunday')).toBe(easter);
  });

  it.each([
    [2025, '2025-06-21', '2025-11-01'],
    [2026, '2026-06-20', '2026-10-31'],
    [2027, '2027-06-26', '2027-11-06'],
    [2031, '2031-06-21', '2031-11-01'],
  ])('finds the Saturdays of midsummer and all saints in %i', (year, midsummer, saints) => {
    expect(dayOfHoliday(year, 'midsummerDay')).toBe(midsummer);
    expect(dayOfHoliday(year, 'allSaintsDay')).toBe(saints);
  });

  it('lists two names on a day that carries both', () => {
    expect(holidays(2049).filter(({ day }) => day === '2049-06-06')).toHaveLength(2);
  });

  it('puts the moving holidays on their weekdays in every year', () => {
    for (let year = 1990; year <= 2100; year += 1) {
      const byName = new Map(holidays(year).map(({ day, name }) => [name, weekday(day)]));
      expect(byName.get('goodFriday')).toBe(5);
      expect(byName.get('easterSunday')).toBe(7);
      expect(byName.get('easterMonday')).toBe(1);
      expect(byName.get('ascensionDay')).toBe(4);
      expect(byName.get('whitSunday')).toBe(7);
      expect(byName.get('midsummerDay')).toBe(6);
      expect(byName.get('allSaintsDay')).toBe(6);
    }
  });
});

describe('days when an act may wait (1930:173 2 §)', () => {
  it.each([
    ['2026-06-19', 'midsummerEve'],
    ['2026-12-24', 'christmasEve'],
    ['2026-12-31', 'newYearsEve'],
    ['2026-02-21', 'saturday'],
    ['2026-02-22', 'sunday'],
    ['2026-05-14', 'ascensionDay'],
    ['2027-06-25', 'midsummerEve'],
  ])('%s is one: %s', (day, reason) => {
    expect(nonWorkingReason(asDay(day))).toBe(reason);
    expect(isLegalNonWorkingDay(asDay(day))).toBe(true);
  });

  it.each([
    ['2026-04-02', 'skärtorsdagen'],
    ['2026-01-05', 'trettondagsafton'],
    ['2026-04-30', 'valborg'],
    ['2026-05-15', 'the day after Kristi himmelsfärdsdag'],
    ['2026-05-13', 'the day before Kristi himmelsfärdsdag'],
    ['2026-06-05', 'the day before the national day'],
  ])('%s is an ordinary day: %s', (day) => {
    expect(nonWorkingReason(asDay(day))).toBeUndefined();
  });

  it('law.md I: minutes verified on 2026-06-17 are announced at the latest on Monday 2026-06-22', () => {
    const second = addDays(asDay('2026-06-17'), 2);
    expect(second).toBe('2026-06-19');
    expect(moveForwardIfNonWorking(second)).toBe('2026-06-22');
  });

  it.each([
    ['2026-11-30', '2026-12-21'],
    ['2026-12-03', '2026-12-28'],
    ['2026-12-10', '2027-01-04'],
    ['2026-12-15', '2027-01-05'],
    ['2026-12-16', '2027-01-07'],
    ['2027-03-05', '2027-03-30'],
    ['2027-04-15', '2027-05-07'],
  ])('law.md I: three weeks from an announcement on %s end on %s', (announced, end) => {
    expect(moveForwardIfNonWorking(addWeeks(asDay(announced), 3))).toBe(end);
  });

  it('never moves a day backwards, never further than needed, and never twice', () => {
    fc.assert(
      fc.property(anyDay, (day) => {
        const moved = moveForwardIfNonWorking(day);
        expect(isLegalNonWorkingDay(moved)).toBe(false);
        expect(moveForwardIfNonWorking(moved)).toBe(moved);
        for (let between: Day = day; between < moved; between = addDays(between, 1)) {
          expect(isLegalNonWorkingDay(between)).toBe(true);
        }
      }),
    );
  });
});

describe('the last office day by a deadline counted backwards (M-1)', () => {
  it.each([
    ['2026-02-15', '2026-02-13'],
    ['2026-02-13', '2026-02-13'],
    ['2026-12-26', '2026-12-23'],
    ['2026-04-06', '2026-04-02'],
  ])('by %s is %s', (deadline, officeDay) => {
    expect(lastOfficeDayBy(asDay(deadline))).toBe(officeDay);
  });

  it('passes over the days the office itself keeps closed, which never move a legal day', () => {
    const closed = new Set([asDay('2026-05-15')]);
    expect(lastOfficeDayBy(asDay('2026-05-16'), closed)).toBe('2026-05-13');
    expect(moveForwardIfNonWorking(asDay('2026-05-14'))).toBe('2026-05-15');
  });

  it('never lies after the deadline, and at most a week before it', () => {
    fc.assert(
      fc.property(anyDay, (day) => {
        const back = daysBetween(lastOfficeDayBy(day), day);
        expect(back).toBeGreaterThanOrEqual(0);
        expect(back).toBeLessThan(7);
      }),
    );
  });
});
