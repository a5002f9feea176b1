import { z } from 'zod';
import { ClockField, DayField, PlaceField } from './fields';

export const ChangeMeeting = z
  .strictObject({
    meetingId: z.uuid(),
    version: z.int(),
    day: DayField,
    startTime: ClockField,
    endTime: ClockField,
    place: PlaceField,
  })
  .meta({ description: 'Changes day, time or place before the summons; every deadline is counted anew.' });
export type ChangeMeeting = z.infer<typeof ChangeMeeting>;

export const ChangedMeeting = z.object({ meetingId: z.uuid(), dayMoved: z.boolean() });
