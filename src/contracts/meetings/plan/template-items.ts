import { z } from 'zod';
import { ShortText } from './fields';
import { TemplateKey, TemplateKind, TemplateSentences } from './set-agenda-template';

const MOST_ITEMS = 60;

/** The template that a form was made from: 0 where the body still uses the shipped one. */
const version = z.int().min(0);

export const SetTemplateItem = z
  .strictObject({
    bodyId: z.uuid(),
    version,
    /** Null for a new item. */
    key: TemplateKey.nullish(),
    title: ShortText,
    kind: TemplateKind,
    placement: z.enum(['first', 'last']),
    proposal: TemplateSentences,
    note: ShortText.nullish(),
  })
  .meta({ description: 'Adds or changes an item that the agendas of a body begin from.' });
export type SetTemplateItem = z.infer<typeof SetTemplateItem>;

export const OrderTemplate = z
  .strictObject({
    bodyId: z.uuid(),
    version,
    item: z.array(TemplateKey).max(MOST_ITEMS),
    position: z.array(z.int().min(1).max(500)).max(MOST_ITEMS),
    move: z
      .string()
      .regex(/^(up|down):[a-z][A-Za-z0-9]{0,59}$/)
      .nullish(),
  })
  .meta({ description: 'Saves the order of the items that the agendas of a body begin from.' });
export type OrderTemplate = z.infer<typeof OrderTemplate>;

export const RemoveTemplateItem = z
  .strictObject({ bodyId: z.uuid(), version, key: TemplateKey })
  .meta({ description: 'Takes an item out of the template; planned meetings keep theirs.' });
export type RemoveTemplateItem = z.infer<typeof RemoveTemplateItem>;

export const TemplateChanged = z.object({ bodyId: z.uuid(), version: z.int() });
export type TemplateChanged = z.infer<typeof TemplateChanged>;
