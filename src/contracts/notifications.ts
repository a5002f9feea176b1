import { z } from 'zod';
import { DayField } from './meetings/plan/fields';

/** The letter of a person and a morning. */
export const WriteMorningLetter = z.object({ personId: z.uuid(), day: DayField });
export type WriteMorningLetter = z.infer<typeof WriteMorningLetter>;
