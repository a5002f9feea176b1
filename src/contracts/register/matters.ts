import { z } from 'zod';
import { asDay } from '../../domain/time/day';
import { SHORT, SINGLE_LINE } from './fields';

const day = z.iso.date().transform(asDay);
const reason = z.string().trim().max(SHORT);

export const OpenMatter = z
  .strictObject({
    bodyId: z.uuid(),
    seriesId: z.uuid(),
    title: z.string().trim().min(1).max(SINGLE_LINE),
    /** What the open register must not say (OSL 5:2 second paragraph). */
    protectedTitle: z.string().trim().max(SINGLE_LINE).nullable().default(null),
    party: z.string().trim().max(SINGLE_LINE).nullable().default(null),
    /** The day the matter was opened; today when left out. */
    openedOn: day.nullable().default(null),
    /** The number, where the series is kept elsewhere; left out until it is known. */
    registryNumber: z.string().trim().max(100).nullable().default(null),
    /** The matter waits for its number, though the series is kept here. */
    numberLater: z.boolean().default(false),
  })
  .meta({ description: 'Opens a matter in the register and gives it the next number of its series.' });
export type OpenMatter = z.infer<typeof OpenMatter>;

export const MatterOpened = z.object({ matterId: z.uuid(), registryNumber: z.string().nullable() });
export type MatterOpened = z.infer<typeof MatterOpened>;

export const NumberMatter = z
  .strictObject({
    matterId: z.uuid(),
    version: z.int(),
    registryNumber: z.string().trim().max(100).nullable().default(null),
  })
  .meta({ description: 'Gives a matter that waited for it its registry number.' });
export type NumberMatter = z.infer<typeof NumberMatter>;

export const JoinMatter = z
  .strictObject({
    matterId: z.uuid(),
    version: z.int(),
    /** Registry number of the matter that it goes on in. */
    into: z.string().trim().max(100),
    reason,
  })
  .meta({ description: 'Joins a matter with another of the same body; it is closed and points there.' });
export type JoinMatter = z.infer<typeof JoinMatter>;

export const MoveMatter = z
  .strictObject({ matterId: z.uuid(), version: z.int(), bodyId: z.uuid() })
  .meta({ description: 'Moves a matter with its documents to another body of the same authority.' });
export type MoveMatter = z.infer<typeof MoveMatter>;

/** The shape shared by closing, reopening and cancelling a matter. */
export const MatterAct = z.strictObject({ matterId: z.uuid(), version: z.int(), reason });
export type MatterAct = z.infer<typeof MatterAct>;

export const CloseMatter = MatterAct.meta({ description: 'Closes a matter, with what ended it.' });
export const ReopenMatter = MatterAct.meta({ description: 'Opens a closed matter again, with the reason.' });
export const CancelMatter = MatterAct.meta({
  description: 'Cancels a wrong entry, with the reason. It stays visible and its number is never used again.',
});
