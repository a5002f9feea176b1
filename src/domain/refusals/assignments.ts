import type { RefusalEntry } from './entry';

/** Refusals of the area assignments, once the body has given them. */
export const assignmentsRefusals = {
  'assignment-settled-already': { status: 409, rule: 'M-13' },
  'due-day-passed': { status: 422, rule: 'M-13' },
} as const satisfies Record<string, RefusalEntry>;
