import type { RefusalEntry } from './entry';

/** Refusals of the area dispatch: extracts, their recipients and what they answer. */
export const dispatchRefusals = {
  'extracts-certified-already': { status: 409, rule: 'M-12' },
  'nothing-to-dispatch': { status: 422, rule: 'M-12' },
  'recipient-without-address': { status: 422, rule: 'M-12' },
  'dispatch-group-empty': { status: 422, rule: 'M-18' },
  'reply-day-passed': { status: 422, rule: 'M-12' },
  'extract-not-sent-yet': { status: 409, rule: 'M-12' },
  'receipt-confirmed-already': { status: 409, rule: 'M-12' },
  'reply-recorded-already': { status: 409, rule: 'M-12' },
  'dispatch-settled-already': { status: 409, rule: 'M-12' },
} as const satisfies Record<string, RefusalEntry>;
