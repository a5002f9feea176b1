import { z } from 'zod';
import { ClockField, ShortText } from '../plan/fields';

/** Whoever presents an item: someone of the office, or a name alone. */
export const PresenterField = z
  .strictObject({
    personId: z.uuid().nullish(),
    name: z.string().trim().max(200).default(''),
  })
  .refine(({ personId, name }) => (personId ?? null) !== null || name !== '', { path: ['name'] });

/** What stands at an item of an agenda. All of it is sent each time: what is left out is taken away. */
export const itemFields = {
  kind: z.enum(['formality', 'decision', 'information', 'delegatedDecisions', 'notifications']),
  title: ShortText,
  publicTitle: ShortText.nullish(),
  closed: z.boolean().default(false),
  exerciseOfAuthority: z
    .boolean()
    .default(false)
    .meta({ description: 'Exercise of public authority against someone: the item is closed (KL 6:25).' }),
  presenters: z.array(PresenterField).max(20).default([]),
  recipientIds: z.array(z.uuid()).max(60).default([]),
  points: z.array(ShortText).max(40).default([]),
  summary: z.string().max(20_000).nullish().meta({ description: 'Ärendet i korthet, in Samråd-text 1.' }),
  plannedTime: ClockField.nullish(),
} as const;
