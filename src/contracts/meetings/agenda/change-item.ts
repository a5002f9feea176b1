import { z } from 'zod';
import { itemFields } from './item-fields';

export const ChangeItem = z
  .strictObject({ itemId: z.uuid(), version: z.int(), ...itemFields })
  .meta({ description: 'Changes an item of an agenda; everything that stands at it is sent.' });
export type ChangeItem = z.infer<typeof ChangeItem>;

export const ChangedItem = z.object({ itemId: z.uuid(), version: z.int() });
