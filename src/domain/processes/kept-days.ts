/**
 * How many days the house keeps the rows of its own machinery after they have done their work. They tell nothing about a
 * matter: what the office has done stands in its own rows and in the audit log, of which nothing is ever deleted.
 */
export const keptDays = {
  /** What a request gave, for the same request coming again, from the day it came (wake.md 5). */
  request: 30,
  /** From when the link was used, or could be used no more. */
  signInLink: 30,
  /** From when the session was ended, or expired. */
  session: 30,
  /** From when its process had read it (wake.md 13). One that is parked stays until the operator has freed it. */
  wake: 30,
} as const;

export type Cleared = keyof typeof keptDays;
