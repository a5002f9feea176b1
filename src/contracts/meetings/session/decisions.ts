import { z } from 'zod';
import { outcomes } from '../../../domain/meetings/session/outcomes';
import { DayField, ShortText } from '../plan/fields';

/** Something the body asks someone to do, with the words it used for when. */
export const AssignmentField = z.strictObject({
  ownerPersonId: z.uuid(),
  text: ShortText,
  dueWords: z.string().trim().max(200).nullish().meta({ description: 'As decided, such as "hösten 2026".' }),
  dueDay: DayField.nullish().meta({
    description: 'Where the body named a day: it holds, whatever the words.',
  }),
});
export type AssignmentField = z.infer<typeof AssignmentField>;

const decision = {
  itemId: z.uuid(),
  outcome: z.enum(outcomes),
  points: z.array(ShortText).max(40).default([]).meta({
    description:
      'The decision, point by point. None when it is rejected, referred back, tabled, postponed or withdrawn: points of the proposal are then left out, points of one’s own refused.',
  }),
  reason: z.string().trim().max(4000).nullish(),
  effectiveOn: DayField.nullish(),
  condition: z
    .strictObject({
      text: z.string().trim().max(2000).default(''),
      ownerPersonId: z.uuid().nullish(),
      dueDay: DayField.nullish(),
      dueWords: z.string().trim().max(200).nullish(),
    })
    .nullish()
    .meta({ description: 'What a conditional decision waits for, who completes it and by when.' }),
  assignments: z.array(AssignmentField).max(20).default([]),
};

export const DecideItem = z
  .strictObject(decision)
  .meta({ description: 'Records what the body decided about an item.' });
export type DecideItem = z.infer<typeof DecideItem>;

export const ChangeDecision = z
  .strictObject({ ...decision, version: z.int() })
  .meta({ description: 'Changes a recorded decision while the meeting is in session; everything is sent.' });
export type ChangeDecision = z.infer<typeof ChangeDecision>;

export const Decided = z.object({ decisionId: z.uuid(), version: z.int() });
export type Decided = z.infer<typeof Decided>;
