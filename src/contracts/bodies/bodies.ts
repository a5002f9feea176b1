import { z } from 'zod';

const MOST_SEATS = 400;
const day = z.iso.date();
const text = z.string().trim().min(2).max(300);

/** One seat of a body that is founded (B-2). */
const FoundedSeat = z.strictObject({
  principalId: z.uuid(),
  kind: z.enum(['member', 'substitute']),
  ordinal: z.int().min(1).max(MOST_SEATS),
  /** Number of the member seat that a substitute is paired with, where the principal pairs them. */
  pairedWith: z.int().min(1).max(MOST_SEATS).nullable(),
});

/** Founds a body with its principals and all its seats at once: a joint board is never short of substitutes (KL 9:24). */
export const FoundBody = z
  .strictObject({
    authorityId: z.uuid(),
    kind: z.enum(['jointBoard', 'council']),
    name: text,
    /** Name in addresses, such as `hjalpmedelsnamnden`. */
    slug: z
      .string()
      .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'bara a–z, siffror och bindestreck')
      .max(60),
    hostPrincipalId: z.uuid(),
    principalIds: z.array(z.uuid()).min(1).max(100),
    seriesId: z.uuid().nullable(),
    seats: z
      .array(FoundedSeat)
      .min(1)
      .max(2 * MOST_SEATS),
  })
  .meta({ description: 'Inrättar ett organ med huvudmän och platser (B-1, B-2, KL 9:24).' });
export type FoundBody = z.infer<typeof FoundBody>;

export const BodyFounded = z.object({
  bodyId: z.uuid(),
  seats: z.array(z.object({ seatId: z.uuid(), kind: z.enum(['member', 'substitute']), ordinal: z.int() })),
});
export type BodyFounded = z.infer<typeof BodyFounded>;

/** Enters a version of the rules of procedure with the paragraph that decided it (B-1). */
export const DecideRulesOfProcedure = z
  .strictObject({
    bodyId: z.uuid(),
    validFrom: day,
    /** `RulesOfProcedure` of domain/bodies: every setting, checked there with all faults at once. */
    settings: z.record(z.string().max(60), z.json()),
    /** Who decided it, when, and the paragraph. */
    decidedBy: text,
  })
  .meta({ description: 'Lägger in en ny version av reglementet med beslutande paragraf (B-1).' });
export type DecideRulesOfProcedure = z.infer<typeof DecideRulesOfProcedure>;

export const RulesDecided = z.object({ rulesId: z.uuid(), number: z.int() });
export type RulesDecided = z.infer<typeof RulesDecided>;

/** Seats a person from a day on (B-2). */
export const AppointSeatHolder = z
  .strictObject({
    seatId: z.uuid(),
    personId: z.uuid(),
    /** As written after the name, such as "S"; empty for bodies without parties. */
    party: z.string().trim().max(40),
    office: z.enum(['chair', 'viceChair']).nullable(),
    validFrom: day,
    validTo: day.nullable(),
  })
  .meta({ description: 'Utser innehavare av en plats från och med en dag (B-2).' });
export type AppointSeatHolder = z.infer<typeof AppointSeatHolder>;

export const SeatHolderAppointed = z.object({ seatHolderId: z.uuid() });
export type SeatHolderAppointed = z.infer<typeof SeatHolderAppointed>;

/** Ends a term: the last day counted. The row stays, so that old meetings keep their record (B-2). */
export const EndSeatHolder = z
  .strictObject({ seatHolderId: z.uuid(), validTo: day })
  .meta({ description: 'Avslutar ett uppdrag; sista dagen räknas (B-2).' });
export type EndSeatHolder = z.infer<typeof EndSeatHolder>;

/** Enters a recipient of extracts; `standing` ones get the full minutes unasked (M-18). */
export const AddDispatchRecipient = z
  .strictObject({
    bodyId: z.uuid(),
    name: text,
    kind: z.enum(['person', 'principalMailbox', 'allMunicipalities', 'auditors']),
    personId: z.uuid().nullable(),
    principalId: z.uuid().nullable(),
    address: z.email().max(255).nullable(),
    standing: z.boolean(),
  })
  .meta({ description: 'Lägger upp en mottagare eller grupp som beslut expedieras till (M-12, M-18).' });
export type AddDispatchRecipient = z.infer<typeof AddDispatchRecipient>;

export const DispatchRecipientAdded = z.object({ recipientId: z.uuid() });
export type DispatchRecipientAdded = z.infer<typeof DispatchRecipientAdded>;
