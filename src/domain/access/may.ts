import { allowed, refuse, type Verdict } from '../refusals/refusal';
import type { Day } from '../time/day';
import { acts, type Act } from './acts';
import { capacitiesOn, type AccessObject, type Holder } from './capacities';

/**
 * Acts on one item that a recused person keeps away from (KL 6:30). Presence and votes are counted without them
 * (domain/meetings/session/attendance.ts), papers withheld where they are served (docs/adr/0002).
 */
const closedToRecused: ReadonlySet<Act> = new Set<Act>(['motion.hand-in', 'reservation.announce']);

/**
 * May this person do this to that, on this day? One object at a time; lists use one SQL filter made from the same rule.
 * @param holder the person with all roles and seats, null when nobody is signed in
 */
export function may(holder: Holder | null, act: Act, object: AccessObject, day: Day): Verdict {
  if (holder === null) return refuse('sign-in-needed');
  const wanted = acts[act];
  const held = capacitiesOn(holder, object, day);
  if (!wanted.some((capacity) => held.has(capacity))) {
    const ended = endedHolding(holder, act, object, day);
    return ended ?? refuse('not-allowed', { who: wanted.join(', ') });
  }
  if (closedToRecused.has(act) && object.recusedIds?.includes(holder.personId) === true)
    return refuse('recused-from-item');
  return allowed;
}

/** A role that would have done, had it not ended: worth its own sentence. */
function endedHolding(holder: Holder, act: Act, object: AccessObject, day: Day): Verdict | null {
  const wanted: readonly string[] = acts[act];
  for (const holding of holder.holdings) {
    if (holding.to === null || holding.to >= day || !wanted.includes(holding.capacity)) continue;
    const then = { personId: holder.personId, holdings: [holding] };
    if (capacitiesOn(then, object, holding.to).has(holding.capacity)) {
      return refuse('role-ended', { role: holding.capacity, day: holding.to });
    }
  }
  return null;
}
