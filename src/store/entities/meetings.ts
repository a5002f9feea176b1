import { defineEntity, type InferEntity, p } from '@mikro-orm/core';
import { authority, day, id, version } from './columns';

/** One numbered meeting of a body. The phase changes only by a step and never goes back (wake.md 16). */
export const Meeting = defineEntity({
  name: 'Meeting',
  tableName: 'meeting',
  properties: {
    id: id(),
    authorityId: authority(),
    bodyId: p.uuid(),
    /** Bound when summoned: later versions never move its clocks (B-1). */
    rulesId: p.uuid().nullable(),
    year: p.integer(),
    number: p.integer(),
    phase: p.enum([
      'planned',
      'agendaApproved',
      'summoned',
      'inSession',
      'closed',
      'verified',
      'ended',
    ] as const),
    day: day(),
    startTime: p.string(),
    endTime: p.string(),
    place: p.text(),
    openedAt: p.datetime().nullable(),
    closedAt: p.datetime().nullable(),
    /** Who presides where neither the chair nor the vice chair serves. */
    presidingSeatId: p.uuid().nullable(),
    lastAgendaNumber: p.integer(),
    calendarSequence: p.integer(),
    version: version(),
  },
});
export type Meeting = InferEntity<typeof Meeting>;

/** A matter or a formality at one meeting (M-3). Agenda numbers are given at approval and never reused (B-8). */
export const AgendaItem = defineEntity({
  name: 'AgendaItem',
  tableName: 'agenda_item',
  properties: {
    id: id(),
    authorityId: authority(),
    bodyId: p.uuid(),
    meetingId: p.uuid(),
    ordinal: p.integer(),
    parentId: p.uuid().nullable(),
    agendaNumber: p.integer().nullable(),
    matterId: p.uuid().nullable(),
    kind: p.enum(['formality', 'decision', 'information', 'delegatedDecisions', 'notifications'] as const),
    /** What a formality does in the cycle, such as 'previousMinutes' or 'verifier'. */
    templateKey: p.string().nullable(),
    title: p.text(),
    publicTitle: p.text().nullable(),
    closed: p.boolean(),
    exerciseOfAuthority: p.boolean(),
    presenters: p.json().$type<{ personId: string | null; name: string }[]>(),
    /** Ids of `dispatch_recipient`. */
    recipientIds: p.json().$type<string[]>(),
    late: p.boolean(),
    state: p.enum(['listed', 'withdrawn', 'removed'] as const),
    withdrawnReason: p.text().nullable(),
    /** The earlier item that this one carries on. */
    continuesId: p.uuid().nullable(),
    /** The earlier minutes that this item supplements (M-9). */
    supplementsMinutesId: p.uuid().nullable(),
    plannedTime: p.string().nullable(),
    /** Set in the session: the order in which it was treated. */
    treatedOrder: p.integer().nullable(),
    openedAt: p.datetime().nullable(),
    treatedAt: p.datetime().nullable(),
    version: version(),
  },
});
export type AgendaItem = InferEntity<typeof AgendaItem>;

/** A point of the proposed decision (att-sats). */
export const ProposedPoint = defineEntity({
  name: 'ProposedPoint',
  tableName: 'proposed_point',
  properties: { id: id(), itemId: p.uuid(), number: p.integer(), text: p.text() },
});
export type ProposedPoint = InferEntity<typeof ProposedPoint>;

/** A supporting document of an item, in order. */
export const ItemDocument = defineEntity({
  name: 'ItemDocument',
  tableName: 'item_document',
  properties: {
    itemId: p.uuid().primary(),
    documentId: p.uuid().primary(),
    ordinal: p.integer(),
    label: p.text(),
  },
});
export type ItemDocument = InferEntity<typeof ItemDocument>;

/** Insert only: an approved agenda, A, B, C ..., with its items as they were. */
export const AgendaVersion = defineEntity({
  name: 'AgendaVersion',
  tableName: 'agenda_version',
  properties: {
    id: id(),
    meetingId: p.uuid(),
    letter: p.string(),
    snapshot: p.json().$type<unknown>(),
    approvedBy: p.uuid(),
    approvedAt: p.datetime(),
  },
});
export type AgendaVersion = InferEntity<typeof AgendaVersion>;

/** The chair has handed the agenda back with what should be changed, instead of approving it (M-3): insert only. */
export const AgendaReturn = defineEntity({
  name: 'AgendaReturn',
  tableName: 'agenda_return',
  properties: {
    id: id(),
    meetingId: p.uuid(),
    /** 1, 2 ... within the meeting. */
    number: p.integer(),
    words: p.text(),
    returnedBy: p.uuid(),
    returnedAt: p.datetime(),
  },
});
export type AgendaReturn = InferEntity<typeof AgendaReturn>;

/** One issuing of the summons; a new version tells what changed (M-4). */
export const Summons = defineEntity({
  name: 'Summons',
  tableName: 'summons',
  properties: {
    id: id(),
    authorityId: authority(),
    meetingId: p.uuid(),
    number: p.integer(),
    agendaVersionId: p.uuid(),
    issuedBy: p.uuid(),
    issuedAt: p.datetime(),
    lateReason: p.text().nullable(),
    changeNote: p.text().nullable(),
    letterDocumentId: p.uuid().nullable(),
    packageDocumentId: p.uuid().nullable(),
    version: version(),
  },
});
export type Summons = InferEntity<typeof Summons>;

/** Each sending is logged: handed over, bounced, opened (M-4). */
export const SummonsRecipient = defineEntity({
  name: 'SummonsRecipient',
  tableName: 'summons_recipient',
  properties: {
    id: id(),
    summonsId: p.uuid(),
    personId: p.uuid(),
    capacity: p.enum(['member', 'substitute', 'other'] as const),
    seatId: p.uuid().nullable(),
    /** Ids of the items an outside person is called to; empty for members and substitutes: all. */
    itemIds: p.json().$type<string[]>(),
    openedAt: p.datetime().nullable(),
    /** When the secretary rang whoever had not opened it, and who rang. */
    calledAt: p.datetime().nullable(),
    calledBy: p.uuid().nullable(),
  },
});
export type SummonsRecipient = InferEntity<typeof SummonsRecipient>;
