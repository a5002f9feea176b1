import { z } from 'zod';
import { ClockField, DayField, PlaceField } from '../plan/fields';

export const OpenMeeting = z
  .strictObject({ meetingId: z.uuid() })
  .meta({ description: 'Opens the meeting; on another day than the one it was summoned to, it says so.' });
export type OpenMeeting = z.infer<typeof OpenMeeting>;

export const OpenedMeeting = z.object({ meetingId: z.uuid(), otherDay: z.boolean() });
export type OpenedMeeting = z.infer<typeof OpenedMeeting>;

export const Adjourn = z
  .strictObject({ meetingId: z.uuid(), minutes: z.int().min(1).max(600) })
  .meta({ description: 'Records that the meeting is adjourned for some minutes.' });
export type Adjourn = z.infer<typeof Adjourn>;

export const Adjourned = z.object({ adjournmentId: z.uuid() });

export const SetVerification = z
  .strictObject({
    meetingId: z.uuid(),
    verifierIds: z.array(z.uuid()).max(10).default([]).meta({
      description: 'People elected to verify beside the chair, as many as the rules of procedure say.',
    }),
    day: DayField,
    time: ClockField,
    place: PlaceField,
  })
  .meta({ description: 'Who verifies the minutes, on which day, when and where, as the body decided.' });
export type SetVerification = z.infer<typeof SetVerification>;

export const SetPresiding = z
  .strictObject({ meetingId: z.uuid(), seatId: z.uuid() })
  .meta({ description: 'Who presides, where neither the chair nor the vice chair serves.' });
export type SetPresiding = z.infer<typeof SetPresiding>;

export const OfSession = z.object({ meetingId: z.uuid() });

export const CloseMeeting = z
  .strictObject({ meetingId: z.uuid() })
  .meta({ description: 'Closes the meeting: paragraphs get their numbers and the minutes are made.' });
export type CloseMeeting = z.infer<typeof CloseMeeting>;

export const ClosedMeeting = z.object({
  meetingId: z.uuid(),
  minutesId: z.uuid(),
  paragraphs: z.int(),
  /** Items that return at a later meeting. */
  returning: z.int(),
});
export type ClosedMeeting = z.infer<typeof ClosedMeeting>;
