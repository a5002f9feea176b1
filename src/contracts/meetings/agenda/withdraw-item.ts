import { z } from 'zod';
import { ShortText } from '../plan/fields';

export const WithdrawItem = z.strictObject({ itemId: z.uuid(), version: z.int(), reason: ShortText }).meta({
  description: 'Withdraws an item from the agenda, with the reason; its number is never used again.',
});
export type WithdrawItem = z.infer<typeof WithdrawItem>;

export const WithdrawnItem = z.object({ itemId: z.uuid() });
