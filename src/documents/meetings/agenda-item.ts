import type { SamradText } from '../document-frame';

/** One item as it reads in the summons and on the agenda; what is left out is not printed. */
export interface AgendaItemText {
  /** Number on the agenda, such as "6". */
  readonly number: string;
  /** The public title where the item is closed and the reader may not see the other. */
  readonly title: string;
  readonly registryNumber?: string;
  /** Such as "Extra ärende" or "Stängd överläggning". */
  readonly mark?: string;
  /** Sentence without a heading, such as "Anmäls att protokoll från sammanträdet 2026-01-15 justerats i föreskriven ordning." */
  readonly note?: SamradText;
  /** Ärendet i korthet. */
  readonly summary?: SamradText;
  /** Förslag till beslut: one sentence, or numbered points. */
  readonly proposal?: readonly SamradText[];
  /** Expedieras till. */
  readonly dispatchTo?: readonly string[];
  /** Beslutsunderlag. */
  readonly supporting?: readonly string[];
  /** What is only reported, under its own heading instead of "Ärendet i korthet" and "Beslutsunderlag". */
  readonly reported?: ReportedDocuments;
  /** Sub-items with their own texts (M-20). */
  readonly subItems?: readonly AgendaSubItemText[];
}

export interface ReportedDocuments {
  /** "Delegeringsbeslut" or "Anmälningar". */
  readonly heading: string;
  /** What the item says itself, such as a list of what is kept in another register. */
  readonly text?: SamradText;
  readonly documents: readonly { readonly registryNumber?: string; readonly title: string }[];
}

export interface AgendaSubItemText {
  /** Such as "5.1" or "a". */
  readonly number: string;
  readonly title: string;
  readonly presenter?: string;
  readonly summary?: SamradText;
  readonly proposal?: readonly SamradText[];
}
