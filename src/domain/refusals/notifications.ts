import type { RefusalEntry } from './entry';

/** Refusals of the area notifications. */
export const notificationsRefusals = {} as const satisfies Record<string, RefusalEntry>;
