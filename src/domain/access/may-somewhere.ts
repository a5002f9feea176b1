import { allowed, refuse, type Verdict } from '../refusals/refusal';
import type { Day } from '../time/day';
import { acts, type Act } from './acts';
import type { Capacity, Holder } from './capacities';

/**
 * May this person do this to anything at all, on this day? For lists over all bodies: what they show is then decided
 * thing by thing, by the filter made from the same rule.
 */
export function maySomewhere(holder: Holder | null, act: Act, day: Day): Verdict {
  if (holder === null) return refuse('sign-in-needed');
  const wanted: readonly Capacity[] = acts[act];
  const held = holder.holdings.some(
    ({ capacity, from, to }) => from <= day && (to === null || day <= to) && wanted.includes(capacity),
  );
  return held ? allowed : refuse('not-allowed', { who: wanted.join(', ') });
}
