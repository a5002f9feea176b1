import { z } from 'zod';

export const PublishPlan = z
  .strictObject({ bodyId: z.uuid(), year: z.int().min(2000).max(2200) })
  .meta({ description: 'Publishes the plan of a year as a page and an iCalendar feed.' });
export type PublishPlan = z.infer<typeof PublishPlan>;

export const PublishedPlan = z.object({ planId: z.uuid() });
