import type { Day } from '../time/day';
import type { PresenceMode } from './session/attendance';
import type { Motion } from './session/motions';
import type { Outcome } from './session/outcomes';
import type { RecusalGround } from './session/recusal';
import type { StatementKind } from './session/reservations';
import type { Choice } from './session/voting';

/** A seat holder as the minutes name them. */
export interface RecordedPerson {
  readonly personId: string;
  readonly seatId: string;
  readonly name: string;
  readonly party: string;
  readonly principal: string;
  readonly office: 'chair' | 'viceChair' | null;
}

/** Somebody who had no part in the item. A record from before the grounds were kept has the person alone. */
export interface RecordedRecusal extends RecordedPerson {
  /** The person's own announcement, or the body's decision in a dispute (KL 6:30). */
  readonly decidedBy?: 'self' | 'body';
  readonly ground?: RecusalGround;
  /** The circumstance, where the ground is "other". */
  readonly note?: string | null;
  /** The former meeting that it came from with the item (KL 6:30). */
  readonly from?: { readonly day: Day; readonly paragraph: number | null };
}

/**
 * What was recorded of one item when the meeting was closed: the record blocks of a paragraph (KL 5:65-67 via 6:35).
 * Written to `paragraph.record`; changed only by correcting the record, never in the text.
 */
export interface RecordedParagraph {
  readonly format: 1;
  readonly agendaNumber: number | null;
  readonly title: string;
  readonly kind: string;
  readonly registryNumber: string | null;
  /** The item was withdrawn and keeps its number with "utgår". */
  readonly withdrawn: boolean;
  /** Who served, each with the member they sat for when they are a substitute. */
  readonly serving: readonly (RecordedPerson & {
    readonly mode: PresenceMode;
    readonly servesFor: string | null;
  })[];
  /** Those who were at the meeting and had no part in the item. */
  readonly recused: readonly RecordedRecusal[];
  /** Those whom the body found not to be recused, in a dispute (KL 6:30). */
  readonly notRecused?: readonly RecordedPerson[];
  /** The agenda's formal item of other questions; records from before it was kept have nothing here. */
  readonly otherQuestions?: true;
  /** More than half of the seats: how many served and how many were needed. */
  readonly quorum: { readonly serving: number; readonly needed: number; readonly quorate: boolean };
  readonly presenters: readonly string[];
  readonly proposal: readonly string[];
  /** Motions that were not withdrawn, in the order made; records of before kinds were kept have none. */
  readonly motions: readonly {
    readonly by: string;
    readonly party: string;
    readonly kind?: Motion['kind'];
    readonly text: string;
  }[];
  readonly propositions: readonly { readonly words: string; readonly carried: boolean | null }[];
  readonly votes: readonly {
    readonly number: number;
    readonly yesMeans: string;
    readonly noMeans: string;
    readonly ballots: readonly { readonly name: string; readonly party: string; readonly choice: Choice }[];
    readonly yes: number;
    readonly no: number;
    readonly abstained: number;
    readonly castingVote: boolean;
    readonly result: 'yes' | 'no';
  }[];
  readonly outcome: Outcome | null;
  readonly points: readonly string[];
  readonly reason: string | null;
  readonly effectiveOn: Day | null;
  readonly condition: string | null;
  readonly assignments: readonly {
    readonly kind: 'assignment' | 'condition';
    readonly owner: string;
    readonly text: string;
    readonly dueWords: string | null;
    readonly dueDay: Day | null;
  }[];
  readonly statements: readonly {
    readonly kind: StatementKind;
    readonly name: string;
    readonly party: string;
    readonly reason: string | null;
  }[];
  /** Names on the dispatch list, as the item has them. */
  readonly dispatchTo: readonly string[];
  /** M-20: the sub-items that were taken up on their own, in order; those that were not stand in the item's summary. */
  readonly subItems?: readonly RecordedSubItem[];
}

/** What was recorded of a sub-item: within its item's paragraph. */
export interface RecordedSubItem extends Omit<RecordedParagraph, 'subItems'> {
  readonly itemId: string;
  /** On the agenda, such as "8.1". */
  readonly label: string;
}
