import { refuse, type Refusal } from '../../refusals/refusal';
import { addDays, addWeeks, daysBetween, type Day } from '../../time/day';
import { moveForwardIfNonWorking } from '../../time/holidays';

/** What a body can make of an item (M-7). */
export const outcomes = [
  'approved',
  'approvedWithChanges',
  'rejected',
  'referredBack',
  'tabled',
  'postponed',
  'withdrawn',
  'noted',
  'conditional',
] as const;

export type Outcome = (typeof outcomes)[number];

/** A decision as the session view has it, before it is recorded. */
export interface DecisionRecord {
  readonly outcome: Outcome;
  readonly points: readonly { readonly number: number; readonly text: string }[];
  readonly reason: string;
  /** What must be completed before a conditional decision holds. */
  readonly condition: string;
  /** Who completes it, or by when, is told. */
  readonly completion?: boolean;
}

/** What each outcome must have with it. */
const requirements: Readonly<
  Record<Outcome, { readonly points: 'needed' | 'possible' | 'none'; readonly reason: boolean }>
> = {
  approved: { points: 'needed', reason: false },
  approvedWithChanges: { points: 'needed', reason: false },
  rejected: { points: 'none', reason: false },
  referredBack: { points: 'none', reason: true },
  tabled: { points: 'none', reason: false },
  postponed: { points: 'none', reason: true },
  withdrawn: { points: 'none', reason: true },
  noted: { points: 'possible', reason: false },
  conditional: { points: 'needed', reason: false },
};

/** The body did not do what was proposed: the outcome, with its reason, is all of the decision, without points. */
export function grantsNothing(outcome: Outcome): boolean {
  return requirements[outcome].points === 'none';
}

const blank = (text: string): boolean => text.trim() === '';

/**
 * M-7: what is missing before the decision can be recorded, all of it at once: points for what is approved, a reason for
 * what is put off, what must be completed for a conditional one, and for no other (M-20); and no points for what was not granted, since the minutes
 * would state them as decided (KL 5:66). By when and by whom is asked for before verification
 * (M-20), since a body may leave that to its chair.
 */
export function decisionFaults(decision: DecisionRecord): Refusal[] {
  const needs = requirements[decision.outcome];
  const faults: Refusal[] = [];
  if (needs.points === 'needed' && decision.points.length === 0)
    faults.push(refuse('decision-without-points'));
  if (needs.reason && blank(decision.reason)) {
    faults.push(
      refuse(
        decision.outcome === 'referredBack'
          ? 'referral-needs-reason'
          : decision.outcome === 'postponed'
            ? 'postponement-needs-reason'
            : 'withdrawal-needs-reason-in-minutes',
      ),
    );
  }
  if (decision.outcome === 'conditional' && blank(decision.condition))
    faults.push(refuse('condition-needs-what'));
  if (decision.outcome !== 'conditional' && (!blank(decision.condition) || decision.completion === true))
    faults.push(refuse('condition-needs-conditional'));
  if (needs.points === 'none' && decision.points.length > 0) faults.push(refuse('decision-takes-no-points'));
  decision.points.forEach((point, index) => {
    if (point.number !== index + 1) faults.push(refuse('points-not-numbered', { number: index + 1 }));
    if (blank(point.text)) faults.push(refuse('point-without-text', { number: index + 1 }));
  });
  return faults;
}

/** What an effective date means beside the appeal time (case 15). */
export interface EffectiveDateNote {
  readonly daysAfterMeeting: number;
  /** KL 13:5: the earliest day the appeal time can end, were all steps taken on the day of the meeting. */
  readonly earliestAppealEnd: Day;
  /** The decision would take effect while it can still be appealed: allowed (KL 13:14), but said. */
  readonly beforeAppealEnd: boolean;
  readonly beforeMeeting: boolean;
}

/** KL 13:14: a decision may be carried out before it has legal force; the note says when it would be (M-17). */
export function effectiveDateNote(
  meetingDate: Day,
  effectiveOn: Day,
  appealWeeks: number,
): EffectiveDateNote {
  const earliestAppealEnd = moveForwardIfNonWorking(addWeeks(meetingDate, appealWeeks));
  return {
    daysAfterMeeting: daysBetween(meetingDate, effectiveOn),
    earliestAppealEnd,
    beforeAppealEnd: effectiveOn < addDays(earliestAppealEnd, 1),
    beforeMeeting: effectiveOn < meetingDate,
  };
}

/**
 * Whether the points of a decision speak of giving somebody something to do (M-13): such words do nothing by themselves, an
 * assignment is followed only where it is recorded with its owner.
 */
export function speaksOfAssignment(points: readonly string[]): boolean {
  return points.some((point) => wordsOfAssignment.test(point));
}

const wordsOfAssignment =
  /(?<!\p{L})(i uppdrag|uppdrar|uppdras|uppdra åt|återkomma|återrapportera|återrapporteras|återredovisa|återredovisas)(?!\p{L})/iu;

/** Whether the secretary is to be asked who does what by when: the words are there, and no assignment is recorded (M-13). */
export function asksForAssignment(
  points: readonly string[],
  recorded: readonly { readonly kind: 'assignment' | 'condition' }[],
): boolean {
  return speaksOfAssignment(points) && !recorded.some(({ kind }) => kind === 'assignment');
}
