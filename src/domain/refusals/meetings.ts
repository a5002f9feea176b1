import type { RefusalEntry } from './entry';

/** Refusals of the area meetings. */
export const meetingsRefusals = {} as const satisfies Record<string, RefusalEntry>;
