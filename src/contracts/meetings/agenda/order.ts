import { z } from 'zod';

export const MoveItem = z
  .strictObject({
    itemId: z.uuid(),
    to: z.union([z.enum(['up', 'down']), z.int().min(1).max(500)]),
  })
  .meta({ description: 'Moves an item one step, or to a position among its siblings.' });
export type MoveItem = z.infer<typeof MoveItem>;

export const SaveOrder = z
  .strictObject({
    meetingId: z.uuid(),
    version: z.int().meta({ description: 'The stamp of the agenda that the order was made from.' }),
    item: z.array(z.uuid()).max(500),
    position: z.array(z.int().min(1).max(500)).max(500),
    move: z
      .string()
      .regex(/^(up|down):[0-9a-f-]{36}$/)
      .nullish(),
  })
  .meta({
    description: 'Saves positions of several items at once; equal ones keep the order they stand in.',
  });
export type SaveOrder = z.infer<typeof SaveOrder>;

export const SavedOrder = z.object({ meetingId: z.uuid(), moved: z.int() });
