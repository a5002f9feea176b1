import type { AgendaItemKind } from '../../../../domain/meetings/agenda/agenda-item';
import type { Language } from '../../../../i18n/languages';
import { text, type TextKey } from '../../../../i18n/texts';
import type { Option } from '../../../render/lists';

const kindWords: Readonly<Record<AgendaItemKind, TextKey>> = {
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

/** The kinds as choices of a form. @param value the one that is chosen */
export function kindOptions(lang: Language, value: string): Option[] {
  return (Object.keys(kindWords) as AgendaItemKind[]).map((kind) => ({
    value: kind,
    text: kindText(lang, kind),
    selected: kind === value,
  }));
}
