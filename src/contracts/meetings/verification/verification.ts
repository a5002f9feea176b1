import { z } from 'zod';
import { ShortText } from '../plan/fields';

export const CommentParagraph = z
  .strictObject({ paragraphId: z.uuid(), text: ShortText })
  .meta({ description: 'A verifier comments on a paragraph before signing.' });
export type CommentParagraph = z.infer<typeof CommentParagraph>;

export const ResolveComment = z
  .strictObject({ commentId: z.uuid() })
  .meta({ description: 'Marks a comment as dealt with.' });
export type ResolveComment = z.infer<typeof ResolveComment>;

export const Commented = z.object({ commentId: z.uuid() });
export type Commented = z.infer<typeof Commented>;

export const SignMinutes = z
  .strictObject({
    minutesId: z.uuid(),
    /** The text the signer read: SHA-256 of the frozen PDF. */
    sha256: z.string().regex(/^[0-9a-f]{64}$/),
    dissent: z
      .string()
      .trim()
      .max(2000)
      .nullish()
      .meta({ description: 'What the signer wants noted against the minutes.' }),
  })
  .meta({ description: 'Verifies the minutes by a signed-in act (KL 5:69).' });
export type SignMinutes = z.infer<typeof SignMinutes>;

export const MinutesSigned = z.object({ meetingId: z.uuid(), minutesId: z.uuid(), verified: z.boolean() });
export type MinutesSigned = z.infer<typeof MinutesSigned>;

export const ReplaceVerifier = z
  .strictObject({
    minutesId: z.uuid(),
    version: z.int(),
    verifierPersonId: z.uuid(),
    replacementPersonId: z.uuid(),
    reason: ShortText,
  })
  .meta({
    description: 'Replaces a prevented verifier by another who served at the meeting, with the reason.',
  });
export type ReplaceVerifier = z.infer<typeof ReplaceVerifier>;
