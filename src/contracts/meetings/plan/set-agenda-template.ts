import { z } from 'zod';
import { ShortText } from './fields';

export const TemplateKey = z.string().regex(/^[a-z][A-Za-z0-9]{0,59}$/);

export const TemplateSentences = z.array(ShortText).max(20);

/** What an item of an agenda is. */
export const TemplateKind = z.enum([
  'formality',
  'decision',
  'information',
  'delegatedDecisions',
  'notifications',
]);

export const AgendaTemplateField = z.strictObject({
  items: z
    .array(
      z.strictObject({
        key: TemplateKey,
        kind: TemplateKind,
        title: ShortText,
        proposal: TemplateSentences,
        note: ShortText.exactOptional(),
        placement: z.enum(['first', 'last']),
      }),
    )
    .max(60),
  yearly: z
    .array(
      z.strictObject({
        key: TemplateKey,
        month: z.int().min(1).max(12),
        title: ShortText,
        proposal: TemplateSentences,
      }),
    )
    .max(60),
  sentences: z.array(ShortText).max(60),
});

export const SetAgendaTemplate = z
  .strictObject({ bodyId: z.uuid(), template: AgendaTemplateField })
  .meta({ description: 'Decides the formal and yearly items that the agendas of a body begin from.' });
export type SetAgendaTemplate = z.infer<typeof SetAgendaTemplate>;

export const AgendaTemplateSet = z.object({ bodyId: z.uuid() });
