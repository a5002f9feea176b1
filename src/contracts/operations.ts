import { z } from 'zod';
import { DayField } from './meetings/plan/fields';

/** One fault, parked wake or letter that the operator has looked at. */
export const OneFault = z.object({ faultId: z.uuid() });
export type OneFault = z.infer<typeof OneFault>;

export const OneWake = z.object({ wakeId: z.uuid() });
export type OneWake = z.infer<typeof OneWake>;

export const OneMail = z.object({ mailId: z.uuid() });
export type OneMail = z.infer<typeof OneMail>;

/** A day, or an instant of it, that the demo county's time is moved on to. */
export const MoveTrainingDay = z.object({ personId: z.uuid(), to: z.union([DayField, z.iso.datetime()]) });
export type MoveTrainingDay = z.infer<typeof MoveTrainingDay>;

/** The moment that the time is moved on to. */
export const TrainingDayMoved = z.object({ at: z.iso.datetime() });
export type TrainingDayMoved = z.infer<typeof TrainingDayMoved>;
