import { z } from 'zod';
import { ClockField, DayField, PlaceField } from './fields';

/** "Third Friday of January, February and May" (M-1). */
export const PlanRuleField = z.strictObject({
  weekday: z.literal([1, 2, 3, 4, 5, 6, 7]).meta({ description: '1 Monday ... 7 Sunday' }),
  occurrence: z.literal([1, 2, 3, 4, 'last']),
  months: z.array(z.int().min(1).max(12)).max(12),
});

export const PlanMeetings = z
  .strictObject({
    bodyId: z.uuid(),
    year: z.int().min(2000).max(2200),
    rule: PlanRuleField.nullish(),
    days: z.array(DayField).max(60).nullish().meta({
      description: 'The days as they shall be: the rule corrected by hand. Without them the rule holds.',
    }),
    startTime: ClockField,
    endTime: ClockField,
    place: PlaceField,
  })
  .meta({ description: 'Plans the meetings of a year by rule, by hand, or by a rule corrected by hand.' });
export type PlanMeetings = z.infer<typeof PlanMeetings>;

export const PlannedMeetings = z.object({
  planId: z.uuid(),
  meetings: z.array(z.object({ meetingId: z.uuid(), number: z.int(), day: z.string() })),
});
export type PlannedMeetings = z.infer<typeof PlannedMeetings>;
