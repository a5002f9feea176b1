import { z } from 'zod';

const name = z.string().trim().min(2).max(200);
const day = z.iso.date();

/** A file beside the case file, such as a memo in Markdown. */
const file = z
  .string()
  .regex(/^[\w./-]+\.(md|png)$/u)
  .meta({ description: 'Fil i förhållande till den här filen' });

/** How an appendix looks inside: what a real board gets from outside is not always what it should be. */
export const appendixLooks = ['tagged', 'untagged', 'scan', 'broken'] as const;

export const RecordAppendix = z
  .strictObject({
    title: name,
    text: file.meta({
      description: 'Texten (Samråd-text 1), eller en bild när det är en inskannad handling',
    }),
    look: z.enum(appendixLooks).default('tagged').meta({
      description:
        'tagged: tillgänglig PDF. untagged: PDF utan taggar. scan: bild. broken: trasig, ska avvisas',
    }),
    by: name.meta({ description: 'Den som lämnar in handlingen' }),
  })
  .meta({ description: 'En handling i ärendet, som görs till PDF' });

export const RecordMemo = z
  .strictObject({
    text: file.meta({
      description: 'Tjänsteskrivelsens avsnitt, med avsnittens namn som rubriker på nivå ett',
    }),
    author: name,
    coAuthor: name.nullable().default(null),
    notApplicable: z
      .record(z.string(), z.string())
      .default({})
      .meta({ description: 'Perspektiv som inte är aktuella, med skäl (R-8)' }),
    recipients: z.array(name).default([]).meta({ description: 'Beslutet skickas till' }),
    ready: z.boolean().default(true),
  })
  .meta({ description: 'En tjänsteskrivelse' });

export const RecordMatter = z
  .strictObject({
    number: z
      .string()
      .meta({ description: 'Diarienummer; i en serie som förs här måste det vara nästa lediga' }),
    series: z.string(),
    body: z.string(),
    kept: z
      .enum(['here', 'elsewhere'])
      .default('here')
      .meta({ description: 'Om serien förs här eller av en annan myndighet' }),
    organisation: name.meta({ description: 'Står överst på bilagorna' }),
    title: name,
    openedOn: day,
    by: name.meta({ description: 'Den som öppnar ärendet' }),
    memo: RecordMemo.nullable().default(null),
    appendices: z.array(RecordAppendix).default([]),
  })
  .meta({ description: 'Ett ärende i diariet med sina handlingar' });

/** What there is in the register before anyone acts. */
export const Records = z
  .strictObject({ matters: z.array(RecordMatter).default([]) })
  .meta({ id: 'Records', description: 'Vad som finns i diariet när berättelsen börjar' });
export type Records = z.infer<typeof Records>;
