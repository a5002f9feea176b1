import type { RefusalEntry } from './entry';

/** Refusals that any command or page may give. */
export const generalRefusals = {
  'input-invalid': { status: 400 },
  'address-invalid': { status: 400 },
  'request-unreadable': { status: 400 },
  'not-found': { status: 404 },
  'command-unknown': { status: 404 },
  'method-not-allowed': { status: 405 },
  'stale-version': { status: 409 },
  'same-key-other-request': { status: 409 },
  'body-too-large': { status: 413 },
  'media-type-unsupported': { status: 415 },
  'file-not-pdf': { status: 415 },
  'file-encrypted': { status: 422 },
  'file-broken': { status: 422 },
  'training-day-invalid': { status: 422 },
  'address-too-long': { status: 431 },
  'too-many-requests': { status: 429 },
  'service-busy': { status: 503 },
} as const satisfies Record<string, RefusalEntry>;
