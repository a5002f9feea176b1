import type { AgendaItemKind } from './agenda-item';

/** An item that the body has at every meeting: the opening, the verifier, the next meeting (M-3). Shipped as data. */
export interface AgendaTemplateItem {
  /** What the item does in the cycle, such as "verifier". */
  readonly key: string;
  readonly kind: AgendaItemKind;
  readonly title: string;
  /** Standard sentences, with {facts} that the meeting fills. */
  readonly proposal: readonly string[];
  /** A standard sentence that proposes nothing, such as that the previous minutes are verified. */
  readonly note?: string;
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
  readonly note?: string;
  /** Facts that the meeting does not know yet; their sentences are left out until it does. */
  readonly waitsFor: readonly string[];
}

const placeholder = /\{(\p{L}+)\}/gu;

const named = (sentence: string): string[] =>
  [...sentence.matchAll(placeholder)].map((match) => match[1] ?? '');

/** M-3: the formal items of a meeting, their standard sentences filled with what is known. */
export function fillTemplate(
  template: readonly AgendaTemplateItem[],
  facts: Readonly<Record<string, string>>,
): FilledTemplateItem[] {
  const lacking = (sentence: string) => named(sentence).filter((name) => facts[name] === undefined);
  const fill = (sentence: string) =>
    sentence.replace(placeholder, (_match, name: string) => facts[name] ?? '');
  return template.map(({ key, kind, title, placement, proposal, note }) => {
    const sentences = [...proposal, ...(note === undefined ? [] : [note])];
    const known = note !== undefined && lacking(note).length === 0;
    return {
      key,
      kind,
      title,
      placement,
      points: proposal.filter((sentence) => lacking(sentence).length === 0).map(fill),
      ...(known ? { note: fill(note) } : {}),
      waitsFor: [...new Set(sentences.flatMap(lacking))],
    };
  });
}
