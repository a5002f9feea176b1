import { z } from 'zod';

/** Enters a person with an account. Staff and elected people only, never patients. */
export const RegisterPerson = z
  .strictObject({
    /** The authority whose act it is. */
    authorityId: z.uuid(),
    name: z.string().trim().min(2).max(200),
    email: z.email().max(255),
    phone: z.string().trim().max(50).nullable(),
    title: z.string().trim().max(200).nullable(),
    unit: z.string().trim().max(200).nullable(),
    language: z.enum(['sv', 'en']),
    /** Null: the person signs in by a link and may set one. */
    password: z.string().min(1).max(200).nullable(),
  })
  .meta({
    description: 'Lägger upp en person med konto. Bara anställda och förtroendevalda, aldrig patienter.',
  });
export type RegisterPerson = z.infer<typeof RegisterPerson>;

export const PersonRegistered = z.object({ personId: z.uuid() });
export type PersonRegistered = z.infer<typeof PersonRegistered>;

const day = z.iso.date();

/** Gives a role from a day on within a body, a principal or the whole installation (T-1). */
export const AssignRole = z
  .strictObject({
    personId: z.uuid(),
    role: z.enum([
      'secretary',
      'official',
      'headOfCentre',
      'registrar',
      'auditor',
      'operator',
      'administrator',
    ]),
    // No authority: it may have several bodies, and what is done belongs to one of them.
    scope: z.discriminatedUnion(
      'kind',
      [
        z.strictObject({ kind: z.literal('body'), id: z.uuid() }),
        z.strictObject({ kind: z.literal('principal'), id: z.uuid() }),
        z.strictObject({ kind: z.literal('installation'), id: z.null() }),
      ],
      {
        error:
          'en roll ges inom ett organ, en huvudman eller hela installationen; för en hel myndighet ges den i vart och ett av dess organ',
      },
    ),
    validFrom: day,
    validTo: day.nullable(),
  })
  .meta({
    description:
      'Ger en roll från och med en dag inom ett organ, en huvudman eller hela installationen (T-1).',
  });
export type AssignRole = z.infer<typeof AssignRole>;

export const RoleAssigned = z.object({ roleAssignmentId: z.uuid() });
export type RoleAssigned = z.infer<typeof RoleAssigned>;

/** Ends a role: the last day counted. */
export const EndRole = z
  .strictObject({ roleAssignmentId: z.uuid(), validTo: day })
  .meta({ description: 'Avslutar en roll; sista dagen räknas (T-1).' });
export type EndRole = z.infer<typeof EndRole>;
