import {
  addDays,
  compareDays,
  dayFrom,
  monthOf,
  weekday,
  yearOf,
  type Day,
  type Weekday,
} from '../../time/day';
import { nonWorkingReason, type NonWorkingReason } from '../../time/holidays';
import { refuse, type Refusal } from '../../refusals/refusal';

/** "Third Friday of January, February and May": the rule a year's meetings are laid out by (M-1). */
export interface PlanRule {
  readonly weekday: Weekday;
  /** Which of the month's such weekdays: 1-4, or the last. */
  readonly occurrence: 1 | 2 | 3 | 4 | 'last';
  /** Months of the year, 1-12. */
  readonly months: readonly number[];
}

/** What a hand changed in the rule's days: moved, dropped (`to` null) or added (`from` null). */
export interface PlanCorrection {
  readonly from: Day | null;
  readonly to: Day | null;
}

export interface PlannedDay {
  readonly day: Day;
  /** Whether a hand chose the day, not the rule. */
  readonly byHand: boolean;
  /** A day when offices are closed is shown as such; the body may still meet on it. */
  readonly nonWorking: NonWorkingReason | null;
}

function ruleDay(rule: PlanRule, year: number, month: number): Day {
  if (rule.occurrence === 'last') {
    const lastOfMonth = addDays(month === 12 ? dayFrom(year + 1, 1, 1) : dayFrom(year, month + 1, 1), -1);
    return addDays(lastOfMonth, -((weekday(lastOfMonth) - rule.weekday + 7) % 7));
  }
  const first = dayFrom(year, month, 1);
  return addDays(first, ((rule.weekday - weekday(first) + 7) % 7) + 7 * (rule.occurrence - 1));
}

/** M-1: the days the rule gives in a year, in order. */
export function planByRule(rule: PlanRule, year: number): Day[] {
  return [...new Set(rule.months)].sort((a, b) => a - b).map((month) => ruleDay(rule, year, month));
}

/** M-1: the rule's days as corrected by hand, in order; a day twice is kept once. */
export function correctPlan(days: readonly Day[], corrections: readonly PlanCorrection[]): PlannedDay[] {
  const gone = new Set(corrections.map((correction) => correction.from));
  const byHand = new Set(
    corrections.flatMap((correction) => (correction.to === null ? [] : [correction.to])),
  );
  const kept = days.filter((day) => !gone.has(day));
  return [...new Set([...kept, ...byHand])].sort(compareDays).map((day) => ({
    day,
    byHand: byHand.has(day) && !kept.includes(day),
    nonWorking: nonWorkingReason(day) ?? null,
  }));
}

/** What is wrong with a rule's shape, all of it at once. */
export function planRuleFaults(rule: PlanRule): Refusal[] {
  const faults: Refusal[] = [];
  if (rule.months.length === 0) faults.push(refuse('plan-without-months'));
  for (const month of rule.months) {
    if (!Number.isInteger(month) || month < 1 || month > 12)
      faults.push(refuse('plan-month-unknown', { month }));
  }
  return faults;
}

/** An item that comes every year, such as the annual report, with the month it belongs to (M-1). */
export interface YearlyItem {
  readonly key: string;
  readonly month: number;
}

/**
 * M-1: each yearly item lands on the first meeting of its year in or after its month; `day` is null when none is left,
 * so that the secretary sees that a meeting lacks.
 */
export function placeYearlyItems(
  items: readonly YearlyItem[],
  year: number,
  meetings: readonly Day[],
): { readonly key: string; readonly day: Day | null }[] {
  const ofYear = meetings.filter((day) => yearOf(day) === year).sort(compareDays);
  return items.map((item) => ({
    key: item.key,
    day: ofYear.find((day) => monthOf(day) >= item.month) ?? null,
  }));
}
