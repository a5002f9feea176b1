import { z } from 'zod';

export const TakeItem = z
  .strictObject({ itemId: z.uuid() })
  .meta({ description: 'Opens an item; items are numbered in the order they are treated.' });
export type TakeItem = z.infer<typeof TakeItem>;

export const TakenItem = z.object({ itemId: z.uuid(), treatedOrder: z.int() });
export type TakenItem = z.infer<typeof TakenItem>;
