import { defineEntity, type InferEntity, p } from '@mikro-orm/core';
import { deadlineBases } from '../../domain/time/deadline-basis';
import { authority, day, id, version } from './columns';

/** A calendar day or moment with its rule (architecture.md, Time). `at` is on the case's clock. */
export const Deadline = defineEntity({
  name: 'Deadline',
  tableName: 'deadline',
  properties: {
    id: id(),
    authorityId: authority(),
    ownerKind: p.string(),
    ownerId: p.uuid(),
    kind: p.string(),
    /** 1 for the first; a deadline that starts anew is a new row. */
    round: p.integer(),
    day: day(),
    at: p.datetime(),
    rule: p.string(),
    basis: p.enum([...deadlineBases]),
    doneOn: day().nullable(),
    closedOn: day().nullable(),
    closedReason: p.string().nullable(),
    version: version(),
  },
});
export type Deadline = InferEntity<typeof Deadline>;

/** At most one of a kind per deadline; after an outage only the latest of several passed ones goes (wake.md 16). */
export const Reminder = defineEntity({
  name: 'Reminder',
  tableName: 'reminder',
  properties: {
    id: id(),
    authorityId: authority(),
    deadlineId: p.uuid(),
    kind: p.string(),
    dueAt: p.datetime(),
    state: p.enum(['waiting', 'sent', 'skipped'] as const),
    markedAt: p.datetime().nullable(),
  },
});
export type Reminder = InferEntity<typeof Reminder>;

/** "Read again": written in the step's transaction, delivered at least once (wake.md 1-4). All moments on the machine's clock. */
export const Wake = defineEntity({
  name: 'Wake',
  tableName: 'wake',
  properties: {
    id: id(),
    kind: p.string(),
    rowId: p.uuid(),
    authorityId: authority(),
    urgency: p.smallint(),
    notBefore: p.datetime(),
    createdAt: p.datetime(),
    claimedUntil: p.datetime().nullable(),
    attempts: p.integer(),
    error: p.string().nullable(),
    parked: p.boolean(),
    deliveredAt: p.datetime().nullable(),
    readAt: p.datetime().nullable(),
  },
});
export type Wake = InferEntity<typeof Wake>;

/** What a process last said of itself after a read; `at` on the machine's clock, `nextAt` on the case's clock. */
export const ProcessTurn = defineEntity({
  name: 'ProcessTurn',
  tableName: 'process_turn',
  properties: {
    kind: p.string().primary(),
    rowId: p.uuid().primary(),
    authorityId: authority(),
    idle: p.boolean(),
    ended: p.boolean(),
    nextAt: p.datetime().nullable(),
    at: p.datetime(),
  },
});
export type ProcessTurn = InferEntity<typeof ProcessTurn>;

/** An act that failed, shown to the operator until a later success clears it. */
export const Fault = defineEntity({
  name: 'Fault',
  tableName: 'fault',
  properties: {
    id: id(),
    kind: p.string(),
    rowId: p.uuid(),
    authorityId: authority(),
    act: p.string(),
    code: p.string(),
    times: p.integer(),
    raisedAt: p.datetime(),
    clearedAt: p.datetime().nullable(),
  },
});
export type Fault = InferEntity<typeof Fault>;

/** A request's first result, given again when the same key comes back (wake.md 5). */
export const Request = defineEntity({
  name: 'Request',
  tableName: 'request',
  properties: {
    actor: p.string().primary(),
    key: p.string().primary(),
    act: p.string(),
    inputHash: p.string(),
    result: p.json().$type<unknown>(),
    createdAt: p.datetime(),
  },
});
export type Request = InferEntity<typeof Request>;

/** Insert only. Ids and codes, no personal data; `happenedAt` on the case's clock. */
export const AuditEvent = defineEntity({
  name: 'AuditEvent',
  tableName: 'audit_event',
  properties: {
    seq: p.bigint('number').primary().autoincrement(),
    authorityId: authority().nullable(),
    actor: p.string(),
    act: p.string(),
    subjectKind: p.string().nullable(),
    subjectId: p.uuid().nullable(),
    result: p.enum(['done', 'refused', 'read'] as const),
    code: p.string().nullable(),
    happenedAt: p.datetime(),
    recordedAt: p.datetime(),
    traceId: p.string().nullable(),
  },
});
export type AuditEvent = InferEntity<typeof AuditEvent>;

/** A sealed block of audit events, chained by the previous block's root (T-2). */
export const AuditSeal = defineEntity({
  name: 'AuditSeal',
  tableName: 'audit_seal',
  properties: {
    id: id(),
    fromSeq: p.bigint('number'),
    toSeq: p.bigint('number'),
    root: p.string(),
    previous: p.string().nullable(),
    sealedAt: p.datetime(),
  },
});
export type AuditSeal = InferEntity<typeof AuditSeal>;
