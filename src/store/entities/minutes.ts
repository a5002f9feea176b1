import { defineEntity, type InferEntity, p } from '@mikro-orm/core';
import { authority, day, id, version } from './columns';

export const Minutes = defineEntity({
  name: 'Minutes',
  tableName: 'minutes',
  properties: {
    id: id(),
    authorityId: authority(),
    bodyId: p.uuid(),
    meetingId: p.uuid(),
    state: p.enum(['drafting', 'verifying', 'verified'] as const),
    writerPersonId: p.uuid(),
    /** Decided by the body at the meeting: day, place and way stand on the front page (M-10). */
    verificationDay: day(),
    verificationTime: p.string(),
    verificationPlace: p.text(),
    verifiedOn: day().nullable(),
    documentId: p.uuid().nullable(),
    version: version(),
  },
});
export type Minutes = InferEntity<typeof Minutes>;

/** The minuted record of one item. `record` = what was recorded (record blocks); free blocks are texts with owner kind 'paragraph'. */
export const Paragraph = defineEntity({
  name: 'Paragraph',
  tableName: 'paragraph',
  properties: {
    id: id(),
    authorityId: authority(),
    bodyId: p.uuid(),
    minutesId: p.uuid(),
    itemId: p.uuid(),
    /** Unique within body and period (B-8); given when the meeting is closed, in the order treated. */
    number: p.integer(),
    period: p.string(),
    closed: p.boolean(),
    record: p.json().$type<unknown>(),
    recordHash: p.string(),
    version: version(),
  },
});
export type Paragraph = InferEntity<typeof Paragraph>;

/** Who signs: the secretary as writer, then the chair, then the elected verifiers. A prevented one is replaced by a reasoned step. */
export const Verifier = defineEntity({
  name: 'Verifier',
  tableName: 'verifier',
  properties: {
    id: id(),
    minutesId: p.uuid(),
    personId: p.uuid(),
    role: p.enum(['writer', 'chair', 'verifier'] as const),
    ordinal: p.integer(),
    /** The paragraphs that a signing chair presided over, where several presided; null for all. */
    presided: p.json().$type<number[]>().nullable(),
    replacedById: p.uuid().nullable(),
    replacedReason: p.text().nullable(),
  },
});
export type Verifier = InferEntity<typeof Verifier>;

/** A round from the first signature; an edit between first and last closes it with a reason and opens the next. */
export const VerificationRound = defineEntity({
  name: 'VerificationRound',
  tableName: 'verification_round',
  properties: {
    id: id(),
    authorityId: authority(),
    minutesId: p.uuid(),
    number: p.integer(),
    openedAt: p.datetime(),
    /** SHA-256 of the frozen PDF that is signed. */
    sha256: p.string().nullable(),
    documentVersionId: p.uuid().nullable(),
    closedAt: p.datetime().nullable(),
    closedReason: p.text().nullable(),
    version: version(),
  },
});
export type VerificationRound = InferEntity<typeof VerificationRound>;

export const Verification = defineEntity({
  name: 'Verification',
  tableName: 'verification',
  properties: {
    id: id(),
    roundId: p.uuid(),
    personId: p.uuid(),
    role: p.enum(['writer', 'chair', 'verifier'] as const),
    way: p.enum(['signedIn'] as const),
    sha256: p.string(),
    at: p.datetime(),
    dissent: p.text().nullable(),
    voidedAt: p.datetime().nullable(),
    voidedReason: p.text().nullable(),
  },
});
export type Verification = InferEntity<typeof Verification>;

/** A verifier's working note on a paragraph; destroyed at verification unless kept by setting. */
export const ParagraphComment = defineEntity({
  name: 'ParagraphComment',
  tableName: 'paragraph_comment',
  properties: {
    id: id(),
    authorityId: authority(),
    paragraphId: p.uuid(),
    personId: p.uuid(),
    text: p.text(),
    at: p.datetime(),
    resolvedAt: p.datetime().nullable(),
  },
});
export type ParagraphComment = InferEntity<typeof ParagraphComment>;
