import { z } from 'zod';
import { asDay } from '../../../domain/time/day';
import { asClockTime, isClockTime } from '../../../domain/time/stockholm';

/** A calendar day, `YYYY-MM-DD`. */
export const DayField = z.iso.date().transform(asDay);

/** A time on the clock in Sweden, `HH:MM`. */
export const ClockField = z
  .string()
  .max(5)
  .refine(isClockTime, { params: { format: 'time' } })
  .transform(asClockTime);

/** Where a meeting is held, as the summons says it. */
export const PlaceField = z.string().trim().min(1).max(300);

/** A text in one paragraph: a title, a reason, a point of a proposal. */
export const ShortText = z.string().trim().min(1).max(2000);
