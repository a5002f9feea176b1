import type { RefusalCode } from '../refusals/catalogue';
import { allowed, refuse, type Verdict } from '../refusals/refusal';

/** Where a meeting stands, in order. A phase never goes back: what is done again is a new row. */
export const meetingPhases = [
  'planned',
  'agendaApproved',
  'summoned',
  'inSession',
  'closed',
  'verified',
  'ended',
] as const;

export type MeetingPhase = (typeof meetingPhases)[number];

/** An act on a meeting: from which phase to which it may be done, and what is said before and after. */
interface ActRule {
  readonly first: MeetingPhase;
  readonly last: MeetingPhase;
  /** Where a step leaves the meeting, when it stands earlier; null for an edit within phases. */
  readonly reaches: MeetingPhase | null;
  /** Null for an act that may be done from the first phase on. */
  readonly tooEarly: RefusalCode | null;
  readonly tooLate: RefusalCode;
}

const session = {
  first: 'inSession',
  last: 'inSession',
  tooEarly: 'meeting-not-opened',
  tooLate: 'meeting-closed',
} as const;
const beforeSession = {
  first: 'planned',
  last: 'summoned',
  tooEarly: null,
  tooLate: 'meeting-opened',
} as const;

const actRules = {
  /** An item added late is edited until the meeting is closed: KL 5:52 does not bar it in a board (law.md A3). */
  editAgenda: { ...beforeSession, last: 'inSession', tooLate: 'meeting-closed', reaches: null },
  /** Day, time and place stand in the summons: once it is out, they are changed by a new meeting. */
  changeMeeting: { ...beforeSession, last: 'agendaApproved', tooLate: 'meeting-summoned', reaches: null },
  approveAgenda: { ...beforeSession, reaches: 'agendaApproved' },
  issueSummons: {
    ...beforeSession,
    first: 'agendaApproved',
    tooEarly: 'agenda-not-approved',
    reaches: 'summoned',
  },
  reportAbsence: { ...beforeSession, reaches: null },
  requestRemote: { ...beforeSession, reaches: null },
  declareRecusal: { ...beforeSession, last: 'inSession', tooLate: 'meeting-closed', reaches: null },
  handInMotion: { ...beforeSession, last: 'inSession', tooLate: 'meeting-closed', reaches: null },
  openMeeting: { ...beforeSession, first: 'summoned', tooEarly: 'summons-not-issued', reaches: 'inSession' },
  recordPresence: { ...session, reaches: null },
  treatItem: { ...session, reaches: null },
  decideItem: { ...session, reaches: null },
  announceReservation: { ...session, tooLate: 'reservation-after-close', reaches: null },
  closeMeeting: { ...session, reaches: 'closed' },
  writeMinutes: {
    first: 'inSession',
    last: 'closed',
    tooEarly: 'meeting-not-opened',
    tooLate: 'minutes-verified',
    reaches: null,
  },
  verifyMinutes: {
    first: 'closed',
    last: 'closed',
    tooEarly: 'meeting-not-closed',
    tooLate: 'minutes-verified',
    reaches: 'verified',
  },
  announce: {
    first: 'verified',
    last: 'verified',
    tooEarly: 'minutes-not-verified',
    tooLate: 'meeting-ended',
    reaches: null,
  },
  dispatch: {
    first: 'verified',
    last: 'ended',
    tooEarly: 'minutes-not-verified',
    tooLate: 'meeting-ended',
    reaches: null,
  },
  endMeeting: {
    first: 'verified',
    last: 'verified',
    tooEarly: 'minutes-not-verified',
    tooLate: 'meeting-ended',
    reaches: 'ended',
  },
} as const satisfies Record<string, ActRule>;

export type MeetingAct = keyof typeof actRules;

export const meetingActs = Object.keys(actRules) as MeetingAct[];

const rank = (phase: MeetingPhase): number => meetingPhases.indexOf(phase);

/** Whether the meeting has reached the phase, or passed it. */
export function hasReached(phase: MeetingPhase, wanted: MeetingPhase): boolean {
  return rank(phase) >= rank(wanted);
}

/** Whether the act may be done while the meeting is in the phase. */
export function canMove(phase: MeetingPhase, act: MeetingAct): Verdict {
  const rule: ActRule = actRules[act];
  if (rule.tooEarly !== null && rank(phase) < rank(rule.first)) return refuse(rule.tooEarly);
  if (rank(phase) > rank(rule.last)) return refuse(rule.tooLate);
  return allowed;
}

/**
 * The phase after the act. A step repeated later in its window, such as version B of an agenda after the summons,
 * leaves the phase where it is.
 */
export function phaseAfter(phase: MeetingPhase, act: MeetingAct): MeetingPhase {
  const reaches: MeetingPhase | null = actRules[act].reaches;
  return reaches === null || hasReached(phase, reaches) ? phase : reaches;
}
