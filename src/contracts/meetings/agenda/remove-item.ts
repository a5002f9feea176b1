import { z } from 'zod';

export const RemoveItem = z.strictObject({ itemId: z.uuid(), version: z.int() }).meta({
  description: 'Takes an item that no approved agenda holds off the agenda, without a trace in the minutes.',
});
export type RemoveItem = z.infer<typeof RemoveItem>;

export const RemovedItem = z.object({ itemId: z.uuid() });
