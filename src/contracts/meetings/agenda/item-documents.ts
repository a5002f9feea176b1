import { z } from 'zod';
import { ShortText } from '../plan/fields';

export const AttachDocument = z
  .strictObject({ itemId: z.uuid(), documentId: z.uuid(), label: ShortText.nullish() })
  .meta({ description: 'Puts a document of the register at an item, last in its order.' });
export type AttachDocument = z.infer<typeof AttachDocument>;

export const DetachDocument = z
  .strictObject({ itemId: z.uuid(), documentId: z.uuid() })
  .meta({ description: 'Takes a document away from an item; it stays in the register.' });
export type DetachDocument = z.infer<typeof DetachDocument>;

export const MoveDocument = z
  .strictObject({ itemId: z.uuid(), documentId: z.uuid(), to: z.enum(['up', 'down']) })
  .meta({ description: 'Moves a document one step in the order of an item.' });
export type MoveDocument = z.infer<typeof MoveDocument>;

export const ItemDocuments = z.object({ itemId: z.uuid(), documentIds: z.array(z.uuid()) });
