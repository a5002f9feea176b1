import { beforeOfficeOpens } from '../processes/office-morning';
import { addDays } from '../time/day';
import { dayOf } from '../time/stockholm';

/** What the process of an assignment does, in the office's order. */
export const assignmentFollowUpActs = ['takeUp', 'remindOwner', 'markLate', 'putOnAgenda'] as const;
export type AssignmentFollowUpAct = (typeof assignmentFollowUpActs)[number];

export interface AssignmentFacts {
  readonly id: string;
  /** Nothing is followed before the meeting that gave it is closed. */
  readonly meetingClosed: boolean;
  /** `reported`: the owner has reported and it waits for an agenda; `closed`: nothing is left. */
  readonly state: 'open' | 'reported' | 'closed';
  /** Its day stands as a deadline, or the secretary has been asked to confirm one. */
  readonly takenUp: boolean;
  /** Moments of reminders that wait. */
  readonly reminders: readonly Date[];
  /** When its day has passed; null while no day is confirmed. */
  readonly passesAt: Date | null;
  readonly markedLate: boolean;
  /** It stands on the agenda of a meeting not yet closed. */
  readonly onAgenda: boolean;
  /** There, its item is not treated yet: a report can be written in it. */
  readonly takesReport: boolean;
  /** The body has a coming meeting whose agenda is not approved yet. */
  readonly meetingPlanned: boolean;
}

/**
 * M-13, M-20: what an assignment or condition owes now. It ends when its report is on an agenda of the body, or it is
 * closed with a reason. Without a planned meeting it looks again the next morning.
 */
export function assignmentFollowUpDue(
  facts: AssignmentFacts,
  now: Date,
): {
  readonly ended: boolean;
  readonly due: AssignmentFollowUpAct | null;
  readonly nextAt: Date | null;
} {
  if (facts.state === 'closed') return { ended: true, due: null, nextAt: null };
  if (!facts.meetingClosed) return { ended: false, due: null, nextAt: null };
  const due = dueNow(facts, now);
  if (due !== null) return { ended: false, due, nextAt: null };
  return { ended: false, due, nextAt: nextMoment(facts, now) };
}

function dueNow(facts: AssignmentFacts, now: Date): AssignmentFollowUpAct | null {
  if (facts.state === 'reported') {
    return facts.takesReport || (!facts.onAgenda && facts.meetingPlanned) ? 'putOnAgenda' : null;
  }
  if (!facts.takenUp) return 'takeUp';
  if (facts.reminders.some((at) => at <= now)) return 'remindOwner';
  if (!isLate(facts, now)) return null;
  if (!facts.markedLate) return 'markLate';
  return !facts.onAgenda && facts.meetingPlanned ? 'putOnAgenda' : null;
}

function isLate({ passesAt }: AssignmentFacts, now: Date): boolean {
  return passesAt !== null && passesAt <= now;
}

function nextMoment(facts: AssignmentFacts, now: Date): Date | null {
  if (facts.state === 'reported' || isLate(facts, now)) return nextMorning(facts.id, now);
  const ahead = [...facts.reminders, ...(facts.passesAt === null ? [] : [facts.passesAt])];
  return ahead.sort((a, b) => a.getTime() - b.getTime())[0] ?? null;
}

function nextMorning(assignmentId: string, now: Date): Date {
  const today = beforeOfficeOpens(dayOf(now), assignmentId);
  return now < today ? today : beforeOfficeOpens(addDays(dayOf(now), 1), assignmentId);
}
