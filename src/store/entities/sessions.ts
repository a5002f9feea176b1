import { outcomes } from '../../domain/meetings/session/outcomes';
import { defineEntity, type InferEntity, p } from '@mikro-orm/core';
import { authority, day, id, version } from './columns';

/** One thing seen in the room; who serves and the quorum are derived from these, never stored (M-6). */
export const PresenceEvent = defineEntity({
  name: 'PresenceEvent',
  tableName: 'presence_event',
  properties: {
    id: id(),
    authorityId: authority(),
    meetingId: p.uuid(),
    seq: p.integer(),
    kind: p.enum(['present', 'arrives', 'leaves', 'seated', 'unseated'] as const),
    /** The seat of the person. */
    seatId: p.uuid(),
    personId: p.uuid(),
    /** For 'seated' and 'unseated': the member seat that a substitute serves for. */
    forSeatId: p.uuid().nullable(),
    /** The item it holds from; null: from the start. */
    itemId: p.uuid().nullable(),
    mode: p.enum(['room', 'remote'] as const),
    reason: p.enum(['recusal', 'other'] as const).nullable(),
    at: p.datetime(),
    correctedById: p.uuid().nullable(),
  },
});
export type PresenceEvent = InferEntity<typeof PresenceEvent>;

/** Someone else in the room, such as a presenter, for one item or all. */
export const Attendee = defineEntity({
  name: 'Attendee',
  tableName: 'attendee',
  properties: {
    id: id(),
    authorityId: authority(),
    meetingId: p.uuid(),
    itemId: p.uuid().nullable(),
    personId: p.uuid().nullable(),
    name: p.text(),
    capacity: p.text(),
    mode: p.enum(['room', 'remote'] as const),
  },
});
export type Attendee = InferEntity<typeof Attendee>;

export const Adjournment = defineEntity({
  name: 'Adjournment',
  tableName: 'adjournment',
  properties: {
    id: id(),
    authorityId: authority(),
    meetingId: p.uuid(),
    itemId: p.uuid().nullable(),
    from: p.datetime().fieldName('from_at'),
    minutes: p.integer(),
  },
});
export type Adjournment = InferEntity<typeof Adjournment>;

/** What a member asks the body to decide (yrkande). */
export const Motion = defineEntity({
  name: 'Motion',
  tableName: 'motion',
  properties: {
    id: id(),
    authorityId: authority(),
    itemId: p.uuid(),
    ordinal: p.integer(),
    kind: p.enum(['approve', 'reject', 'amend', 'referBack', 'table', 'other'] as const),
    seatId: p.uuid(),
    personId: p.uuid(),
    text: p.text(),
    withdrawnAt: p.datetime().nullable(),
    version: version(),
  },
});
export type Motion = InferEntity<typeof Motion>;

/** The chair's order of propositions, one row a proposition; no motion = the proposal of the memo. */
export const Proposition = defineEntity({
  name: 'Proposition',
  tableName: 'proposition',
  properties: {
    id: id(),
    itemId: p.uuid(),
    ordinal: p.integer(),
    motionId: p.uuid().nullable(),
    words: p.text(),
    carried: p.boolean().nullable(),
  },
});
export type Proposition = InferEntity<typeof Proposition>;

/** An open roll-call vote (KL 5:54-55 via 6:33). */
export const Vote = defineEntity({
  name: 'Vote',
  tableName: 'vote',
  properties: {
    id: id(),
    authorityId: authority(),
    itemId: p.uuid(),
    number: p.integer(),
    yesMeans: p.text(),
    noMeans: p.text(),
    yes: p.integer().nullable(),
    no: p.integer().nullable(),
    abstained: p.integer().nullable(),
    castingVote: p.boolean(),
    result: p.enum(['yes', 'no'] as const).nullable(),
    openedAt: p.datetime(),
    closedAt: p.datetime().nullable(),
    version: version(),
  },
});
export type Vote = InferEntity<typeof Vote>;

export const Ballot = defineEntity({
  name: 'Ballot',
  tableName: 'ballot',
  properties: {
    voteId: p.uuid().primary(),
    /** The member seat that is voted for, whoever serves in it. */
    seatId: p.uuid().primary(),
    personId: p.uuid(),
    choice: p.enum(['yes', 'no', 'abstain'] as const),
  },
});
export type Ballot = InferEntity<typeof Ballot>;

/** What an answer in a roll call said before it was corrected (KL 5:55): insert only. */
export const BallotCorrection = defineEntity({
  name: 'BallotCorrection',
  tableName: 'ballot_correction',
  properties: {
    id: id(),
    voteId: p.uuid(),
    seatId: p.uuid(),
    personId: p.uuid(),
    before: p.enum(['yes', 'no', 'abstain'] as const),
    after: p.enum(['yes', 'no', 'abstain'] as const),
    correctedBy: p.string(),
    at: p.datetime(),
  },
});
export type BallotCorrection = InferEntity<typeof BallotCorrection>;

export const Decision = defineEntity({
  name: 'Decision',
  tableName: 'decision',
  properties: {
    id: id(),
    authorityId: authority(),
    itemId: p.uuid(),
    outcome: p.enum([...outcomes]),
    reason: p.text().nullable(),
    effectiveOn: day().nullable(),
    mandateKind: p.string().nullable(),
    appealClass: p.enum(['legalityReview', 'none'] as const),
    conditionText: p.text().nullable(),
    decidedAt: p.datetime(),
    version: version(),
  },
});
export type Decision = InferEntity<typeof Decision>;

export const DecisionPoint = defineEntity({
  name: 'DecisionPoint',
  tableName: 'decision_point',
  properties: { id: id(), decisionId: p.uuid(), number: p.integer(), text: p.text() },
});
export type DecisionPoint = InferEntity<typeof DecisionPoint>;

/** Announced before the meeting closes (KL 4:27); the written reason may come until the fixed time of verification (M-8). */
export const Reservation = defineEntity({
  name: 'Reservation',
  tableName: 'reservation',
  properties: {
    id: id(),
    authorityId: authority(),
    itemId: p.uuid(),
    kind: p.enum(['reservation', 'separateStatement', 'minutesNote'] as const),
    seatId: p.uuid(),
    personId: p.uuid(),
    announcedAt: p.datetime(),
    reason: p.text().nullable(),
    reasonAt: p.datetime().nullable(),
    /** Taken back before the meeting closed: not in the minutes. */
    withdrawnAt: p.datetime().nullable(),
    version: version(),
  },
});
export type Reservation = InferEntity<typeof Reservation>;

/** Who verifies the minutes, when and where, as the body decided in the session; the minutes are made from it at closing (M-10). */
export const VerificationPlan = defineEntity({
  name: 'VerificationPlan',
  tableName: 'verification_plan',
  properties: {
    meetingId: p.uuid().primary(),
    authorityId: authority(),
    /** The elected verifiers beside the chair. */
    verifierIds: p.json().$type<string[]>(),
    day: day(),
    time: p.string(),
    place: p.text(),
    version: version(),
  },
});
export type VerificationPlan = InferEntity<typeof VerificationPlan>;

/** Something the body asks someone to do, or what a conditional decision waits for (M-13, M-20). */
export const Assignment = defineEntity({
  name: 'Assignment',
  tableName: 'assignment',
  properties: {
    id: id(),
    authorityId: authority(),
    bodyId: p.uuid(),
    itemId: p.uuid(),
    kind: p.enum(['assignment', 'condition'] as const),
    ownerPersonId: p.uuid(),
    text: p.text(),
    /** As decided, such as "hösten 2026", shown beside the concrete day. */
    dueWords: p.text().nullable(),
    proposedDay: day().nullable(),
    dueDay: day().nullable(),
    confirmedAt: p.datetime().nullable(),
    state: p.enum(['open', 'reported', 'closed'] as const),
    report: p.text().nullable(),
    reportedAt: p.datetime().nullable(),
    /** The item on a coming agenda that it returns as. */
    returnItemId: p.uuid().nullable(),
    /** Why the secretary closed it without a report. */
    closedReason: p.text().nullable(),
    version: version(),
  },
});
export type Assignment = InferEntity<typeof Assignment>;
