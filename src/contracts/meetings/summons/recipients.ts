import { z } from 'zod';

export const SendSummonsAgain = z
  .strictObject({ recipientId: z.uuid() })
  .meta({ description: 'Sends the letter of the summons to one recipient once more.' });
export type SendSummonsAgain = z.infer<typeof SendSummonsAgain>;

export const SentAgain = z.object({ recipientId: z.uuid(), round: z.int() });

export const RecordSummonsOpened = z
  .strictObject({ meetingId: z.uuid() })
  .meta({ description: 'Notes that the reader has opened the papers of the meeting.' });
export type RecordSummonsOpened = z.infer<typeof RecordSummonsOpened>;

export const SummonsOpened = z.object({ meetingId: z.uuid(), first: z.boolean() });

export const RecordCalled = z
  .strictObject({ recipientId: z.uuid() })
  .meta({ description: 'Notes that whoever had not opened the summons has been rung (M-4).' });
export type RecordCalled = z.infer<typeof RecordCalled>;

export const Called = z.object({ recipientId: z.uuid(), left: z.int() });
