import { z } from 'zod';
import { AgendaTemplateField } from '../meetings/plan/set-agenda-template';

const name = z.string().trim().min(2).max(200);
const day = z.iso.date();

export const CountyAuthority = z.strictObject({
  name,
  kind: z.enum(['board', 'region', 'municipality']),
  orgNumber: z.string().nullable().default(null),
});

export const CountyPrincipal = z
  .strictObject({
    name,
    authority: name.meta({ description: 'Myndighetens namn, bland authorities' }),
    kind: z.enum(['region', 'municipality']),
    orgNumber: z.string().nullable().default(null),
    mailbox: z.email().meta({ description: 'Myndighetsbrevlåda' }),
    noticeBoardAddress: z.url().meta({ description: 'Huvudmannens egen anslagstavla' }),
    noticeBoardHostedHere: z
      .boolean()
      .default(false)
      .meta({ description: 'Om produktens offentliga sida är huvudmannens anslagstavla' }),
    population: z.int().nullable().default(null),
  })
  .meta({ description: 'En huvudman: region eller kommun' });

export const CountySeries = z
  .strictObject({
    code: z.string().min(1).max(12),
    name,
    pattern: z.string().meta({ description: 'Nummermönster, till exempel HMC{yy}{nnnn}' }),
    keptHere: z.boolean(),
    authority: name,
    next: z
      .record(z.string(), z.int().min(1))
      .default({})
      .meta({ description: 'Nästa nummer per år i en serie som tas över' }),
  })
  .meta({ description: 'En nummerserie i diariet' });

export const CountyPerson = z
  .strictObject({
    name,
    email: z.email(),
    phone: z.string().nullable().default(null),
    title: z.string().nullable().default(null),
    unit: z.string().nullable().default(null),
    language: z.enum(['sv', 'en']).default('sv'),
  })
  .meta({ description: 'En anställd eller förtroendevald, påhittad' });

const seat = {
  principal: name,
  party: z.string().max(40),
  person: name,
  from: day.meta({ description: 'Första dagen i uppdraget' }),
  until: day.nullable().default(null),
};

export const CountyBody = z
  .strictObject({
    name,
    slug: z.string().meta({ description: 'Namn i adresser, till exempel hjalpmedelsnamnden' }),
    kind: z.enum(['jointBoard', 'council']),
    authority: name,
    hostPrincipal: name,
    principals: z.array(name).min(1),
    series: z.string().nullable().default(null),
    rules: z
      .array(
        z.strictObject({
          profile: z
            .enum(['jointBoard', 'council'])
            .meta({ description: 'Profil som inställningarna utgår från (data/rules-of-procedure)' }),
          changes: z.record(z.string(), z.json()).default({}),
          validFrom: day,
          decidedBy: z.string().min(2).max(300),
        }),
      )
      .min(1)
      .meta({ description: 'Reglementets versioner, den äldsta först' }),
    members: z
      .array(z.strictObject({ ...seat, office: z.enum(['chair', 'viceChair']).nullable().default(null) }))
      .min(1),
    substitutes: z
      .array(z.strictObject({ ...seat, pairedWith: z.int().min(1).nullable().default(null) }))
      .meta({
        description:
          'Ersättarna i ordning; pairedWith är numret på den ledamotsplats som ersättaren hör till',
      }),
    agenda: AgendaTemplateField.nullable()
      .default(null)
      .meta({ description: 'Föredragningslistans fasta punkter; utelämnad: den som följer med profilen' }),
    recipients: z
      .array(
        z.strictObject({
          name,
          kind: z.enum(['person', 'principalMailbox', 'allMunicipalities', 'auditors']),
          person: name.nullable().default(null),
          principal: name.nullable().default(null),
          address: z.email().nullable().default(null),
          standing: z.boolean().default(false),
        }),
      )
      .default([])
      .meta({ description: 'Mottagare och grupper som beslut expedieras till' }),
  })
  .meta({ description: 'Ett organ med platser, innehavare och reglemente' });

export const CountyRole = z
  .strictObject({
    person: name,
    role: z.enum([
      'secretary',
      'official',
      'headOfCentre',
      'registrar',
      'auditor',
      'operator',
      'administrator',
    ]),
    body: z.string().optional().meta({ description: 'Organets slug' }),
    principal: name.optional(),
    from: day,
    until: day.nullable().default(null),
  })
  .meta({
    description: 'En roll inom ett organ eller hos en huvudman; utan dem gäller den hela installationen',
  });

/** Who there is: authorities, principals, people, bodies and roles. All refer to each other by name. */
export const County = z
  .strictObject({
    name,
    authorities: z.array(CountyAuthority).min(1),
    principals: z.array(CountyPrincipal).min(1),
    series: z.array(CountySeries).default([]),
    people: z.array(CountyPerson).min(1),
    bodies: z.array(CountyBody).min(1),
    roles: z.array(CountyRole).default([]),
  })
  .meta({ id: 'County', description: 'Vilka som finns: myndigheter, huvudmän, personer, organ och roller' });
export type County = z.infer<typeof County>;
