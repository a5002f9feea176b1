import { z } from 'zod';

const Made = z.strictObject({
  bytes: z.instanceof(Uint8Array),
  pages: z.int().min(1),
  template: z.string().max(255),
  renderer: z.string().max(255),
  snapshot: z.unknown(),
  claims: z.array(z.string().max(60)).max(10),
});
export type MadeMinutes = z.infer<typeof Made>;

/** What only the process of a verification says. */
export const OfMinutes = z.strictObject({ minutesId: z.uuid(), version: z.int() });
export type OfMinutes = z.infer<typeof OfMinutes>;

export const FileFrozenMinutes = z.strictObject({ roundId: z.uuid(), made: Made });
export type FileFrozenMinutes = z.infer<typeof FileFrozenMinutes>;

export const FileVerifiedMinutes = z.strictObject({ minutesId: z.uuid(), verified: Made, published: Made });
export type FileVerifiedMinutes = z.infer<typeof FileVerifiedMinutes>;
