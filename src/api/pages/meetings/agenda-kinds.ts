import type { AgendaItemKind } from '../../../domain/meetings/agenda-item';
import type { Language } from '../../../i18n/languages';
import { text, type TextKey } from '../../../i18n/texts';

export const kindWords: Readonly<Record<AgendaItemKind, TextKey>> = {
  formality: 'meetings.kindFormality',
  decision: 'meetings.kindDecision',
  information: 'meetings.kindInformation',
  delegatedDecisions: 'meetings.kindDelegatedDecisions',
  notifications: 'meetings.kindNotifications',
};

/** "Beslutsärende" */
export function kindText(lang: Language, kind: AgendaItemKind): string {
  return text(lang, kindWords[kind]);
}
