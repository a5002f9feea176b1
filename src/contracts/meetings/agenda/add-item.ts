import { z } from 'zod';
import { itemFields } from './item-fields';

export const AddItem = z
  .strictObject({
    meetingId: z.uuid(),
    ...itemFields,
    matterId: z.uuid().nullish(),
    parentId: z.uuid().nullish(),
    templateKey: z.string().max(60).nullish(),
    position: z.int().min(1).max(500).nullish(),
  })
  .meta({ description: 'Puts an item on the agenda of a meeting; late after the submission deadline.' });
export type AddItem = z.infer<typeof AddItem>;

export const AddedItem = z.object({ itemId: z.uuid(), late: z.boolean() });
