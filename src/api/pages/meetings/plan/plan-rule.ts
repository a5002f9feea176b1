import { z } from 'zod';
import { planByRule, type PlanRule } from '../../../../domain/meetings/plan/plan';
import { dayFrom, type Day, type Weekday } from '../../../../domain/time/day';
import { monthText, weekdayText } from '../../../../i18n/dates';
import type { Language } from '../../../../i18n/languages';
import { text, type TextKey } from '../../../../i18n/texts';
import type { Option } from '../../../render/lists';

/** The address of a year plan: the year, and the rule that is being tried. */
export const planQuery = z.object({
  ar: z.coerce.number().int().min(2000).max(2200).optional(),
  veckodag: z.coerce.number().int().min(1).max(7).optional(),
  vilken: z.enum(['1', '2', '3', '4', 'last']).optional(),
  manad: z.union([z.string().max(2), z.array(z.string().max(2)).max(12)]).optional(),
});
export type PlanQuery = z.infer<typeof planQuery>;

const occurrences: readonly (readonly [PlanRule['occurrence'], TextKey])[] = [
  [1, 'plan.first'],
  [2, 'plan.second'],
  [3, 'plan.third'],
  [4, 'plan.fourth'],
  ['last', 'plan.last'],
];

/** The rule in the address; null while none is tried. */
export function ruleOf(query: PlanQuery): PlanRule | null {
  if (query.veckodag === undefined || query.vilken === undefined) return null;
  const months = [query.manad ?? []]
    .flat()
    .map(Number)
    .filter((month) => Number.isInteger(month) && month >= 1 && month <= 12);
  const occurrence =
    query.vilken === 'last' ? 'last' : occurrences.find(([name]) => String(name) === query.vilken)?.[0];
  return { weekday: query.veckodag as Weekday, occurrence: occurrence ?? 3, months };
}

/** The days a rule proposes that are not planned yet and have not passed. */
export function proposedDays(rule: PlanRule, year: number, planned: ReadonlySet<Day>, today: Day): Day[] {
  return planByRule(rule, year).filter((day) => !planned.has(day) && day >= today);
}

// January 2024 begins on a Monday.

/** The choices of the rule's form: the rule that is tried, else the plan's own, else third Fridays. */
export function ruleChoices(lang: Language, rule: PlanRule | null, year: number) {
  const shown = rule ?? { weekday: 5, occurrence: 3, months: [] };
  const weekdays = [1, 2, 3, 4, 5].map((weekday): Option => ({
    value: String(weekday),
    text: weekdayText(lang, dayFrom(2024, 1, weekday)),
    selected: weekday === shown.weekday,
  }));
  return {
    weekdays,
    occurrences: occurrences.map(([value, key]): Option => ({
      value: String(value),
      text: text(lang, key),
      selected: value === shown.occurrence,
    })),
    months: Array.from({ length: 12 }, (_, index): Option => {
      const month = index + 1;
      return {
        value: String(month),
        text: monthText(lang, dayFrom(year, month, 1)).replace(` ${year}`, ''),
        selected: shown.months.includes(month),
      };
    }),
  };
}
