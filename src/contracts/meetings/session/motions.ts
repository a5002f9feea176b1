import { z } from 'zod';
import { ShortText } from '../plan/fields';

export const RecordMotion = z
  .strictObject({
    itemId: z.uuid(),
    seatId: z.uuid(),
    kind: z.enum(['approve', 'reject', 'amend', 'referBack', 'table', 'other']),
    text: ShortText,
  })
  .meta({ description: 'A motion, handed in before the meeting or moved at it.' });
export type RecordMotion = z.infer<typeof RecordMotion>;

export const WithdrawMotion = z
  .strictObject({ motionId: z.uuid(), version: z.int() })
  .meta({ description: 'Takes back a motion; it stands no more in the minutes.' });
export type WithdrawMotion = z.infer<typeof WithdrawMotion>;

export const RecordedMotion = z.object({ motionId: z.uuid() });

export const SetPropositions = z
  .strictObject({
    itemId: z.uuid(),
    propositions: z
      .array(
        z.strictObject({
          motionId: z.uuid().nullish().meta({ description: 'Nothing: the proposal of the memo.' }),
          words: ShortText,
          carried: z.boolean().nullish().meta({ description: 'Whether the chair found it carried.' }),
        }),
      )
      .max(30),
  })
  .meta({ description: 'The chair’s order of propositions, all of it each time (KL 5:53).' });
export type SetPropositions = z.infer<typeof SetPropositions>;

export const OfItem = z.object({ itemId: z.uuid() });
