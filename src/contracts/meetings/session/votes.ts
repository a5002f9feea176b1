import { z } from 'zod';
import { ShortText } from '../plan/fields';

export const OpenVote = z
  .strictObject({ itemId: z.uuid(), yesMeans: ShortText, noMeans: ShortText })
  .meta({ description: 'Opens an open roll-call vote and says what yes and no mean (KL 5:54-55).' });
export type OpenVote = z.infer<typeof OpenVote>;

export const OpenedVote = z.object({ voteId: z.uuid(), number: z.int() });

const Ballots = z
  .array(z.strictObject({ seatId: z.uuid(), choice: z.enum(['yes', 'no', 'abstain']) }))
  .min(1)
  .max(200)
  .meta({ description: 'One answer for each member seat that someone serves in.' });

export const CastBallots = z
  .strictObject({ voteId: z.uuid(), ballots: Ballots })
  .meta({ description: 'The whole roll call in one act.' });
export type CastBallots = z.infer<typeof CastBallots>;

export const CorrectBallots = z.strictObject({ voteId: z.uuid(), version: z.int(), ballots: Ballots }).meta({
  description: 'Corrects the roll call of a vote that is not closed; all answers, corrected and not.',
});
export type CorrectBallots = z.infer<typeof CorrectBallots>;

export const CorrectedBallots = z.object({ voteId: z.uuid(), corrected: z.int() });

export const OfVote = z.object({ voteId: z.uuid() });

export const CloseVote = z
  .strictObject({
    voteId: z.uuid(),
    presidingSeatId: z
      .uuid()
      .nullish()
      .meta({ description: 'Who presides, when it is neither the chair nor the vice chair.' }),
    withdrawn: z
      .boolean()
      .default(false)
      .meta({ description: 'The vote was opened by mistake and gives no result.' }),
  })
  .meta({ description: 'Counts the ballots; on equal numbers the chair’s vote decides.' });
export type CloseVote = z.infer<typeof CloseVote>;

export const ClosedVote = z.object({
  voteId: z.uuid(),
  result: z.enum(['yes', 'no']).nullable(),
  yes: z.int(),
  no: z.int(),
  abstained: z.int(),
  castingVote: z.boolean(),
});
export type ClosedVote = z.infer<typeof ClosedVote>;
