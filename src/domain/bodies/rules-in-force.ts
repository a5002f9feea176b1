import type { Day } from '../time/day';
import type { RulesOfProcedure } from './rules-of-procedure';

/** One version of a body's rules of procedure: valid from and until a day, both counted, by a decision. */
export interface RulesVersion {
  readonly id: string;
  readonly version: number;
  readonly validFrom: Day;
  readonly validUntil: Day | null;
  /** The deciding paragraph, such as "Region Västerdal, fullmäktige § 112/2025". */
  readonly paragraph: string;
  readonly rules: RulesOfProcedure;
}

/**
 * The version in force on a day; undefined when none is. A summoned meeting keeps the version it was bound to: later
 * versions never move its clocks (B-1).
 */
export function rulesInForce(versions: readonly RulesVersion[], day: Day): RulesVersion | undefined {
  return versions.find(
    (version) => version.validFrom <= day && (version.validUntil === null || day <= version.validUntil),
  );
}
