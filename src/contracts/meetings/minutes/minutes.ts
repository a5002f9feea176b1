import { z } from 'zod';
import { outcomes } from '../../../domain/meetings/session/outcomes';
import { TEXT } from '../../register/fields';
import { ClockField, DayField, ShortText } from '../plan/fields';
import { AssignmentField } from '../session/decisions';

export const EditParagraph = z
  .strictObject({
    paragraphId: z.uuid(),
    slot: z.enum(['summary', 'background']),
    /** Samråd-text 1. */
    content: z.string().max(TEXT),
    /** The version of the text that it was made from; 0 where there was none. */
    version: z.int(),
  })
  .meta({ description: 'Saves a free text of a paragraph. Every saved text is kept.' });
export type EditParagraph = z.infer<typeof EditParagraph>;

export const ParagraphSaved = z.object({
  paragraphId: z.uuid(),
  version: z.int(),
  savedAt: z.iso.datetime(),
});
export type ParagraphSaved = z.infer<typeof ParagraphSaved>;

export const CorrectRecord = z
  .strictObject({
    paragraphId: z.uuid(),
    version: z.int(),
    itemId: z.uuid().nullish().meta({
      description:
        'A sub-item with a decision of its own, whose record is corrected; nothing: the item itself.',
    }),
    outcome: z.enum(outcomes).nullish(),
    points: z.array(ShortText).max(40).nullish().meta({ description: 'The decision, point by point.' }),
    reason: z.string().trim().max(4000).nullish(),
    effectiveOn: DayField.nullish(),
    condition: z.string().trim().max(2000).nullish(),
    completion: z
      .strictObject({
        ownerPersonId: z.uuid().nullish(),
        dueDay: DayField.nullish(),
        dueWords: z.string().trim().max(200).nullish(),
      })
      .nullish()
      .meta({
        description:
          'Who completes what a conditional decision waits for, and by when; nothing: as it stands.',
      }),
    assignments: z
      .array(
        AssignmentField.extend({
          assignmentId: z.uuid().nullish().meta({ description: 'Nothing: one that was never noted.' }),
          removed: z.boolean().default(false),
        }),
      )
      .max(20)
      .default([])
      .meta({
        description:
          'Assignments that are put right, or added; `removed` for one that was noted by mistake. Those left out stay.',
      }),
    motions: z
      .array(z.strictObject({ motionId: z.uuid(), text: ShortText, removed: z.boolean().default(false) }))
      .max(50)
      .default([])
      .meta({
        description:
          'Motions whose wording is put right; `removed` for one that was noted by mistake, such as twice, with its proposition.',
      }),
    propositions: z
      .array(
        z.strictObject({
          propositionId: z.uuid().nullish(),
          motionId: z
            .uuid()
            .nullish()
            .meta({ description: 'Of a proposition that is added; nothing: the proposal of the memo.' }),
          words: ShortText,
          carried: z.boolean().nullish().meta({ description: 'Whether the chair found it carried.' }),
        }),
      )
      .max(30)
      .default([])
      .meta({
        description:
          'Propositions that are put right; without `propositionId` they are added after those that stand, in their order.',
      }),
  })
  .meta({
    description:
      'Corrects what was recorded of an item; its record blocks are written anew, free texts stay. A decision is sent whole.',
  });
export type CorrectRecord = z.infer<typeof CorrectRecord>;

export const RecordCorrected = z.object({ paragraphId: z.uuid(), version: z.int() });
export type RecordCorrected = z.infer<typeof RecordCorrected>;

export const CorrectTimes = z
  .strictObject({ minutesId: z.uuid(), version: z.int(), startTime: ClockField, endTime: ClockField })
  .meta({
    description: 'Puts right when the meeting began and ended, where the acts were recorded at other times.',
  });
export type CorrectTimes = z.infer<typeof CorrectTimes>;

export const SendToVerification = z.strictObject({ minutesId: z.uuid(), version: z.int() }).meta({
  description: 'Presents the minutes for verification: the text is frozen as the PDF that is signed.',
});
export type SendToVerification = z.infer<typeof SendToVerification>;

export const TakeBackMinutes = z
  .strictObject({
    minutesId: z.uuid(),
    version: z.int(),
    reason: z.string().trim().max(2000).nullish().meta({ description: 'Needed where anyone has signed.' }),
  })
  .meta({ description: 'Takes the minutes back for editing; signatures given are void (M-10).' });
export type TakeBackMinutes = z.infer<typeof TakeBackMinutes>;

export const OfMeetingMinutes = z.object({ meetingId: z.uuid(), minutesId: z.uuid() });
export type OfMeetingMinutes = z.infer<typeof OfMeetingMinutes>;
