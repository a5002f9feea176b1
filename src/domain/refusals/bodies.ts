import type { RefusalEntry } from './entry';

/** Refusals of the area bodies. */
export const bodiesRefusals = {} as const satisfies Record<string, RefusalEntry>;
