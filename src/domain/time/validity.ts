import type { Day } from './day';

/** From and until a day, both counted; no last day while it is not known. */
export interface Validity {
  readonly validFrom: Day;
  readonly validTo: Day | null;
}

/** Whether the day lies within the validity. */
export function isInForce(validity: Validity, day: Day): boolean {
  return validity.validFrom <= day && (validity.validTo === null || day <= validity.validTo);
}

/** Whether two validities share a day. */
export function overlaps(a: Validity, b: Validity): boolean {
  return isInForce(a, b.validFrom) || isInForce(b, a.validFrom);
}
