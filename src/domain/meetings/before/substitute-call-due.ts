import { hasReached, type MeetingPhase } from '../phases';
import type { SubstituteAsked } from './substitutes';

export interface SubstituteCallState {
  readonly state: 'asking' | 'filled' | 'exhausted' | 'withdrawn';
  readonly phase: MeetingPhase;
  readonly asks: readonly (SubstituteAsked & { readonly answerBy: Date })[];
}

/**
 * M-5: what the call for a substitute owes now. While someone is asked it waits for the answer until their time is out;
 * otherwise the next in order is asked. It ends when someone serves, nobody is left, or the session has begun.
 */
export function substituteCallDue(
  call: SubstituteCallState,
  now: Date,
): { readonly ended: boolean; readonly due: 'advance' | null; readonly nextAt: Date | null } {
  if (call.state !== 'asking' || hasReached(call.phase, 'inSession'))
    return { ended: true, due: null, nextAt: null };
  const open = call.asks.find((ask) => ask.answer === null);
  if (open !== undefined && now < open.answerBy) return { ended: false, due: null, nextAt: open.answerBy };
  return { ended: false, due: 'advance', nextAt: null };
}
