import type { RulesOfProcedure } from '../../../../domain/bodies/rules-of-procedure';
import { chainBefore, deadlinesAfter } from '../../../../domain/meetings/plan/deadlines';
import type { Day } from '../../../../domain/time/day';
import { dayText } from '../../../../i18n/dates';
import type { Language } from '../../../../i18n/languages';
import { text } from '../../../../i18n/texts';
import type { RulesInForce } from '../../../../store/queries/meetings/plan/plan-rules';
import { deadlineName } from '../overview/overview-deadlines';

export interface ChainLine {
  readonly name: string;
  readonly text: string;
  readonly datetime: Day;
  readonly note: string;
  readonly rule: string;
}

/** The chain of deadlines of a day: backwards with the last office day, forwards as early as they can be (M-1). */
export function chainOf(lang: Language, day: Day, { rules, decidedBy }: RulesInForce): ChainLine[] {
  const ownRule = text(lang, 'meetings.rulesOf', { decidedBy });
  const before = chainBefore(rules, day).map((deadline): ChainLine => {
    const { kind, day: at, officeDay } = deadline;
    const moved = officeDay !== null && officeDay !== at;
    return {
      name: deadlineName(lang, kind),
      text: dayText(lang, at),
      datetime: at,
      note: moved ? text(lang, 'plan.officeDay', { day: dayText(lang, officeDay) }) : '',
      rule: deadline.law ?? ownRule,
    };
  });
  return [...before, ...forwards(lang, day, rules, ownRule)];
}

function forwards(lang: Language, day: Day, rules: RulesOfProcedure, ownRule: string): ChainLine[] {
  return deadlinesAfter(rules, day).map((deadline) => ({
    name: deadlineName(lang, deadline.kind),
    text: dayText(lang, deadline.day),
    datetime: deadline.day,
    note: deadline.basis === 'meetingDate' ? '' : text(lang, 'plan.asIfLast'),
    rule: deadline.law ?? ownRule,
  }));
}
