import { z } from 'zod';

const name = z.string().trim().min(2).max(200);
const orgNumber = z
  .string()
  .regex(/^\d{6}-\d{4}$/, 'ett organisationsnummer skrivs 212000-0920')
  .nullable();

/** Enters an authority: controller and archive owner of its rows, for ever. */
export const CreateAuthority = z
  .strictObject({ name, kind: z.enum(['board', 'region', 'municipality']), orgNumber })
  .meta({ description: 'Lägger upp en myndighet: personuppgiftsansvarig och arkivbildare för sina rader.' });
export type CreateAuthority = z.infer<typeof CreateAuthority>;

export const AuthorityCreated = z.object({ authorityId: z.uuid() });
export type AuthorityCreated = z.infer<typeof AuthorityCreated>;

/** Enters a principal with its official mailbox and legal notice board (B-3, KL 8:9, 9:32). */
export const CreatePrincipal = z
  .strictObject({
    authorityId: z.uuid(),
    name,
    kind: z.enum(['region', 'municipality']),
    orgNumber,
    mailbox: z.email().max(255),
    noticeBoardAddress: z.url().max(255),
    noticeBoardHostedHere: z.boolean(),
    population: z.int().min(0).max(20_000_000).nullable(),
  })
  .meta({
    description: 'Lägger upp en huvudman med myndighetsbrevlåda, anslagstavla och folkmängd (B-3).',
  });
export type CreatePrincipal = z.infer<typeof CreatePrincipal>;

export const PrincipalCreated = z.object({ principalId: z.uuid() });
export type PrincipalCreated = z.infer<typeof PrincipalCreated>;

/** Opens a series of registry numbers. */
export const CreateNumberSeries = z
  .strictObject({
    authorityId: z.uuid(),
    code: z
      .string()
      .trim()
      .regex(/^[\p{L}\d]{1,12}$/u, 'högst tolv bokstäver och siffror, utan mellanrum'),
    name,
    /** Pattern of domain/register, such as `HMC{yy}{nnnn}`. */
    pattern: z.string().min(3).max(60),
    keptHere: z.boolean(),
    /** A series taken over from an earlier register goes on where that one ended: period -> next number. */
    next: z
      .record(z.string().regex(/^\d{4}$|^$/, 'ett år, såsom 2026'), z.int().min(1).max(999_999_999))
      .default({}),
  })
  .meta({ description: 'Öppnar en nummerserie som förs här eller av en annan myndighet (R-1, R-6).' });
export type CreateNumberSeries = z.infer<typeof CreateNumberSeries>;

export const NumberSeriesCreated = z.object({ seriesId: z.uuid() });
export type NumberSeriesCreated = z.infer<typeof NumberSeriesCreated>;
