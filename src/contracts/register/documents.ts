import { z } from 'zod';
import { asDay } from '../../domain/time/day';
import { UploadField } from '../upload';
import { SHORT, SINGLE_LINE } from './fields';

const day = z.iso.date().transform(asDay);
const line = z.string().trim().max(SINGLE_LINE);

/** A secrecy marking: the provision, the day and the authority (OSL 5:5). */
export const SecrecyMarking = z.strictObject({
  provision: line,
  day: day.nullable().default(null),
  authority: line,
});
export type SecrecyMarking = z.infer<typeof SecrecyMarking>;

const entry = {
  matterId: z.uuid(),
  title: line,
  protectedTitle: line.nullable().default(null),
  /** The day it came in, went out or was drawn up; today when left out. */
  day: day.nullable().default(null),
  /** Sender or recipient. */
  counterpart: line.nullable().default(null),
  /** The name, where the open register must not show it. */
  protectedCounterpart: line.nullable().default(null),
  secrecy: SecrecyMarking.nullable().default(null),
  /** The number given by another authority, where the series is kept there; left out until it is known. */
  registryNumber: z.string().trim().max(100).nullable().default(null),
};

export const RegisterIncoming = z
  .strictObject({ ...entry, file: UploadField.optional() })
  .meta({ description: 'Registers a document that came in, with or without a file.' });
export type RegisterIncoming = z.infer<typeof RegisterIncoming>;

export const UploadDocument = z
  .strictObject({ ...entry, direction: z.enum(['drawnUp', 'outgoing', 'incoming']), file: UploadField })
  .meta({ description: 'Puts a PDF into a matter as an appendix, with its number.' });
export type UploadDocument = z.infer<typeof UploadDocument>;

export const DocumentRegistered = z.object({
  documentId: z.uuid(),
  registryNumber: z.string().nullable(),
  versionId: z.uuid().nullable(),
});
export type DocumentRegistered = z.infer<typeof DocumentRegistered>;

export const ReplaceDocument = z
  .strictObject({ documentId: z.uuid(), version: z.int(), file: UploadField })
  .meta({ description: 'Adds a new version of an uploaded document. Earlier versions stay.' });
export type ReplaceDocument = z.infer<typeof ReplaceDocument>;

export const VersionAdded = z.object({ versionId: z.uuid(), number: z.int() });
export type VersionAdded = z.infer<typeof VersionAdded>;

export const NumberDocument = z
  .strictObject({
    documentId: z.uuid(),
    version: z.int(),
    registryNumber: z.string().trim().min(1).max(100),
  })
  .meta({ description: 'Enters the number that another authority has given a document.' });
export type NumberDocument = z.infer<typeof NumberDocument>;

export const CancelDocument = z
  .strictObject({ documentId: z.uuid(), version: z.int(), reason: z.string().trim().max(SHORT) })
  .meta({
    description:
      'Cancels a wrong entry, with the reason. It stays visible and its number is never used again.',
  });
export type CancelDocument = z.infer<typeof CancelDocument>;
