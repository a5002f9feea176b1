import { z } from 'zod';

export const AnswerSubstituteAsk = z
  .strictObject({ askId: z.uuid(), answer: z.enum(['accepted', 'declined']) })
  .meta({ description: 'A substitute answers whether they can serve.' });
export type AnswerSubstituteAsk = z.infer<typeof AnswerSubstituteAsk>;

export const AdvanceSubstituteCall = z
  .strictObject({ callId: z.uuid(), version: z.int() })
  .meta({ description: 'The process asks the next substitute, or tells that nobody is left.' });
export type AdvanceSubstituteCall = z.infer<typeof AdvanceSubstituteCall>;
