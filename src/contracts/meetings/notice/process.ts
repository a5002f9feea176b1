import { z } from 'zod';
import { DayField } from '../plan/fields';

const Made = {
  bytes: z.instanceof(Uint8Array),
  pages: z.int().min(1),
  template: z.string().max(255).nullable(),
  renderer: z.string().max(255).nullable(),
  snapshot: z.unknown(),
  claims: z.array(z.string().max(60)).max(10),
};

/** What only the process of a notice says. */
export const OfNotice = z.strictObject({ noticeId: z.uuid(), version: z.int() });
export type OfNotice = z.infer<typeof OfNotice>;

export const FileNotice = z.strictObject({
  postingId: z.uuid(),
  postedDay: DayField,
  takeDownDay: DayField,
  ...Made,
});
export type FileNotice = z.infer<typeof FileNotice>;

export const FileNoticeCertificate = z.strictObject({
  noticeId: z.uuid(),
  /** How many corrections of days of taking down it was written from: each gives it a new version. */
  corrections: z.int().min(0),
  ...Made,
});
export type FileNoticeCertificate = z.infer<typeof FileNoticeCertificate>;
