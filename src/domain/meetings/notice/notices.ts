import { allowed, refuse, type Verdict } from '../../refusals/refusal';
import type { Day } from '../../time/day';
import { endOfDay } from '../../time/stockholm';
import type { RulesOfProcedure } from '../../bodies/rules-of-procedure';
import { noticeDeadline } from '../plan/deadlines';
import type { AppealTime } from './appeal-time';

/** Where a notice stands (M-11). Nothing before `legalForce` may be called laga kraft. */
export type NoticeState = 'posting' | 'running' | 'appealTimeEnded' | 'legalForce' | 'appealed';

/** The court's answer to whether anyone has appealed. */
export interface CourtAnswer {
  readonly day: Day;
  readonly appealed: boolean;
}

/**
 * KL 13:5, 13:14, M-11: the state that follows from the time, the moment and the court's answer. When the time has ended
 * the state is `appealTimeEnded`; only the court's answer makes it legal force, or appealed.
 */
export function noticeState(time: AppealTime, now: Date, answer: CourtAnswer | null): NoticeState {
  if (time.state === 'waiting') return 'posting';
  if (now.getTime() < endOfDay(time.endsOn).getTime()) return 'running';
  if (answer === null) return 'appealTimeEnded';
  return answer.appealed ? 'appealed' : 'legalForce';
}

/**
 * Whether a registrar may confirm the stated day of a posting: not before the minutes were verified, not in days to come,
 * and once a board.
 */
export function canConfirmPosting(
  facts: { readonly verificationDate: Day; readonly today: Day; readonly confirmed: boolean },
  statedDay: Day,
): Verdict {
  if (facts.confirmed) return refuse('posting-confirmed-already');
  if (statedDay < facts.verificationDate) {
    return refuse('posting-before-verification', { verified: facts.verificationDate, stated: statedDay });
  }
  return statedDay > facts.today ? refuse('posting-in-future', { stated: statedDay }) : allowed;
}

/**
 * KL 8:12, M-11: the last day that may be common to all boards: the notice's own last day, the second after the
 * verification. When that one has passed the notices are late already, and go up within as many days from today.
 */
export function lastCommonDay(
  rules: Pick<RulesOfProcedure, 'municipalLaw' | 'noticeWithinDays'>,
  verificationDate: Day,
  today: Day,
): { readonly day: Day; readonly late: boolean } {
  const { day } = noticeDeadline(rules, verificationDate);
  return day >= today ? { day, late: false } : { day: noticeDeadline(rules, today).day, late: true };
}

/** KL 8:12, M-11: all boards get one common day between today and the last day, not before the verification. */
export function canSetPostingDay(
  rules: Pick<RulesOfProcedure, 'municipalLaw' | 'noticeWithinDays'>,
  facts: { readonly verificationDate: Day; readonly today: Day },
  day: Day,
): Verdict {
  const { verificationDate, today } = facts;
  if (day < verificationDate) {
    return refuse('posting-before-verification', { verified: verificationDate, stated: day });
  }
  if (day < today) return refuse('posting-day-passed', { stated: day });
  const last = lastCommonDay(rules, verificationDate, today);
  if (day <= last.day) return allowed;
  return refuse(last.late ? 'posting-day-after-late' : 'posting-day-after-last', {
    stated: day,
    last: last.day,
  });
}

/**
 * KL 8:12, 13:5, M-11: a stated day is corrected with a reason, within the same bounds as it was confirmed, and not to a day
 * after the notice was first missing: the time would begin before the day stated, or one that was annulled be hidden.
 */
export function canCorrectPosting(
  facts: {
    readonly verificationDate: Day;
    readonly today: Day;
    /** The day that is confirmed; null while none is. */
    readonly stated: Day | null;
    /** The first day that the notice was reported missing from the board. */
    readonly missingFrom: Day | null;
  },
  statedDay: Day,
  reason: string,
): Verdict {
  const { stated, missingFrom } = facts;
  if (stated === null) return refuse('posting-not-confirmed');
  if (reason.trim() === '') return refuse('correction-needs-reason');
  if (stated === statedDay) return refuse('posting-same-day', { day: statedDay });
  if (missingFrom !== null && statedDay > missingFrom) {
    return refuse('posting-after-missing', { stated: statedDay, missing: missingFrom });
  }
  return canConfirmPosting({ ...facts, confirmed: false }, statedDay);
}

/**
 * KL 13:5: the days of a notice may be changed also when the time seemed to have ended, since a notice that was missing
 * before its end annuls the time; no longer when the court has answered or a board has taken the notice down.
 */
export function canChangeDays(
  state: NoticeState,
  boards: readonly { readonly downDay: Day | null }[],
): Verdict {
  if (state === 'legalForce' || state === 'appealed') return refuse('appeal-time-over');
  return boards.some(({ downDay }) => downDay !== null) ? refuse('appeal-time-over') : allowed;
}

/** KL 8:12: a notice may not be removed before the appeal time has ended, on any board. */
export function canTakeDown(
  facts: { readonly confirmed: boolean; readonly today: Day; readonly down: boolean },
  time: AppealTime,
  downDay: Day,
): Verdict {
  if (!facts.confirmed) return refuse('posting-not-confirmed');
  if (facts.down) return refuse('posting-down-already');
  if (time.state === 'waiting') return refuse('take-down-before-all-boards');
  if (downDay < time.earliestTakeDown) {
    return refuse('take-down-too-early', { endsOn: time.endsOn, earliest: time.earliestTakeDown });
  }
  return downDay > facts.today ? refuse('take-down-in-future', { day: downDay }) : allowed;
}

/**
 * KL 8:12, M-11: a confirmed day of taking down is corrected with a reason, within the same bounds as it was confirmed:
 * also after the court's answer, since no time is counted from it.
 */
export function canCorrectTakeDown(
  facts: { readonly down: Day | null; readonly today: Day },
  time: AppealTime,
  downDay: Day,
  reason: string,
): Verdict {
  if (facts.down === null) return refuse('posting-not-down');
  if (reason.trim() === '') return refuse('take-down-needs-reason');
  if (facts.down === downDay) return refuse('take-down-same-day', { day: downDay });
  return canTakeDown({ confirmed: true, today: facts.today, down: false }, time, downDay);
}

/** M-11: the court is asked when the time has ended; its answer is recorded once, with day and reference. */
export function canRecordCourtAnswer(
  state: NoticeState,
  time: AppealTime,
  answer: CourtAnswer & { readonly reference: string; readonly caseNumbers: number },
  today: Day,
): Verdict {
  if (state === 'posting' || time.state === 'waiting') return refuse('court-answer-before-announced');
  if (state === 'running' || answer.day <= time.endsOn)
    return refuse('court-answer-too-early', { endsOn: time.endsOn });
  if (state !== 'appealTimeEnded') return refuse('court-answer-recorded');
  if (answer.day > today) return refuse('court-answer-in-future', { day: answer.day });
  if (answer.reference.trim() === '') return refuse('court-answer-needs-reference');
  if (!answer.appealed && answer.caseNumbers > 0) return refuse('appeal-not-said');
  return answer.appealed && answer.caseNumbers === 0 ? refuse('appeal-needs-case-number') : allowed;
}
