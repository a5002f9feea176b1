/** One row of the refusal catalogue. */
export interface RefusalEntry {
  /** HTTP status of the answer: 400 malformed, 401 sign in, 403 not yours, 404 not there (or not to be seen), 409 wrong phase or stale, 413 too large, 422 against a rule, 429 too often, 431 too long an address. */
  readonly status: 400 | 401 | 403 | 404 | 405 | 409 | 413 | 415 | 422 | 429 | 431 | 503;
  /** The rule's source, such as "KL 5:69" or "M-8", where there is one. */
  readonly rule?: string;
}
