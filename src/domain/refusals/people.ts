import type { RefusalEntry } from './entry';

/** Refusals of the area people. */
export const peopleRefusals = {} as const satisfies Record<string, RefusalEntry>;
