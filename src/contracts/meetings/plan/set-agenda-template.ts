import { z } from 'zod';
import { ShortText } from './fields';

const Key = z.string().regex(/^[a-z][A-Za-z0-9]{0,59}$/);

const Sentences = z.array(ShortText).max(20);

export const AgendaTemplateField = z.strictObject({
  items: z
    .array(
      z.strictObject({
        key: Key,
        kind: z.enum(['formality', 'decision', 'information', 'delegatedDecisions', 'notifications']),
        title: ShortText,
        proposal: Sentences,
        note: ShortText.exactOptional(),
        placement: z.enum(['first', 'last']),
      }),
    )
    .max(60),
  yearly: z
    .array(z.strictObject({ key: Key, month: z.int().min(1).max(12), title: ShortText, proposal: Sentences }))
    .max(60),
  sentences: z.array(ShortText).max(60),
});

export const SetAgendaTemplate = z
  .strictObject({ bodyId: z.uuid(), template: AgendaTemplateField })
  .meta({ description: 'Decides the formal and yearly items that the agendas of a body begin from.' });
export type SetAgendaTemplate = z.infer<typeof SetAgendaTemplate>;

export const AgendaTemplateSet = z.object({ bodyId: z.uuid() });
