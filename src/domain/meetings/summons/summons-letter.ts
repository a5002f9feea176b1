import type { RulesOfProcedure } from '../../bodies/rules-of-procedure';
import type { Office } from '../../bodies/body';
import type { Day } from '../../time/day';
import type { ClockTime } from '../../time/stockholm';
import type { AgendaVersionChange, AgendaVersionItem } from '../agenda/agenda-version-items';

/** A recipient as the letter lists them. */
export interface LetterPerson {
  readonly name: string;
  readonly capacity: 'member' | 'substitute' | 'other';
  readonly party: string | null;
  readonly office: Office | null;
  readonly principal: string | null;
  /** Title of an official, such as "hjälpmedelskonsulent". */
  readonly title: string | null;
  /** Where an official works, such as "Hälso- och sjukvårdsförvaltningen, Hjälpmedelscentrum". */
  readonly unit: string | null;
  /** Heads the centre or keeps the board's papers: everyone knows where, and they come first. */
  readonly boardOfficer: boolean;
}

/** A document at an item, as the letter names it. */
export interface LetterDocument {
  readonly id: string;
  readonly label: string;
  readonly registryNumber: string | null;
}

/** What a summons says: the facts of the letter and of the package that follows it (M-4). */
export interface SummonsLetter {
  readonly body: string;
  /** The principal whose organisation the board belongs to, and its address. */
  readonly host: string;
  readonly hostMailbox: string;
  readonly number: number;
  readonly day: Day;
  readonly startTime: ClockTime;
  readonly endTime: ClockTime;
  readonly place: string;
  readonly issuedAt: Date;
  readonly issuedBy: string;
  readonly changeNote: string | null;
  readonly rules: RulesOfProcedure;
  /** Letter of the approved version, and what changed since the version of the summons before. */
  readonly versionLetter: string;
  readonly changes: readonly AgendaVersionChange[];
  readonly people: readonly LetterPerson[];
  readonly items: readonly AgendaVersionItem[];
  /** Documents of the open items, by item. */
  readonly documents: Readonly<Record<string, readonly LetterDocument[]>>;
}
