import type { RefusalEntry } from './entry';

/** Refusals of the area register. */
export const registerRefusals = {} as const satisfies Record<string, RefusalEntry>;
