import { z } from 'zod';
import { AddDispatchRecipient, AppointSeatHolder, DecideRulesOfProcedure, FoundBody } from '../bodies/bodies';
import { AssignRole, RegisterPerson } from '../bodies/people';
import { CreateAuthority, CreateNumberSeries, CreatePrincipal } from '../bodies/principals';
import { AgendaTemplateField } from '../meetings/plan/set-agenda-template';

const name = z.string().trim().min(2).max(200);
const day = z.iso.date();
// What the commands want of a field is wanted here already: a county without faults is entered without refusals.
const { shape: authority } = CreateAuthority;
const { shape: principal } = CreatePrincipal;
const { shape: series } = CreateNumberSeries;
const { shape: person } = RegisterPerson;

export const CountyAuthority = z.strictObject({
  name,
  kind: authority.kind,
  orgNumber: authority.orgNumber.default(null),
});

export const CountyPrincipal = z
  .strictObject({
    name,
    authority: name.meta({ description: 'Myndighetens namn, bland authorities' }),
    kind: principal.kind,
    orgNumber: principal.orgNumber.default(null),
    mailbox: principal.mailbox.meta({ description: 'Myndighetsbrevlåda' }),
    noticeBoardAddress: principal.noticeBoardAddress.meta({ description: 'Huvudmannens egen anslagstavla' }),
    noticeBoardHostedHere: z
      .boolean()
      .default(false)
      .meta({ description: 'Om produktens offentliga sida är huvudmannens anslagstavla' }),
    population: principal.population.default(null),
  })
  .meta({ description: 'En huvudman: region eller kommun' });

export const CountySeries = z
  .strictObject({
    code: series.code,
    name,
    pattern: series.pattern.meta({ description: 'Nummermönster, till exempel HMC{yy}{nnnn}' }),
    keptHere: z.boolean(),
    authority: name,
    next: series.next.meta({ description: 'Nästa nummer per år i en serie som tas över' }),
  })
  .meta({ description: 'En nummerserie i diariet' });

export const CountyPerson = z
  .strictObject({
    name,
    email: person.email.meta({ description: 'Adressen som personen loggar in med och får brev på' }),
    phone: person.phone.default(null),
    title: person.title.default(null),
    unit: person.unit.default(null),
    language: person.language.default('sv'),
  })
  .meta({ description: 'En anställd eller förtroendevald, aldrig en patient. I en övning: påhittad' });

const seat = {
  principal: name,
  party: AppointSeatHolder.shape.party,
  person: name,
  from: day.meta({ description: 'Första dagen i uppdraget' }),
  until: day.nullable().default(null),
};

export const CountyBody = z
  .strictObject({
    name,
    slug: FoundBody.shape.slug.meta({ description: 'Namn i adresser, till exempel hjalpmedelsnamnden' }),
    kind: FoundBody.shape.kind,
    authority: name,
    hostPrincipal: name,
    principals: z.array(name).min(1).max(100),
    series: z.string().nullable().default(null),
    rules: z
      .array(
        z.strictObject({
          profile: z
            .enum(['jointBoard', 'council'])
            .meta({ description: 'Profil som inställningarna utgår från (data/rules-of-procedure)' }),
          changes: z.record(z.string(), z.json()).default({}),
          validFrom: day,
          decidedBy: DecideRulesOfProcedure.shape.decidedBy,
        }),
      )
      .min(1)
      .meta({ description: 'Reglementets versioner, den äldsta först' }),
    members: z
      .array(z.strictObject({ ...seat, office: AppointSeatHolder.shape.office.default(null) }))
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
          kind: AddDispatchRecipient.shape.kind,
          person: name.nullable().default(null),
          principal: name.nullable().default(null),
          address: AddDispatchRecipient.shape.address.default(null),
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
    role: AssignRole.shape.role,
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
    $schema: z.string().optional(),
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
