import { defineEntity, type InferEntity, p } from '@mikro-orm/core';
import { authority, day, id, version } from './columns';

/** Announcement that minutes are verified, on every principal's board (KL 8:12, 9:32). */
export const Notice = defineEntity({
  name: 'Notice',
  tableName: 'notice',
  properties: {
    id: id(),
    authorityId: authority(),
    bodyId: p.uuid(),
    meetingId: p.uuid(),
    minutesId: p.uuid(),
    verifiedOn: day(),
    /** The common posting day the secretary gives all boards. */
    postingDay: day(),
    state: p.enum(['posting', 'running', 'appealTimeEnded', 'legalForce', 'appealed'] as const),
    documentId: p.uuid().nullable(),
    certificateDocumentId: p.uuid().nullable(),
    takenDownOn: day().nullable(),
    version: version(),
  },
});
export type Notice = InferEntity<typeof Notice>;

/** One board: stated day, address, confirmed by and when; taking down likewise (M-11). */
export const NoticePosting = defineEntity({
  name: 'NoticePosting',
  tableName: 'notice_posting',
  properties: {
    id: id(),
    authorityId: authority(),
    noticeId: p.uuid(),
    principalId: p.uuid(),
    boardAddress: p.string(),
    statedDay: day().nullable(),
    /** What the newest notice made for this board states: its own day and "tas ned tidigast"; null before the first. */
    printedDay: day().nullable(),
    printedTakeDown: day().nullable(),
    confirmedBy: p.string().nullable(),
    confirmedAt: p.datetime().nullable(),
    downDay: day().nullable(),
    downBy: p.string().nullable(),
    downAt: p.datetime().nullable(),
    /** SHA-256 of the proof in the one-time link of its letters; null before the first. */
    linkTokenHash: p.string().nullable(),
    version: version(),
  },
});
export type NoticePosting = InferEntity<typeof NoticePosting>;

/** A notice seen missing from a board before it may be taken down, and back again: it annuls the appeal time (KL 13:5). */
export const PostingGap = defineEntity({
  name: 'PostingGap',
  tableName: 'posting_gap',
  properties: {
    id: id(),
    postingId: p.uuid(),
    missingFrom: day(),
    restoredOn: day().nullable(),
    reportedBy: p.string(),
    reportedAt: p.datetime(),
    version: version(),
  },
});
export type PostingGap = InferEntity<typeof PostingGap>;

/** Insert only: what was corrected in a posting and why. */
export const PostingCorrection = defineEntity({
  name: 'PostingCorrection',
  tableName: 'posting_correction',
  properties: {
    id: id(),
    postingId: p.uuid(),
    field: p.enum(['statedDay', 'downDay'] as const),
    before: day().nullable(),
    after: day().nullable(),
    reason: p.text(),
    correctedBy: p.string(),
    at: p.datetime(),
  },
});
export type PostingCorrection = InferEntity<typeof PostingCorrection>;

/** Three weeks from the latest stated day; annulled ones stay, a new full time is a new row. */
export const AppealTime = defineEntity({
  name: 'AppealTime',
  tableName: 'appeal_time',
  properties: {
    id: id(),
    authorityId: authority(),
    noticeId: p.uuid(),
    number: p.integer(),
    startsOn: day(),
    endsOn: day(),
    state: p.enum(['running', 'annulled', 'ended'] as const),
    reason: p.text().nullable(),
  },
});
export type AppealTime = InferEntity<typeof AppealTime>;

/** The court's answer to "has anyone appealed?" (M-11). */
export const CourtAnswer = defineEntity({
  name: 'CourtAnswer',
  tableName: 'court_answer',
  properties: {
    id: id(),
    authorityId: authority(),
    noticeId: p.uuid(),
    day: day(),
    reference: p.text(),
    appealed: p.boolean(),
    /** Per appealed paragraph: number, case number, stay. */
    appeals: p.json().$type<{ paragraphId: string; caseNumber: string; stay: boolean }[]>(),
    recordedBy: p.uuid(),
    recordedAt: p.datetime(),
  },
});
export type CourtAnswer = InferEntity<typeof CourtAnswer>;

/** One or several paragraphs, certified (M-12). */
export const MinutesExtract = defineEntity({
  name: 'MinutesExtract',
  tableName: 'minutes_extract',
  properties: {
    id: id(),
    authorityId: authority(),
    bodyId: p.uuid(),
    meetingId: p.uuid(),
    minutesId: p.uuid(),
    /** Empty for the full minutes to standing recipients. */
    paragraphIds: p.json().$type<string[]>(),
    matterId: p.uuid().nullable(),
    documentId: p.uuid().nullable(),
    certifiedBy: p.uuid(),
    certifiedAt: p.datetime(),
    /** By when the recipients are asked to report back (M-12); null where nobody is. */
    replyDay: day().nullable(),
    state: p.enum(['certified', 'dispatched', 'closed'] as const),
    version: version(),
  },
});
export type MinutesExtract = InferEntity<typeof MinutesExtract>;

/** One row per extract and recipient, with channel, sent, receipt and report-back day. */
export const Dispatch = defineEntity({
  name: 'Dispatch',
  tableName: 'dispatch',
  properties: {
    id: id(),
    authorityId: authority(),
    extractId: p.uuid(),
    ordinal: p.integer(),
    recipientName: p.text(),
    recipientKind: p.enum(['person', 'principalMailbox', 'auditors'] as const),
    principalId: p.uuid().nullable(),
    personId: p.uuid().nullable(),
    address: p.string(),
    channel: p.enum(['mail'] as const),
    receiptTokenHash: p.string().nullable(),
    receivedAt: p.datetime().nullable(),
    receivedBy: p.string().nullable(),
    repliedAt: p.datetime().nullable(),
    reply: p.text().nullable(),
    closedReason: p.text().nullable(),
    version: version(),
  },
});
export type Dispatch = InferEntity<typeof Dispatch>;
