import { z } from 'zod';

/** What the process's acts say: the meeting as it was read. Another version means that it has moved on. */
export const OfMeeting = z
  .strictObject({ meetingId: z.uuid(), version: z.int() })
  .meta({ description: 'An act of the meeting cycle itself.' });
export type OfMeeting = z.infer<typeof OfMeeting>;
