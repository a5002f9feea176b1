import { Temporal } from 'temporal-polyfill';
import { addDays, type Day } from './day';

/** A time of the day on the clock in Sweden, `HH:MM` from 00:00 to 23:59. */
export type ClockTime = `${number}${number}:${number}${number}`;

const zone = 'Europe/Stockholm';
const clockPattern = /^([01]\d|2[0-3]):[0-5]\d$/;

const zoned = (moment: Date): Temporal.ZonedDateTime =>
  Temporal.Instant.fromEpochMilliseconds(moment.getTime()).toZonedDateTimeISO(zone);

/** Whether the text is a time of the day, `HH:MM`. */
export function isClockTime(text: string): text is ClockTime {
  return clockPattern.test(text);
}

/** The text as a time of the day. Throws RangeError when it is not `HH:MM` between 00:00 and 23:59. */
export function asClockTime(text: string): ClockTime {
  if (!isClockTime(text)) throw new RangeError(`Not a time of the day (HH:MM): ${text}`);
  return text;
}

/** The day in Sweden when the moment happened. */
export function dayOf(moment: Date): Day {
  return zoned(moment).toPlainDate().toString() as Day;
}

/** The time on the clock in Sweden at the moment, to the minute. */
export function clockTimeOf(moment: Date): ClockTime {
  return zoned(moment).toPlainTime().toString({ smallestUnit: 'minute' }) as ClockTime;
}

/**
 * The moment when clocks in Sweden show the time on the day. A time that is skipped in March counts from the hour
 * before; one that comes twice in October is the first. Throws RangeError on a time that is not `HH:MM`.
 */
export function momentAt(day: Day, time: string): Date {
  const at = Temporal.PlainDate.from(day).toZonedDateTime({
    timeZone: zone,
    plainTime: Temporal.PlainTime.from(asClockTime(time)),
  });
  return new Date(at.epochMilliseconds);
}

/** The day's end, 24:00 in Sweden: what is handed in before it is in time. */
export function endOfDay(day: Day): Date {
  return momentAt(addDays(day, 1), '00:00');
}
