import {
  clockText,
  dayAndTimeText,
  dayText,
  momentText,
  relativeDayText,
  shortDayText,
  shortMomentText,
} from '../../src/i18n/dates';
import { addDays, asDay } from '../../src/domain/time/day';
import { asClockTime } from '../../src/domain/time/stockholm';

const meetingDay = asDay('2026-02-20');

describe('days and moments', () => {
  it('are written as the office writes them', () => {
    expect(dayText('sv', meetingDay)).toBe('fredag 20 februari 2026');
    expect(dayText('en', meetingDay)).toBe('Friday 20 February 2026');
    expect(dayAndTimeText('sv', meetingDay, asClockTime('09:00'))).toBe('fredag 20 februari 2026 kl. 09.00');
    expect(shortDayText('sv', meetingDay)).toBe('20 feb 2026');
    expect(clockText('en', asClockTime('14:32'))).toBe('14:32');
  });

  it('are written by the clock in Sweden, in winter and in summer', () => {
    expect(momentText('sv', new Date('2026-02-20T08:00:00Z'))).toBe('fredag 20 februari 2026 kl. 09.00');
    expect(momentText('sv', new Date('2026-06-12T22:30:00Z'))).toBe('lördag 13 juni 2026 kl. 00.30');
    expect(shortMomentText('en', new Date('2026-02-13T09:12:00Z'))).toBe('13 Feb 2026 at 10:12');
  });

  it.each([
    [0, 'i dag', 'today'],
    [1, 'i morgon', 'tomorrow'],
    [-1, 'i går', 'yesterday'],
    [3, 'om 3 dagar', 'in 3 days'],
    [-14, 'för 14 dagar sedan', '14 days ago'],
  ])('say how far away a day %i days off is', (days, swedish, english) => {
    const day = addDays(meetingDay, days);
    expect(relativeDayText('sv', day, meetingDay)).toBe(swedish);
    expect(relativeDayText('en', day, meetingDay)).toBe(english);
  });
});
