import type { RulesOfProcedure } from '../../bodies/rules-of-procedure';
import { allowed, refuse, type Refusal, type Verdict } from '../../refusals/refusal';
import { addDays, type Day } from '../../time/day';
import { momentAt } from '../../time/stockholm';

/** What becomes of an act after its day: done, done with a warning that asks for a reason, or refused. */
export type Timeliness = { readonly ok: true; readonly late: boolean; readonly lastDay: Day } | Refusal;

/**
 * M-4, law.md A1: a summons after its day is a warning with a reason, where the rules of procedure say so. KL sets no
 * time of its own for a board.
 */
export function summonsTimeliness(rules: RulesOfProcedure, meetingDate: Day, today: Day): Timeliness {
  const lastDay = addDays(meetingDate, -rules.summonsDays);
  const late = today > lastDay;
  if (late && rules.lateSummons === 'refuse')
    return refuse('summons-too-late', { lastDay, days: rules.summonsDays });
  return { ok: true, late, lastDay };
}

/** M-4: whether a summons sent today may go with the reason given; a late one needs a reason. */
export function canIssueSummons(
  rules: RulesOfProcedure,
  meetingDate: Day,
  today: Day,
  lateReason: string | null,
): Verdict {
  const timeliness = summonsTimeliness(rules, meetingDate, today);
  if (!timeliness.ok) return timeliness;
  if (timeliness.late && (lateReason ?? '').trim() === '') {
    return refuse('late-summons-needs-reason', { lastDay: timeliness.lastDay, days: rules.summonsDays });
  }
  return allowed;
}

/** M-3: whether a matter handed in at the moment is late. Late items are marked, not refused (law.md A3). */
export function isLateSubmission(rules: RulesOfProcedure, meetingDate: Day, handedInAt: Date): boolean {
  const lastDay = addDays(meetingDate, -rules.submissionDeadlineDays);
  return handedInAt.getTime() > momentAt(lastDay, rules.submissionDeadlineTime).getTime();
}

/** M-5, KL 6:24: whether a member may ask today to take part remotely. The chair decides on what is asked in time. */
export function canRequestRemote(rules: RulesOfProcedure, meetingDate: Day, today: Day): Verdict {
  if (!rules.remoteParticipation) return refuse('remote-not-allowed');
  const lastDay = addDays(meetingDate, -rules.remoteRequestDays);
  return today > lastDay
    ? refuse('remote-request-too-late', { lastDay, days: rules.remoteRequestDays })
    : allowed;
}
