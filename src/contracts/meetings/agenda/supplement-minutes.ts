import { z } from 'zod';

export const SupplementMinutes = z
  .strictObject({
    itemId: z.uuid(),
    version: z.int(),
    minutesId: z
      .uuid()
      .nullable()
      .meta({ description: 'The earlier minutes of the body; null takes the link away.' }),
  })
  .meta({
    description:
      'Says that an item supplements earlier, verified minutes (M-9): they stay as they are and point to the item.',
  });
export type SupplementMinutes = z.infer<typeof SupplementMinutes>;

export const MinutesSupplemented = z.object({ itemId: z.uuid(), version: z.int() });
