import { z } from 'zod';

export const RequestRemote = z
  .strictObject({ meetingId: z.uuid(), personId: z.uuid() })
  .meta({ description: 'Asks to take part remotely; the chair decides.' });
export type RequestRemote = z.infer<typeof RequestRemote>;

export const WithdrawRemote = z
  .strictObject({ requestId: z.uuid(), version: z.int() })
  .meta({ description: 'Takes back a request to take part remotely, until the chair has answered it.' });
export type WithdrawRemote = z.infer<typeof WithdrawRemote>;

export const DecideRemote = z
  .strictObject({
    requestId: z.uuid(),
    version: z.int(),
    decision: z.enum(['approved', 'refused']),
    reason: z.string().trim().max(2000).optional(),
  })
  .meta({ description: 'The chair decides on a request to take part remotely.' });
export type DecideRemote = z.infer<typeof DecideRemote>;
