import type { RulesOfProcedure } from '../../bodies/rules-of-procedure';
import type { Day } from '../../time/day';
import type { ClockTime } from '../../time/stockholm';
import type { RecordedParagraph } from '../recorded-paragraph';
import type { SignerRole } from './verification';

/** A paragraph of the minutes as it stands: what was recorded, and the texts written beside it. */
export interface WrittenParagraph {
  readonly id: string;
  readonly itemId: string;
  readonly number: number;
  /** Belongs to a closed item: nothing of it is published but its number and public title (KL 6:25). */
  readonly closed: boolean;
  readonly publicTitle: string | null;
  readonly record: RecordedParagraph;
  /** Samråd-text 1. */
  readonly summary: string;
  readonly background: string;
  /** The supporting documents as the item names them, in order. */
  readonly supporting: readonly { readonly label: string; readonly registryNumber: string | null }[];
}

/** Whoever was in the room without serving, with the paragraphs they were there for; none: all. */
export interface PresentPerson {
  readonly name: string;
  readonly party: string;
  readonly principal: string;
  readonly paragraphs: readonly number[];
  readonly remote: boolean;
}

/** An official or presenter in the room. */
export interface OtherPresent {
  readonly name: string;
  readonly capacity: string;
  /** Null: the whole meeting. */
  readonly paragraph: number | null;
}

/** One who signs the minutes, and when they did. */
export interface WrittenSigner {
  readonly role: SignerRole;
  readonly name: string;
  /** As they served at the meeting; empty for one who has no seat. */
  readonly party: string;
  /** The paragraphs that a chair presided over, where several did; null for all. */
  readonly presided: readonly number[] | null;
  readonly replacedReason: string | null;
  readonly signedAt: Date | null;
  readonly dissent: string | null;
}

/** Everything that the minutes are set from (M-9, law.md A16). */
export interface WrittenMinutes {
  readonly body: string;
  readonly host: string;
  readonly hostMailbox: string;
  readonly meetingDay: Day;
  readonly place: string;
  readonly openedAt: Date;
  readonly closedAt: Date;
  readonly adjournments: readonly { readonly from: Date; readonly minutes: number }[];
  readonly paragraphs: readonly WrittenParagraph[];
  readonly notServing: readonly PresentPerson[];
  readonly others: readonly OtherPresent[];
  readonly signers: readonly WrittenSigner[];
  readonly verification: { readonly day: Day; readonly time: ClockTime; readonly place: string };
  /** Where and by when the verification is announced, and how long it stays up (KL 8:12, 13:5). */
  readonly announcing: Pick<
    RulesOfProcedure,
    'municipalLaw' | 'noticeBoards' | 'noticeWithinDays' | 'appealWeeks'
  >;
}

/** What the verified copy says beside the text that was signed. */
export interface VerifiedFacts {
  /** SHA-256 of the PDF that was signed. */
  readonly sha256: string;
  readonly verifiedOn: Day;
}
