import { z } from 'zod';
import { DayField, ShortText } from '../plan/fields';

const posting = { postingId: z.uuid(), version: z.int() };
/** The part of a one-time link that proves that its reader got the letter. */
const Token = z.string().regex(/^[0-9a-f]{40}$/);

export const SetPostingDay = z
  .strictObject({ noticeId: z.uuid(), version: z.int(), day: DayField })
  .meta({ description: 'Gives all boards one common day to post the notice (M-11).' });
export type SetPostingDay = z.infer<typeof SetPostingDay>;

export const ConfirmPosting = z
  .strictObject({ ...posting, statedDay: DayField })
  .meta({ description: 'Confirms that the notice is up on a board, with the day stated on it.' });
export type ConfirmPosting = z.infer<typeof ConfirmPosting>;

export const ConfirmPostingByLink = z
  .strictObject({ postingId: z.uuid(), token: Token, statedDay: DayField })
  .meta({ description: 'Confirms a posting from the one-time link in the letter.' });
export type ConfirmPostingByLink = z.infer<typeof ConfirmPostingByLink>;

export const CorrectPosting = z.strictObject({ ...posting, statedDay: DayField, reason: ShortText }).meta({
  description: 'Corrects the stated day of a posting, with the reason; the appeal time is counted anew.',
});
export type CorrectPosting = z.infer<typeof CorrectPosting>;

export const CorrectPostingByLink = z
  .strictObject({ postingId: z.uuid(), token: Token, statedDay: DayField, reason: ShortText })
  .meta({ description: 'Corrects, from the one-time link in the letter, a day that was confirmed by it.' });
export type CorrectPostingByLink = z.infer<typeof CorrectPostingByLink>;

export const ReportNoticeMissing = z.strictObject({ ...posting, missingFrom: DayField }).meta({
  description: 'Reports that a notice is missing from its board: the appeal time is annulled (KL 13:5).',
});
export type ReportNoticeMissing = z.infer<typeof ReportNoticeMissing>;

export const RestorePosting = z.strictObject({ ...posting, restoredOn: DayField }).meta({
  description:
    'Reports that a missing notice is up again: a new full appeal time runs when all boards carry it.',
});
export type RestorePosting = z.infer<typeof RestorePosting>;

export const TakeDownNotice = z.strictObject({ ...posting, downDay: DayField }).meta({
  description: 'Confirms that a notice is taken down, at the earliest the day after the appeal time ended.',
});
export type TakeDownNotice = z.infer<typeof TakeDownNotice>;

export const CorrectTakeDown = z.strictObject({ ...posting, downDay: DayField, reason: ShortText }).meta({
  description: 'Corrects the day a notice was taken down, with the reason; the certificate is made anew.',
});
export type CorrectTakeDown = z.infer<typeof CorrectTakeDown>;

export const TakeDownNoticeByLink = z
  .strictObject({ postingId: z.uuid(), token: Token, downDay: DayField })
  .meta({ description: 'Confirms a taken-down notice from the one-time link in the letter.' });
export type TakeDownNoticeByLink = z.infer<typeof TakeDownNoticeByLink>;

export const RecordCourtAnswer = z
  .strictObject({
    noticeId: z.uuid(),
    version: z.int(),
    day: DayField,
    reference: ShortText,
    appealed: z.boolean(),
    appeals: z
      .array(
        z.strictObject({
          paragraphId: z.uuid(),
          caseNumber: z.string().trim().min(1).max(100),
          stay: z.boolean(),
        }),
      )
      .max(200)
      .default([]),
  })
  .meta({
    description: "Records the court's answer to whether anyone has appealed: none is legal force (M-11).",
  });
export type RecordCourtAnswer = z.infer<typeof RecordCourtAnswer>;
