import { z } from 'zod';

export const RequestRemote = z
  .strictObject({ meetingId: z.uuid(), personId: z.uuid() })
  .meta({ description: 'Asks to take part remotely; the chair decides.' });
export type RequestRemote = z.infer<typeof RequestRemote>;

export const DecideRemote = z
  .strictObject({
    requestId: z.uuid(),
    version: z.int(),
    decision: z.enum(['approved', 'refused']),
    reason: z.string().trim().max(2000).optional(),
  })
  .meta({ description: 'The chair decides on a request to take part remotely.' });
export type DecideRemote = z.infer<typeof DecideRemote>;
