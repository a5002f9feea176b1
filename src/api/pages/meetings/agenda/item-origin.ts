import { dayText } from '../../../../i18n/dates';
import type { Language } from '../../../../i18n/languages';
import { text } from '../../../../i18n/texts';
import type { ItemOrigin } from '../../../../store/queries/meetings/agenda/agenda-origins';
import { outcomeText } from '../session/session-decision';

/** "Återremiss 8 januari 2027, § 8: Kostnaden ska beskrivas." What was asked for is what the item comes back for. */
export function originText(lang: Language, { day, paragraph, outcome, reason }: ItemOrigin): string {
  const words = { outcome: outcomeText(lang, outcome), day: dayText(lang, day), reason };
  return paragraph === null
    ? text(lang, 'agenda.origin', words)
    : text(lang, 'agenda.originParagraph', { ...words, number: paragraph });
}
