import type { PointedRow, Pointer } from '../domain/case-files/pointers';

/** A row that is still under way. */
export interface Underway {
  readonly what: string;
  readonly stuck: boolean;
}

/** What the player asks of the rows: the test server cannot tell what is under way, they can (wake.md 20). */
export interface CaseRows {
  readonly unsettled: (now: Date) => Promise<readonly Underway[]>;
  /** The next instant at which something happens by itself. */
  readonly nextInstant: (now: Date) => Promise<Date | null>;
  /** The rows that a pointer fits. */
  readonly find: (pointer: Pointer, focus: string | null) => Promise<readonly PointedRow[]>;
  readonly meetingOn: (bodySlug: string, day: string) => Promise<string | null>;
}

/** The case's time, which the player alone moves. */
export interface CaseTime {
  readonly now: () => Promise<Date>;
  /** Moves on to the moment; one that has passed leaves time as it is. */
  readonly moveTo: (at: Date) => Promise<void>;
}
