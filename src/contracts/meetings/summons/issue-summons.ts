import { z } from 'zod';
import { ShortText } from '../plan/fields';

export const IssueSummons = z
  .strictObject({
    meetingId: z.uuid(),
    version: z.int(),
    lateReason: ShortText.nullish().meta({ description: 'Asked for after the summons day.' }),
    changeNote: ShortText.nullish().meta({ description: 'What the secretary adds to the list of changes.' }),
  })
  .meta({ description: 'Issues the summons for the approved agenda: a new version when it has changed.' });
export type IssueSummons = z.infer<typeof IssueSummons>;

export const IssuedSummons = z.object({
  summonsId: z.uuid(),
  number: z.int(),
  recipients: z.int(),
  late: z.boolean(),
});
