import { z } from 'zod';
import { asDay, isDay } from '../../../domain/time/day';

const Words = z.object({ sv: z.string().min(1), en: z.string().min(1) });
const DayText = z.string().refine(isDay, 'YYYY-MM-DD').transform(asDay);

/**
 * What the operator of an installation declares about it: a JSON file, named by a setting.
 * Accessibility: 2018:1937 12, 13 §§. Personal data: GDPR art. 13.
 */
export const LegalSettings = z.object({
  /** Whose service it is: the authority that stands behind it. */
  owner: z.string().min(1),
  /** "Gemensam hjälpmedelsnämnd i Region Västerdal" */
  service: z.string().min(1),
  contact: z.object({ email: z.email(), phone: z.string().optional(), address: z.string().optional() }),
  accessibility: z.object({
    conformance: z.enum(['full', 'partial']),
    /** Content that is not accessible, and why; empty when `conformance` is full. */
    shortcomings: z.array(Words),
    assessedOn: DayText,
    updatedOn: DayText,
    method: Words,
    /** The authority that supervises the law, and where faults are reported to it. */
    supervisor: z.object({ name: z.string().min(1), href: z.url() }),
  }),
  privacy: z.object({
    controller: z.string().min(1),
    protectionOfficer: z.email(),
    /** Months that the log of who did what is kept before it is disposed of by decision. */
    logMonths: z.number().int().positive(),
    supervisor: z.object({ name: z.string().min(1), href: z.url() }),
    updatedOn: DayText,
  }),
});
export type LegalSettings = z.infer<typeof LegalSettings>;
