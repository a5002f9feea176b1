import type { RulesOfProcedure } from '../../bodies/rules-of-procedure';
import { allowed, refuse, type Verdict } from '../../refusals/refusal';
import { canMove, type MeetingPhase } from '../phases';

/** What can be entered in the minutes beside the decision (M-8). */
export type StatementKind = 'reservation' | 'separateStatement' | 'minutesNote';

/** What the rule asks about the one who wants to be minuted, and the item. */
export interface StatementFacts {
  readonly phase: MeetingPhase;
  /** Whether the item has been decided. */
  readonly decided: boolean;
  /** Whether the person served for the item and so took part in deciding it. */
  readonly tookPart: boolean;
  readonly alreadyAnnounced: boolean;
}

function kindAllowed(rules: RulesOfProcedure, kind: StatementKind): boolean {
  switch (kind) {
    case 'reservation':
      return rules.reservations;
    case 'separateStatement':
      return rules.separateStatements;
    case 'minutesNote':
      return rules.minutesNotes;
  }
}

/**
 * KL 4:27: a reservation is announced before the meeting closes, by one who took part in deciding the item. Separate
 * statements and notes follow the same times, where the body has them (M-8).
 */
export function canAnnounceStatement(
  rules: RulesOfProcedure,
  kind: StatementKind,
  facts: StatementFacts,
): Verdict {
  if (!kindAllowed(rules, kind)) return refuse('statement-kind-not-used');
  const phase = canMove(facts.phase, 'announceReservation');
  if (!phase.ok) return phase;
  if (!facts.tookPart) return refuse('reservation-without-taking-part');
  if (!facts.decided) return refuse('reservation-before-decision');
  return facts.alreadyAnnounced ? refuse('reservation-already-announced') : allowed;
}

/**
 * KL 4:27, M-8: what was announced by mistake is taken back while it could still be announced, until the meeting closes;
 * then it belongs to the minutes.
 */
export function canWithdrawStatement(phase: MeetingPhase, withdrawn: boolean): Verdict {
  if (withdrawn) return refuse('reservation-withdrawn-already');
  if (canMove(phase, 'announceReservation').ok) return allowed;
  return refuse('reservation-stands-after-close');
}

/**
 * M-8, law.md A15: the written reason of an announced reservation is taken until the fixed time of verification, and
 * refused from then on, or when all have signed before it.
 */
export function canHandInReason(
  reservation: { readonly announced: boolean; readonly handedInAt: Date },
  fixedVerificationTime: Date,
  verified: boolean,
): Verdict {
  if (!reservation.announced) return refuse('reservation-after-close');
  const late = reservation.handedInAt.getTime() >= fixedVerificationTime.getTime();
  return late || verified ? refuse('reservation-reason-too-late') : allowed;
}
