import type { Day } from '../time/day';
import type { TaskKind } from './task-kinds';

/** The meeting that a task is about, told by its day. */
interface OfMeeting {
  readonly day: Day;
}

/**
 * What the sentence of each kind of task is filled with. Days stand as 'YYYY-MM-DD' and are written in the reader's
 * language; the body's name is there for every kind (`{body}`).
 */
export interface TaskFacts extends Record<TaskKind, object> {
  /** The matter's number, or the memo's title where it has none. */
  readonly writeMemo: { readonly matter: string };
  readonly buildAgenda: OfMeeting;
  /** How many memos on their way to the meeting are not ready. */
  readonly memosLate: OfMeeting & { readonly count: number };
  /** The item's number, and the matter as in `writeMemo`. */
  readonly addMemo: OfMeeting & { readonly item: string; readonly matter: string };
  readonly approvalWaiting: OfMeeting;
  readonly approveAgenda: OfMeeting;
  readonly agendaReturned: OfMeeting;
  readonly issueSummons: OfMeeting;
  /** How many have not opened the summons. */
  readonly ringUnopened: OfMeeting & { readonly count: number };
  readonly answerSubstituteAsk: OfMeeting;
  readonly noSubstituteLeft: OfMeeting & { readonly principal: string };
  readonly decideRemote: OfMeeting & { readonly person: string };
  readonly readPapers: OfMeeting;
  readonly openMeeting: OfMeeting;
  readonly closeMeeting: OfMeeting;
  readonly writeReservationReason: OfMeeting;
  readonly writeMinutes: OfMeeting;
  readonly answerComments: OfMeeting;
  readonly verifyMinutes: OfMeeting;
  readonly verificationLate: OfMeeting;
  readonly boardsToPost: OfMeeting & { readonly postingDay: Day };
  readonly postNotice: OfMeeting & { readonly postingDay: Day };
  readonly noticeBounced: OfMeeting & { readonly principal: string; readonly postingDay: Day };
  readonly noticeLate: OfMeeting & { readonly principal: string };
  readonly noticeMissing: OfMeeting & { readonly principal: string };
  readonly askCourt: OfMeeting;
  readonly takeDownNotice: OfMeeting;
  readonly certifyExtracts: OfMeeting;
  /** "§ 12" or "§§ 12–14". */
  readonly receiveExtract: OfMeeting & { readonly paragraphs: string };
  readonly extractBounced: OfMeeting & { readonly recipient: string };
  readonly replyMissing: OfMeeting & { readonly recipient: string };
  readonly receiptMissing: OfMeeting & { readonly recipient: string };
  /** The words that the body used, such as "hösten 2026". */
  readonly confirmDueDay: { readonly words: string };
  readonly reportAssignment: { readonly assignment: string };
  readonly assignmentLate: { readonly assignment: string };
}
