import fc from 'fast-check';
import { addDays, asDay } from '../../../src/domain/time/day';
import {
  asClockTime,
  clockTimeOf,
  dayOf,
  endOfDay,
  isClockTime,
  momentAt,
} from '../../../src/domain/time/stockholm';

describe('moments in Sweden', () => {
  it.each([
    ['2026-02-20', '09:00', '2026-02-20T08:00:00.000Z'],
    ['2026-07-01', '09:00', '2026-07-01T07:00:00.000Z'],
    ['2026-03-29', '02:30', '2026-03-29T01:30:00.000Z'],
    ['2026-10-25', '02:30', '2026-10-25T00:30:00.000Z'],
  ])('%s at %s is %s', (day, time, utc) => {
    expect(momentAt(asDay(day), time).toISOString()).toBe(utc);
  });

  it.each([
    ['2026-02-20', '2026-02-20T23:00:00.000Z'],
    ['2026-03-29', '2026-03-29T22:00:00.000Z'],
    ['2026-10-25', '2026-10-25T23:00:00.000Z'],
  ])('a deadline on %s ends at %s, midnight in Stockholm', (day, utc) => {
    expect(endOfDay(asDay(day)).toISOString()).toBe(utc);
  });

  it.each([
    ['2026-02-20T22:59:59.999Z', '2026-02-20'],
    ['2026-02-20T23:00:00.000Z', '2026-02-21'],
    ['2026-06-19T21:59:00.000Z', '2026-06-19'],
    ['2026-06-19T22:00:00.000Z', '2026-06-20'],
  ])('%s happened on %s', (moment, day) => {
    expect(dayOf(new Date(moment))).toBe(day);
  });

  it('reads back the day and the time it was made of', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 12000 }),
        fc.integer({ min: 0, max: 23 }),
        fc.integer({ min: 0, max: 59 }),
        (count, hour, minute) => {
          const day = addDays(asDay('2010-01-01'), count);
          const time = `${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}`;
          const moment = momentAt(day, time);
          expect(dayOf(moment)).toBe(day);
          if (hour !== 2) expect(clockTimeOf(moment)).toBe(time);
        },
      ),
    );
  });

  it.each(['9:00', '24:00', '12:60', '', '09.00'])('refuses %j as a time of the day', (text) => {
    expect(isClockTime(text)).toBe(false);
    expect(() => asClockTime(text)).toThrow(RangeError);
    expect(() => momentAt(asDay('2026-02-20'), text)).toThrow(RangeError);
  });
});
