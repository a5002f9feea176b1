import type { RulesOfProcedure } from '../../bodies/rules-of-procedure';
import { addDays, addWeeks, type Day } from '../../time/day';
import type { DeadlineBasis } from '../../time/deadline-basis';
import { lastOfficeDayBy, moveForwardIfNonWorking } from '../../time/holidays';
import { endOfDay, momentAt } from '../../time/stockholm';

/** The deadlines of a meeting, in the order they come (M-1). */
export type DeadlineKind =
  | 'submission'
  | 'workingCommittee'
  | 'papers'
  | 'summons'
  | 'remoteRequest'
  | 'verification'
  | 'notice'
  | 'appealTime'
  | 'reportBack';

/** A deadline with its rule and what it is counted from: the facts of a `deadline` row. */
export interface MeetingDeadline {
  readonly kind: DeadlineKind;
  /** The day that counts, after any move that the law makes. */
  readonly day: Day;
  /** The day as counted on the calendar; before {@link day} when 1930:173 2 § moved it. Warnings go by this one. */
  readonly calendarDay: Day;
  /** For a day counted backwards, the last office day by it; null for the others. Never later than {@link day}. */
  readonly officeDay: Day | null;
  /** The moment when it has passed. */
  readonly instant: Date;
  /** "KL 5:69, 6:35", or null when the body's own rules of procedure set it. */
  readonly law: string | null;
  readonly basis: DeadlineBasis;
}

function backwards(
  kind: DeadlineKind,
  day: Day,
  instant: Date,
  officeClosed: ReadonlySet<Day>,
): MeetingDeadline {
  const officeDay = lastOfficeDayBy(day, officeClosed);
  return { kind, day, calendarDay: day, officeDay, instant, law: null, basis: 'meetingDate' };
}

/**
 * M-1: what must be done before the meeting, counted backwards from its day. None is ever moved later; each names the
 * last office day by it. A body without remote participation has no day for asking.
 */
export function deadlinesBefore(
  rules: RulesOfProcedure,
  meetingDate: Day,
  officeClosed: ReadonlySet<Day> = new Set(),
): MeetingDeadline[] {
  const submissionDay = addDays(meetingDate, -rules.submissionDeadlineDays);
  const whole = (kind: DeadlineKind, days: number) => {
    const day = addDays(meetingDate, -days);
    return backwards(kind, day, endOfDay(day), officeClosed);
  };
  return [
    backwards(
      'submission',
      submissionDay,
      momentAt(submissionDay, rules.submissionDeadlineTime),
      officeClosed,
    ),
    whole('papers', rules.paperDays),
    whole('summons', rules.summonsDays),
    ...(rules.remoteParticipation ? [whole('remoteRequest', rules.remoteRequestDays)] : []),
  ];
}

/**
 * M-1: the day the body's working committee meets before the meeting; null where the body has none. It is a day to know
 * of: nothing is asked of anyone when it passes.
 */
export function workingCommitteeDay(
  rules: RulesOfProcedure,
  meetingDate: Day,
  officeClosed: ReadonlySet<Day> = new Set(),
): MeetingDeadline | null {
  if (rules.workingCommitteeDays === null) return null;
  const day = addDays(meetingDate, -rules.workingCommitteeDays);
  return backwards('workingCommittee', day, endOfDay(day), officeClosed);
}

/** A chain with one more day in its place: after those of the same day or earlier; the others keep their order. */
export function placedByDay<Line extends { readonly day: Day }>(
  chain: readonly Line[],
  line: Line | null,
): Line[] {
  if (line === null) return [...chain];
  const later = chain.findIndex(({ day }) => day > line.day);
  const at = later < 0 ? chain.length : later;
  return [...chain.slice(0, at), line, ...chain.slice(at)];
}

/** M-1: the chain before the meeting as pages show it: what must be done, and the day of the working committee. */
export function chainBefore(rules: RulesOfProcedure, meetingDate: Day): MeetingDeadline[] {
  return placedByDay(deadlinesBefore(rules, meetingDate), workingCommitteeDay(rules, meetingDate));
}

function forwards(
  rules: Pick<RulesOfProcedure, 'municipalLaw'>,
  kind: DeadlineKind,
  calendarDay: Day,
  law: string,
  basis: MeetingDeadline['basis'],
): MeetingDeadline {
  // Only a time that the law sets is moved by 1930:173 2 §, not one that a council chose for itself.
  const day = rules.municipalLaw ? moveForwardIfNonWorking(calendarDay) : calendarDay;
  return {
    kind,
    day,
    calendarDay,
    officeDay: null,
    instant: endOfDay(day),
    law: rules.municipalLaw ? law : null,
    basis,
  };
}

/** M-4: the summons is out at the latest on the earlier of its own day and the papers'. */
export function summonsDueDay(rules: RulesOfProcedure, meetingDate: Day): Day {
  return addDays(meetingDate, -Math.max(rules.summonsDays, rules.paperDays));
}

/** KL 5:69 via 6:35: minutes are verified at the latest fourteen days after the meeting. */
export function verificationDeadline(rules: RulesOfProcedure, meetingDate: Day): MeetingDeadline {
  const day = addDays(meetingDate, rules.verificationDays);
  return forwards(rules, 'verification', day, 'KL 5:69, 6:35', 'meetingDate');
}

/** KL 8:12: verification is announced at the latest the second day after it. */
export function noticeDeadline(
  rules: Pick<RulesOfProcedure, 'municipalLaw' | 'noticeWithinDays'>,
  verificationDate: Day,
): MeetingDeadline {
  const day = addDays(verificationDate, rules.noticeWithinDays);
  return forwards(rules, 'notice', day, 'KL 8:12', 'verificationDate');
}

/** KL 13:5: the appeal time ends three weeks after the day all boards carried the notice. */
export function appealDeadline(rules: RulesOfProcedure, latestPosting: Day): MeetingDeadline {
  return forwards(
    rules,
    'appealTime',
    addWeeks(latestPosting, rules.appealWeeks),
    'KL 13:5',
    'latestPosting',
  );
}

/**
 * M-1: what follows the meeting if every step is taken on its last day: what a plan shows before anything has happened.
 * A body that announces nothing has verification alone. The day of reporting back stands in its place among them.
 */
export function deadlinesAfter(rules: RulesOfProcedure, meetingDate: Day): MeetingDeadline[] {
  const reportBack = reportBackDay(rules, meetingDate);
  const verification = verificationDeadline(rules, meetingDate);
  if (rules.noticeBoards === 'none') return placedByDay([verification], reportBack);
  const notice = noticeDeadline(rules, verification.day);
  return placedByDay([verification, notice, appealDeadline(rules, notice.day)], reportBack);
}

/** M-1: the day by which recipients should have reported back. No law sets it, so 1930:173 2 § never moves it. */
function reportBackDay(rules: RulesOfProcedure, meetingDate: Day): MeetingDeadline | null {
  if (rules.reportBackDays === null) return null;
  const day = addDays(meetingDate, rules.reportBackDays);
  return {
    kind: 'reportBack',
    day,
    calendarDay: day,
    officeDay: null,
    instant: endOfDay(day),
    law: null,
    basis: 'meetingDate',
  };
}

/** M-10: the days when those who have not signed are reminded: before the day on the calendar, the earliest first. */
export function verificationReminders(rules: RulesOfProcedure, meetingDate: Day): Day[] {
  const { calendarDay } = verificationDeadline(rules, meetingDate);
  return [...new Set(rules.verificationReminderDays)]
    .sort((a, b) => b - a)
    .map((days) => addDays(calendarDay, -days));
}
