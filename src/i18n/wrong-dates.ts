import { wrongDates } from '../domain/time/swedish-dates';
import { dayText } from './dates';
import type { Language } from './languages';
import { text } from './texts';

/**
 * A line for each date in the texts that cannot be right (case 10), with the day that it really is.
 * @param place where the texts stand, such as "Punkt 5" or "§ 12"
 */
export function wrongDateLines(
  lang: Language,
  place: string,
  texts: readonly (string | null)[],
): readonly string[] {
  return wrongDates(texts).map(({ words, day }) =>
    day === null
      ? text(lang, 'general.noSuchDate', { place, words })
      : text(lang, 'general.wrongDate', { place, words, day: dayText(lang, day) }),
  );
}
