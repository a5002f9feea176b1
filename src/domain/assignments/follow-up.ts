import type { RulesOfProcedure } from '../bodies/rules-of-procedure';
import { addDays, addMonths, compareDays, dayFrom, isDay, type Day } from '../time/day';
import { monthNumber } from '../time/swedish-dates';

/** The span of days that vague words mean. */
export interface Season {
  readonly from: Day;
  readonly to: Day;
}

/** A concrete day for vague words, shown beside them until the secretary confirms it (M-13). */
export interface FollowUpProposal {
  readonly season: Season;
  /** The paper deadline of {@link meetingDay}; null when the body has no meeting planned in the season. */
  readonly proposedDay: Day | null;
  readonly meetingDay: Day | null;
}

const seasonWords = /(?<!\p{L})(?<word>vår|våren|höst|hösten|året|år)\s+(?<year>\d{4})\b/iu;
const quarterWords = /(?<!\p{L})(?<word>första|andra|tredje|fjärde)\s+kvartalet\s+(?<year>\d{4})\b/iu;
const monthWords = /(?<word>\p{L}+)\s+(?<year>\d{4})\b/gu;
const quarters = ['första', 'andra', 'tredje', 'fjärde'];

function months(year: number, first: number, count: number): Season {
  const from = dayFrom(year, first, 1);
  return { from, to: addDays(addMonths(from, count), -1) };
}

/**
 * M-13: what "hösten 2026", "andra kvartalet 2026", "maj 2026" or a written day mean: spring to 30 June, autumn to
 * 31 December. Undefined when the words name no time.
 */
export function seasonOf(words: string): Season | undefined {
  const text = words.trim().toLowerCase();
  if (isDay(text)) return { from: text, to: text };
  const season = seasonWords.exec(text)?.groups;
  if (season !== undefined) {
    const year = Number(season['year']);
    const word = season['word'] ?? '';
    if (word.startsWith('år')) return months(year, 1, 12);
    return word.startsWith('vår') ? months(year, 1, 6) : months(year, 7, 6);
  }
  const quarter = quarterWords.exec(text)?.groups;
  if (quarter !== undefined)
    return months(Number(quarter['year']), 1 + 3 * quarters.indexOf(quarter['word'] ?? ''), 3);
  for (const { groups } of text.matchAll(monthWords)) {
    const month = monthNumber(groups?.['word'] ?? '');
    if (month !== undefined) return months(Number(groups?.['year']), month, 1);
  }
  return undefined;
}

/**
 * M-13: the proposed day is the paper deadline of the body's last planned meeting in the season, so that the report
 * reaches it. A deadline that has passed today is no proposal.
 */
export function followUpProposal(
  words: string,
  rules: RulesOfProcedure,
  planned: readonly Day[],
  today: Day,
): FollowUpProposal | undefined {
  const season = seasonOf(words);
  if (season === undefined) return undefined;
  const meetingDay =
    planned
      .filter((day) => day >= season.from && day <= season.to)
      .sort(compareDays)
      .at(-1) ?? null;
  const deadline = meetingDay === null ? null : addDays(meetingDay, -rules.paperDays);
  return deadline === null || deadline < today
    ? { season, proposedDay: null, meetingDay: null }
    : { season, proposedDay: deadline, meetingDay };
}
