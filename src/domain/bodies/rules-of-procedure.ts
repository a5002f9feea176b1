import type { ClockTime } from '../time/stockholm';

/** The order among a principal's substitutes (KL 6:16-17, M-5). */
export type SubstituteOrder =
  /** The substitute of the absent member's own seat number first, then the others in order. */
  | 'paired'
  /** Substitutes of the absent member's party first, then the others in order. */
  | 'partyFirst'
  /** The order of the list alone. */
  | 'list';

/** When a row of numbers begins anew (B-8). */
export type NumberingPeriod = 'meeting' | 'year' | 'term';

/** How many must be there for the body to decide. */
export type QuorumRule =
  /** KL 6:27: more than half of the seats. */
  | 'moreThanHalfOfSeats'
  /** A body without a rule of its own: those who came decide. */
  | 'anyPresent';

/** Where the body announces verified minutes (KL 8:12, 9:32). */
export type NoticeBoards = 'everyPrincipal' | 'hostPrincipal' | 'none';

/**
 * A body's own settings (B-1). One version of them, with its validity and deciding paragraph, is a row; a meeting is
 * bound to the version in force on its day when it is summoned. Days are calendar days.
 */
export interface RulesOfProcedure {
  /** Whether Swedish municipal law (KL) governs the body: true for boards, false for councils and groups. */
  readonly municipalLaw: boolean;
  /** Whether the public may attend, items of KL 6:25 apart. */
  readonly openMeetings: boolean;

  /** Days before the meeting when a matter must be handed in, at {@link submissionDeadlineTime}. */
  readonly submissionDeadlineDays: number;
  readonly submissionDeadlineTime: ClockTime;
  /** Days before that when those who write for the meeting are reminded. */
  readonly submissionReminderDays: number;
  /** Days before the meeting when its working committee (arbetsutskott, beredning) meets; null when the body has none. */
  readonly workingCommitteeDays: number | null;
  /** Days before the meeting when the papers should be out. */
  readonly paperDays: number;
  /** Days before the meeting when the summons must be out. */
  readonly summonsDays: number;
  /** What a summons sent after its day meets: a warning with a reason, or a refusal. */
  readonly lateSummons: 'warn' | 'refuse';
  /** Days before the summons day when the secretary is reminded. */
  readonly summonsReminderDays: number;
  /** Days before the meeting when the secretary is told who has not opened the summons. */
  readonly unopenedSummonsDays: number;

  /** Whether members may take part remotely (KL 6:24: the council decides to what extent). */
  readonly remoteParticipation: boolean;
  /** The decision that allows it; null when it is not allowed, or KL does not govern the body. */
  readonly remoteParticipationDecision: string | null;
  /** Days before the meeting when a member must have asked for it. */
  readonly remoteRequestDays: number;

  /** Hours a substitute has to answer before the next one is asked. */
  readonly substituteAnswerHours: number;
  /** The order of principals that have no order of their own in {@link substituteOrderByPrincipal}. */
  readonly substituteOrder: SubstituteOrder;
  /** Orders that single principals have decided, by principal id. */
  readonly substituteOrderByPrincipal: Readonly<Record<string, SubstituteOrder>>;
  /** A member who arrives late serves although a substitute has gone in (after KL 5:19). */
  readonly lateMemberTakesSeat: boolean;
  /** Whoever broke off for another cause than recusal does not serve again that day (after KL 5:20). */
  readonly leaverMayNotReturn: boolean;

  readonly quorum: QuorumRule;
  readonly agendaNumbering: NumberingPeriod;
  readonly paragraphNumbering: NumberingPeriod;
  /** A withdrawn item keeps its paragraph with «utgår» instead of leaving its number to the next item. */
  readonly withdrawnItemKeepsNumber: boolean;

  /** Verifiers beside the chair. */
  readonly verifiersCount: number;
  /** KL 5:69 via 6:35: at the latest this many days after the meeting. */
  readonly verificationDays: number;
  /** Days before the last day of verification when those who have not signed are reminded. */
  readonly verificationReminderDays: readonly number[];
  /** Whether minutes may be verified by a signed-in act. */
  readonly digitalVerification: boolean;
  /** The council's decision on digital verification; null when it is not allowed, or KL does not govern the body. */
  readonly digitalVerificationDecision: string | null;

  readonly noticeBoards: NoticeBoards;
  /** KL 8:12: announced at the latest this many days after verification. */
  readonly noticeWithinDays: number;
  /** KL 13:5: weeks from the announcement. */
  readonly appealWeeks: number;
  /** The court that tries the legality of decisions (KL 13:1), such as "Förvaltningsrätten i Västerdal"; null where none is named. */
  readonly appealCourt: string | null;
  /** Where appeals are sent (KL 13:5), one line each; empty where no court is named. */
  readonly appealCourtAddress: readonly string[];

  /**
   * Days after the notice was taken down that it is listed, and the copy of its minutes shown to everyone (M-16); null
   * for no end. The original stays.
   */
  readonly publishedDays: number | null;

  /** KL 4:27. */
  readonly reservations: boolean;
  readonly separateStatements: boolean;
  readonly minutesNotes: boolean;

  /** Days after the meeting by which recipients and owners of assignments should have reported back; null for no such day. */
  readonly reportBackDays: number | null;
  /** Days after an extract was sent when a recipient who has not confirmed it is reminded (M-12). */
  readonly receiptReminderDays: number;
  /** Days before the day of an assignment when its owner is reminded (M-13). */
  readonly assignmentReminderDays: number;
}
