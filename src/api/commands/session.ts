import { adjourn } from '../../commands/meetings/session/adjourn';
import { closeMeeting } from '../../commands/meetings/session/closing/close-meeting';
import { correctPresence } from '../../commands/meetings/session/presence/correct-presence';
import { changeDecision, decideItem } from '../../commands/meetings/session/decisions/decide-item';
import {
  recordMotion,
  setPropositions,
  withdrawMotion,
} from '../../commands/meetings/session/decisions/motions';
import { openMeeting } from '../../commands/meetings/session/open-meeting';
import { recordAttendee } from '../../commands/meetings/session/presence/record-attendee';
import { recordPresence } from '../../commands/meetings/session/presence/record-presence';
import { recordRollCall } from '../../commands/meetings/session/presence/record-roll-call';
import {
  announceReservation,
  handInReservationReason,
  withdrawReservation,
} from '../../commands/meetings/session/reservations';
import { setPresiding } from '../../commands/meetings/session/set-presiding';
import { setVerification } from '../../commands/meetings/session/set-verification';
import { takeItem } from '../../commands/meetings/session/take-item';
import {
  castBallots,
  closeVote,
  correctBallots,
  openVote,
} from '../../commands/meetings/session/decisions/votes';
import { Decided } from '../../contracts/meetings/session/decisions';
import { TakenItem } from '../../contracts/meetings/session/items';
import { Adjourned, ClosedMeeting, OfSession, OpenedMeeting } from '../../contracts/meetings/session/meeting';
import { OfItem, RecordedMotion } from '../../contracts/meetings/session/motions';
import { RecordedAttendee, RecordedPresence } from '../../contracts/meetings/session/presence';
import { AnnouncedReservation } from '../../contracts/meetings/session/statements';
import { ClosedVote, CorrectedBallots, OfVote, OpenedVote } from '../../contracts/meetings/session/votes';
import { expose, type ExposedCommand } from '../exposed-command';

/** What is recorded in a session. */
export const session: readonly ExposedCommand[] = [
  expose(openMeeting, { result: OpenedMeeting, receipt: 'session.opened', summary: 'Open the meeting' }),
  expose(recordRollCall, {
    result: RecordedPresence,
    receipt: 'session.rollRecorded',
    summary: 'Record the roll call',
  }),
  expose(recordPresence, {
    result: RecordedPresence,
    receipt: 'session.presenceRecorded',
    summary: 'Record who comes, goes, is seated or unseated',
  }),
  expose(correctPresence, {
    result: RecordedPresence,
    receipt: 'session.presenceCorrected',
    summary: 'Correct a note of attendance',
  }),
  expose(recordAttendee, {
    result: RecordedAttendee,
    receipt: 'session.attendeeRecorded',
    summary: 'Record someone else in the room',
  }),
  expose(adjourn, { result: Adjourned, receipt: 'session.adjourned', summary: 'Adjourn for some minutes' }),
  expose(takeItem, { result: TakenItem, receipt: 'session.taken', summary: 'Open an item' }),
  expose(recordMotion, {
    result: RecordedMotion,
    receipt: 'session.motionRecorded',
    summary: 'Record a motion',
  }),
  expose(withdrawMotion, {
    result: RecordedMotion,
    receipt: 'session.motionWithdrawn',
    summary: 'Withdraw a motion',
  }),
  expose(setPropositions, {
    result: OfItem,
    receipt: 'session.propositionsSaved',
    summary: 'Save the order of propositions',
  }),
  expose(openVote, { result: OpenedVote, receipt: 'session.voteOpened', summary: 'Open a roll-call vote' }),
  expose(castBallots, { result: OfVote, receipt: 'session.voteCast', summary: 'Record the whole roll call' }),
  expose(correctBallots, {
    result: CorrectedBallots,
    receipt: 'session.voteCorrected',
    summary: 'Correct the roll call of an open vote',
  }),
  expose(closeVote, { result: ClosedVote, receipt: 'session.voteClosed', summary: 'Close a vote' }),
  expose(decideItem, { result: Decided, receipt: 'session.decided', summary: 'Record a decision' }),
  expose(changeDecision, {
    result: Decided,
    receipt: 'session.decided',
    summary: 'Change a recorded decision',
  }),
  expose(announceReservation, {
    result: AnnouncedReservation,
    receipt: 'session.announced',
    summary: 'Announce a reservation, separate statement or note',
  }),
  expose(withdrawReservation, {
    result: AnnouncedReservation,
    receipt: 'session.statementWithdrawn',
    summary: 'Take back a reservation, statement or note before the meeting closes',
  }),
  expose(handInReservationReason, {
    result: AnnouncedReservation,
    receipt: 'session.reasonHandedIn',
    summary: 'Hand in the written reason of a reservation',
  }),
  expose(setPresiding, {
    result: OfSession,
    receipt: 'session.presidingSaved',
    summary: 'Say who presides where neither chair nor vice chair serves',
  }),
  expose(setVerification, {
    result: OfSession,
    receipt: 'session.verificationSaved',
    summary: 'Record verifiers, day, time and place',
  }),
  expose(closeMeeting, { result: ClosedMeeting, receipt: 'session.closed', summary: 'Close the meeting' }),
];
