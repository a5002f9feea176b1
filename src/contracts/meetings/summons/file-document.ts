import { z } from 'zod';

/** Bytes that the process has made of an issued summons; only processes say this. */
export const FileSummonsDocument = z
  .strictObject({
    summonsId: z.uuid(),
    part: z.enum(['letter', 'package']),
    bytes: z.instanceof(Uint8Array),
    pages: z.int().min(1),
    template: z.string().max(255).nullable(),
    renderer: z.string().max(255).nullable(),
    snapshot: z.unknown(),
    claims: z.array(z.string().max(60)).max(10),
    /** The closed items that the package holds papers of: row level security hides it with them. */
    closedItemIds: z.array(z.uuid()).max(500),
  })
  .meta({ description: 'Stores the letter or the package of a summons.' });
export type FileSummonsDocument = z.infer<typeof FileSummonsDocument>;
