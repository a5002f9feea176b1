import { z } from 'zod';
import { DayField } from '../meetings/plan/fields';

const Token = z.string().regex(/^[0-9a-f]{40}$/);
const dispatch = { dispatchId: z.uuid(), version: z.int() };
const Words = z.string().trim().min(1).max(2000);

export const CertifyExtracts = z
  .strictObject({
    meetingId: z.uuid(),
    replyDay: DayField.nullish().meta({
      description: 'By when the recipients of the decisions are asked to report back.',
    }),
  })
  .meta({
    description:
      'Certifies one extract per decided item with recipients, and sends each to its dispatch list (M-12).',
  });
export type CertifyExtracts = z.infer<typeof CertifyExtracts>;

export const ConfirmReceipt = z
  .strictObject(dispatch)
  .meta({ description: 'A recipient confirms that the extract has been received.' });
export type ConfirmReceipt = z.infer<typeof ConfirmReceipt>;

export const ConfirmReceiptByLink = z
  .strictObject({ dispatchId: z.uuid(), token: Token })
  .meta({ description: 'Confirms the receipt from the one-time link in the letter.' });
export type ConfirmReceiptByLink = z.infer<typeof ConfirmReceiptByLink>;

export const RecordReply = z
  .strictObject({ ...dispatch, reply: Words })
  .meta({ description: 'Records what a recipient reports back on the decision.' });
export type RecordReply = z.infer<typeof RecordReply>;

export const CloseDispatch = z
  .strictObject({ ...dispatch, reason: Words })
  .meta({ description: 'Closes a dispatch without receipt, with the reason.' });
export type CloseDispatch = z.infer<typeof CloseDispatch>;

export const SendExtractAgain = z
  .strictObject({ ...dispatch, address: z.email().max(254).optional() })
  .meta({ description: 'Sends an extract again, to a corrected address where one is given.' });
export type SendExtractAgain = z.infer<typeof SendExtractAgain>;

/** What only the process says. */
export const OfExtract = z.strictObject({ extractId: z.uuid(), version: z.int() });
export type OfExtract = z.infer<typeof OfExtract>;

export const FileExtract = z.strictObject({
  extractId: z.uuid(),
  bytes: z.instanceof(Uint8Array),
  pages: z.int().min(1),
  template: z.string().max(255).nullable(),
  renderer: z.string().max(255).nullable(),
  snapshot: z.unknown(),
  claims: z.array(z.string().max(60)).max(10),
});
export type FileExtract = z.infer<typeof FileExtract>;
