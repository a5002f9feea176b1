import { z } from 'zod';
import { commandNames } from '../commands';
import { County } from './county';
import { Records } from './records';

const name = z.string().trim().min(2).max(200);
const beside = z.string().regex(/^[\w./-]+\.json$/u);

/** How many acts a case may have. */
export const MOST_ACTS = 5000;

/** A moment on the case's clock in Sweden. */
export const CaseMoment = z
  .string()
  .regex(/^\d{4}-\d{2}-\d{2} ([01]\d|2[0-3]):[0-5]\d$/)
  .meta({ description: 'Dag och klockslag i Sverige, till exempel 2026-02-20 09:00' });

export const CaseAct = z
  .strictObject({
    at: CaseMoment.optional().meta({ description: 'När det görs; utelämnat: strax efter det föregående' }),
    who: name.optional().meta({ description: 'Personens namn; utelämnat: samma som i det föregående' }),
    does: z
      .enum(commandNames as [string, ...string[]])
      .meta({ description: 'Handlingen, som i /api/commands' }),
    with: z.record(z.string(), z.json()).default({}).meta({
      description:
        'Vad handlingen gäller. Text som börjar med @ pekar på något som finns, till exempel @item:6',
    }),
    refused: z.string().optional().meta({
      description: 'Koden för det nej som väntas (docs/errors.md); utelämnat: handlingen ska gå igenom',
    }),
    meeting: z.iso
      .date()
      .optional()
      .meta({ description: 'Sammanträdet som pekarna gäller, när det inte är det i fokus' }),
    note: z.string().max(500).optional().meta({ description: 'Till läsaren, och till tidslinjen' }),
  })
  .meta({ id: 'Act', description: 'Vad någon gör, och när' });
export type CaseAct = z.infer<typeof CaseAct>;

/** A case as the office would tell it: who, which records, and what each does and when (docs/case-files.md). */
export const CaseFile = z
  .strictObject({
    $schema: z.string().optional(),
    name,
    about: z.string().max(2000).default(''),
    starts: CaseMoment.meta({ description: 'När berättelsen börjar på ärendets klocka' }),
    days: z
      .record(z.string().regex(/^[a-z][A-Za-z]*$/), z.iso.date())
      .default({})
      .meta({
        description:
          'Dagar med namn. {namn} i en text blir dagen, {namn.lång} blir fredagen den 20 februari 2026',
      }),
    words: z
      .record(z.string().regex(/^[a-z][A-Za-z]*$/), z.string().max(200))
      .default({})
      .meta({ description: 'Ord med namn: {namn} i en text blir ordet' }),
    county: z.union([County, beside]).meta({ description: 'Vilka som finns, här eller i en fil bredvid' }),
    records: z.union([Records, beside]).default({ matters: [] }),
    focus: z
      .strictObject({ body: z.string(), meeting: z.iso.date() })
      .optional()
      .meta({ description: 'Organet (slug) och sammanträdesdagen som pekare som @item:6 gäller' }),
    acts: z.array(CaseAct).min(1).max(MOST_ACTS),
    ends: CaseMoment.optional().meta({
      description: 'När berättelsen slutar, tidigast med sista handlingen; utelämnat: med den',
    }),
  })
  .meta({
    title: 'Samråd, ärendefil',
    description: 'Ett ärende berättat så som kontoret skulle berätta det',
  });
export type CaseFile = z.infer<typeof CaseFile>;
