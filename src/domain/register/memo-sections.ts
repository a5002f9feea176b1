/** The sections of an official memo, in the order they stand in. The dispatch list is chosen, not written. */
export const memoSectionKeys = [
  'proposedDecision',
  'summary',
  'description',
  'background',
  'outlook',
  'currentState',
  'alternatives',
  'operationalConsequences',
  'legalConsequences',
  'administrativeConsequences',
  'financialConsequences',
  'environment',
  'childRights',
  'residents',
  'followUp',
] as const;

export type MemoSectionKey = (typeof memoSectionKeys)[number];

export interface MemoSectionRule {
  /** The heading of the document: Swedish by law (språklagen 10 §). */
  readonly heading: string;
  /** 3: stands under the section of level 2, or the group, before it. */
  readonly level: 2 | 3;
  /** A heading without text of its own that gathers the sections from this one on. */
  readonly group?: string;
  /**
   * `text`: must be written. `answer`: text, or a reason why it does not apply. `free`: left out when empty.
   */
  readonly demand: 'text' | 'answer' | 'free';
}

export const memoSections: Readonly<Record<MemoSectionKey, MemoSectionRule>> = {
  proposedDecision: { heading: 'Förslag till beslut', level: 2, demand: 'text' },
  summary: { heading: 'Ärendet i korthet', level: 2, demand: 'text' },
  description: { heading: 'Detaljerad beskrivning av ärendet', level: 2, demand: 'free' },
  background: { heading: 'Bakgrund', level: 3, demand: 'free' },
  outlook: { heading: 'Omvärldsbevakning', level: 3, demand: 'free' },
  currentState: { heading: 'Nuläge', level: 3, demand: 'free' },
  alternatives: { heading: 'Andra förskrivningsbara hjälpmedel som alternativ', level: 3, demand: 'free' },
  operationalConsequences: {
    heading: 'Verksamhetsmässiga konsekvenser',
    level: 3,
    group: 'Verksamhetsmässiga och ekonomiska konsekvenser',
    demand: 'free',
  },
  legalConsequences: { heading: 'Juridiska konsekvenser', level: 3, demand: 'free' },
  administrativeConsequences: { heading: 'Administrativa konsekvenser', level: 3, demand: 'free' },
  financialConsequences: { heading: 'Ekonomiska konsekvenser', level: 3, demand: 'free' },
  environment: { heading: 'Miljöperspektiv', level: 3, group: 'Hållbarhet', demand: 'answer' },
  childRights: { heading: 'Barnrättsperspektiv', level: 3, demand: 'answer' },
  residents: { heading: 'Invånarperspektiv', level: 3, demand: 'answer' },
  followUp: { heading: 'Uppföljning', level: 2, demand: 'free' },
};

/** The heading over the recipients of the decision. */
export const dispatchHeading = 'Beslutet skickas till';

/** Whether a text names a section. */
export function isMemoSection(text: string): text is MemoSectionKey {
  return (memoSectionKeys as readonly string[]).includes(text);
}
