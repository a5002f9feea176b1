import { defineEntity, type InferEntity, p } from '@mikro-orm/core';
import { authority, id, version } from './columns';

export const Absence = defineEntity({
  name: 'Absence',
  tableName: 'absence',
  properties: {
    id: id(),
    authorityId: authority(),
    meetingId: p.uuid(),
    seatId: p.uuid(),
    personId: p.uuid(),
    reportedAt: p.datetime(),
    withdrawnAt: p.datetime().nullable(),
    version: version(),
  },
});
export type Absence = InferEntity<typeof Absence>;

/** Finding a substitute for one absent seat (M-5); waits in its own workflow. */
export const SubstituteCall = defineEntity({
  name: 'SubstituteCall',
  tableName: 'substitute_call',
  properties: {
    id: id(),
    authorityId: authority(),
    meetingId: p.uuid(),
    seatId: p.uuid(),
    state: p.enum(['asking', 'filled', 'exhausted', 'withdrawn'] as const),
    servingSeatId: p.uuid().nullable(),
    version: version(),
  },
});
export type SubstituteCall = InferEntity<typeof SubstituteCall>;

export const SubstituteAsk = defineEntity({
  name: 'SubstituteAsk',
  tableName: 'substitute_ask',
  properties: {
    id: id(),
    callId: p.uuid(),
    seatId: p.uuid(),
    personId: p.uuid(),
    ordinal: p.integer(),
    askedAt: p.datetime(),
    answerBy: p.datetime(),
    answer: p.enum(['accepted', 'declined', 'expired'] as const).nullable(),
    answeredAt: p.datetime().nullable(),
  },
});
export type SubstituteAsk = InferEntity<typeof SubstituteAsk>;

export const RemoteRequest = defineEntity({
  name: 'RemoteRequest',
  tableName: 'remote_request',
  properties: {
    id: id(),
    authorityId: authority(),
    meetingId: p.uuid(),
    personId: p.uuid(),
    requestedAt: p.datetime(),
    state: p.enum(['asked', 'approved', 'refused', 'withdrawn'] as const),
    decidedBy: p.uuid().nullable(),
    decidedAt: p.datetime().nullable(),
    reason: p.text().nullable(),
    version: version(),
  },
});
export type RemoteRequest = InferEntity<typeof RemoteRequest>;

/** Conflict of interest for one item (KL 6:28-32); row level security reads it for the item's papers. */
export const Recusal = defineEntity({
  name: 'Recusal',
  tableName: 'recusal',
  properties: {
    id: id(),
    authorityId: authority(),
    meetingId: p.uuid(),
    itemId: p.uuid(),
    seatId: p.uuid().nullable(),
    personId: p.uuid(),
    ground: p.enum(['party', 'representative', 'supervision', 'other'] as const),
    note: p.text().nullable(),
    decidedBy: p.enum(['self', 'body', 'bodyDismissed'] as const),
    announcedAt: p.datetime(),
    withdrawnAt: p.datetime().nullable(),
    /** The recusal from the item that this one's item carries on (KL 6:30); null for one declared at this item. */
    carriedFromId: p.uuid().nullable(),
    version: version(),
  },
});
export type Recusal = InferEntity<typeof Recusal>;
