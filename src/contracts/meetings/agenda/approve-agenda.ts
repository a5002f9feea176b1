import { z } from 'zod';
import { ShortText } from '../plan/fields';

export const AskForApproval = z
  .strictObject({ meetingId: z.uuid() })
  .meta({ description: 'Hands the agenda to the chair for approval.' });
export type AskForApproval = z.infer<typeof AskForApproval>;

export const ApprovalAsked = z.object({ meetingId: z.uuid(), asked: z.int() });

export const ApproveAgenda = z
  .strictObject({
    meetingId: z.uuid(),
    version: z.int().meta({ description: 'The stamp of the agenda as the chair has read it.' }),
  })
  .meta({ description: 'Approves the agenda as version A, B, C; numbers are given and never reused.' });
export type ApproveAgenda = z.infer<typeof ApproveAgenda>;

export const ReturnAgenda = z
  .strictObject({ meetingId: z.uuid(), words: ShortText })
  .meta({ description: 'Hands the agenda back to the secretary with what should be changed.' });
export type ReturnAgenda = z.infer<typeof ReturnAgenda>;

export const ReturnedAgenda = z.object({ meetingId: z.uuid(), number: z.int() });

export const ApprovedAgenda = z.object({ agendaVersionId: z.uuid(), letter: z.string() });
