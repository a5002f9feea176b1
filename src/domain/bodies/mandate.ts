import { allowed, refuse, type Verdict } from '../refusals/refusal';
import { latestDay, type Day } from '../time/day';

/** A kind of decision a body may take, how far, and who else must decide the same (B-4). */
export interface MandateKind {
  /** Name of the kind as the table of mandates has it, such as "sortiment". */
  readonly kind: string;
  /** Largest change of cost in kronor a year, up or down; null when there is no limit. */
  readonly maxYearlyCostChange: number | null;
  /** Whether the decision may move duties from one principal to another. */
  readonly mayMoveDuties: boolean;
  /** All who must decide, this body among them. */
  readonly deciders: readonly string[];
}

/** What a decision would do, measured against the mandate. */
export interface DecisionReach {
  readonly kind: string;
  /** Kronor a year; negative when costs fall. */
  readonly yearlyCostChange: number;
  readonly movesDuties: boolean;
}

/** Whether the body may take the decision; a kind that is not in its table is outside its mandate (B-4). */
export function withinMandate(mandate: readonly MandateKind[], decision: DecisionReach): Verdict {
  const kind = mandate.find((each) => each.kind === decision.kind);
  if (kind === undefined) return refuse('mandate-lacks-kind', { kind: decision.kind });
  const change = Math.abs(decision.yearlyCostChange);
  if (kind.maxYearlyCostChange !== null && change > kind.maxYearlyCostChange) {
    return refuse('mandate-cost-exceeded', { kind: kind.kind, change, limit: kind.maxYearlyCostChange });
  }
  if (decision.movesDuties && !kind.mayMoveDuties) return refuse('mandate-moves-duties', { kind: kind.kind });
  return allowed;
}

export interface DeciderDay {
  readonly decider: string;
  readonly day: Day;
}

/** Where a decision of a kind with parallel deciders stands: every date taken, and who is still to decide. */
export interface ParallelDecision {
  readonly dates: readonly DeciderDay[];
  readonly waitingFor: readonly string[];
  /** The day the last of them decided; null while one is missing. */
  readonly decidedOn: Day | null;
}

/** B-4: a kind with two deciders is decided when both have, with both dates. */
export function parallelDecision(kind: MandateKind, taken: readonly DeciderDay[]): ParallelDecision {
  const dates = taken.filter((each) => kind.deciders.includes(each.decider));
  const waitingFor = kind.deciders.filter((decider) => !dates.some((each) => each.decider === decider));
  const last = latestDay(dates.map((each) => each.day));
  return { dates, waitingFor, decidedOn: waitingFor.length === 0 && last !== undefined ? last : null };
}
