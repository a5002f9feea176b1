import type { AgendaItemKind } from './agenda-item';

/** An item that the body has at every meeting: the opening, the verifier, the next meeting (M-3). Shipped as data. */
export interface AgendaTemplateItem {
  /** What the item does in the cycle, such as "verifier". */
  readonly key: string;
  readonly kind: AgendaItemKind;
  readonly title: string;
  /** Standard sentences, with {facts} that the meeting fills. */
  readonly proposal: readonly string[];
  /** Before the matters or after them. */
  readonly placement: 'first' | 'last';
}

/** A template item with its sentences filled. */
export interface FilledTemplateItem {
  readonly key: string;
  readonly kind: AgendaItemKind;
  readonly title: string;
  readonly placement: 'first' | 'last';
  readonly points: readonly string[];
  /** Facts that the meeting does not know yet; their sentences are left out until it does. */
  readonly waitsFor: readonly string[];
}

const placeholder = /\{(\w+)\}/g;

/** M-3: the formal items of a meeting, their standard sentences filled with what is known. */
export function fillTemplate(
  template: readonly AgendaTemplateItem[],
  facts: Readonly<Record<string, string>>,
): FilledTemplateItem[] {
  return template.map(({ key, kind, title, placement, proposal }) => {
    const named = (sentence: string) => [...sentence.matchAll(placeholder)].map((match) => match[1] ?? '');
    const lacking = (sentence: string) => named(sentence).filter((name) => facts[name] === undefined);
    return {
      key,
      kind,
      title,
      placement,
      points: proposal
        .filter((sentence) => lacking(sentence).length === 0)
        .map((sentence) => sentence.replace(placeholder, (_match, name: string) => facts[name] ?? '')),
      waitsFor: [...new Set(proposal.flatMap(lacking))],
    };
  });
}
