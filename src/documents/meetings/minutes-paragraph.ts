import type { ReportedDocuments } from './agenda-item';
import type { SamradText } from '../document-frame';

/**
 * One paragraph of the minutes, in finished words (KL 5:65-67): summary, background, what was recorded, supporting documents,
 * recipients, sub-items.
 */
export interface MinutesParagraphText extends RecordText {
  /** Such as "§ 17". */
  readonly number: string;
  readonly title: string;
  readonly registryNumber?: string;
  /** Such as "Paragrafen är omedelbart justerad" or "Stängd överläggning". */
  readonly mark?: string;
  /** Sammanfattning. */
  readonly summary?: SamradText;
  /** Bakgrund. */
  readonly background?: SamradText;
  /** Beslutsunderlag. */
  readonly supporting?: readonly string[];
  /** What was only reported, under its own heading instead of "Sammanfattning" and "Beslutsunderlag". */
  readonly reported?: ReportedDocuments;
  /** Expedieras till. */
  readonly dispatchTo?: readonly string[];
  /** Sub-items that were taken up on their own (M-20). */
  readonly subItems?: readonly SubItemText[];
}

/** A sub-item in its item's paragraph. */
export interface SubItemText extends RecordText {
  /** With its number on the agenda. */
  readonly title: string;
  readonly registryNumber?: string;
  readonly dispatchTo?: readonly string[];
}

/** What was recorded of an item or a sub-item. */
export interface RecordText {
  /** Förslag till beslut. */
  readonly proposal?: readonly SamradText[];
  /** Jäv: who did not take part, one sentence each (KL 6:28-30). */
  readonly recusals?: readonly SamradText[];
  /** Who served for this item alone, one sentence each, such as a substitute for a recused member. */
  readonly serving?: readonly SamradText[];
  /** Yrkanden that were not withdrawn. */
  readonly motions?: readonly SamradText[];
  /** Propositionsordning. */
  readonly orderOfPropositions?: SamradText;
  /** Votes before the one that decided, such as on what is put against the main proposal. */
  readonly earlierVotes?: readonly VoteText[];
  readonly vote?: VoteText;
  readonly decision?: DecisionText;
  /** Reservationer (KL 4:27). */
  readonly reservations?: readonly StatementText[];
  /** Särskilda yttranden. */
  readonly separateStatements?: readonly StatementText[];
  /** Protokollsanteckningar. */
  readonly notes?: readonly StatementText[];
}

export interface DecisionText {
  /** Such as "Gemensam hjälpmedelsnämnd beslutar:"; left out for a decision in one sentence. */
  readonly lead?: string;
  readonly points: readonly SamradText[];
  /** What a conditional decision asks for and by when, or from when it is in force. */
  readonly terms?: SamradText;
}

/** An open vote by roll call: everybody's choice is printed (KL 5:66). A secret ballot has a result and no rows. */
export interface VoteText {
  /** How the question was put: what yes and no mean. */
  readonly question: SamradText;
  readonly rows: readonly VoteRow[];
  /** Such as "Med 8 ja-röster mot 6 nej-röster och 1 som avstår beslutar nämnden enligt ordförandens förslag." */
  readonly result: SamradText;
}

export interface VoteRow {
  readonly name: string;
  readonly party: string;
  readonly principal: string;
  /** "Ja", "Nej" or "Avstår". */
  readonly choice: string;
}

export interface StatementText {
  /** Who, such as "Sten Hall (SD)". */
  readonly by: string;
  /** Left out where it was announced without a written reason. */
  readonly text?: SamradText;
}
