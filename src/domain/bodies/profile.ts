import type { BodyKind } from './body';
import type { RulesOfProcedure } from './rules-of-procedure';

/** A named, readable set of defaults for a kind of body, shipped as data: a profile is data over one engine (B-1). */
export interface RulesProfile {
  readonly name: string;
  readonly bodyKind: BodyKind;
  readonly rules: RulesOfProcedure;
}
