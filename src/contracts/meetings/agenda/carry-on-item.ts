import { z } from 'zod';

export const CarryOnItem = z
  .strictObject({
    meetingId: z.uuid(),
    itemId: z.uuid().meta({ description: 'The earlier item that was put off, withdrawn or referred back.' }),
  })
  .meta({
    description: 'Puts an earlier item on the agenda again, with all that stood at it and with its recusals.',
  });
export type CarryOnItem = z.infer<typeof CarryOnItem>;
