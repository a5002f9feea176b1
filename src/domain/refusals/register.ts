import type { RefusalEntry } from './entry';

/** Refusals of the area register. */
export const registerRefusals = {
  'number-pattern-wrong': { status: 422, rule: 'R-6' },
  'number-given-by-series': { status: 422, rule: 'R-1' },
  'number-not-of-series': { status: 422, rule: 'R-1' },
  'number-used': { status: 409, rule: 'R-1' },
  'registration-without-subject': { status: 422, rule: 'OSL 5:2' },
  'registration-in-future': { status: 422, rule: 'OSL 5:2' },
  'registration-without-sender': { status: 422, rule: 'OSL 5:2' },
  'registration-without-recipient': { status: 422, rule: 'OSL 5:2' },
  'secrecy-marking-incomplete': { status: 422, rule: 'OSL 5:5' },
  'entry-cancelled-already': { status: 409, rule: 'R-1' },
  'cancelling-needs-reason': { status: 422, rule: 'R-1' },
  'extract-not-verified': { status: 422, rule: 'R-9' },
} as const satisfies Record<string, RefusalEntry>;
