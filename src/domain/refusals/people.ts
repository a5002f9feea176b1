import type { RefusalEntry } from './entry';

/** Refusals of the area people. */
export const peopleRefusals = {
  'sign-in-failed': { status: 401 },
  'link-not-usable': { status: 401 },
  'password-too-short': { status: 422 },
  'password-too-easy': { status: 422 },
  'password-current-wrong': { status: 422 },
} as const satisfies Record<string, RefusalEntry>;
