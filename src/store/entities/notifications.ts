import { defineEntity, type InferEntity, p } from '@mikro-orm/core';
import { authority, day, id } from './columns';

/** A letter on its way. Its Message-ID is made from the key before it is sent (wake.md 19). */
export const Mail = defineEntity({
  name: 'Mail',
  tableName: 'mail',
  properties: {
    id: id(),
    /** template/subject/version/recipient/round: the mail's identity. */
    key: p.string(),
    messageId: p.string(),
    authorityId: authority(),
    template: p.string(),
    subjectKind: p.string(),
    subjectId: p.uuid(),
    toPersonId: p.uuid().nullable(),
    toAddress: p.string(),
    /** The role or office that its reader gets it in, and the body or principal where; null for a letter to the person. */
    toRole: p.string().nullable(),
    toScopeId: p.uuid().nullable(),
    language: p.enum(['sv', 'en'] as const),
    /** What the template is filled with: body, days, links. No personal data, no closed papers. */
    data: p.json().$type<Record<string, unknown>>(),
    state: p.enum(['queued', 'gathered', 'sent', 'bounced', 'withdrawn', 'held'] as const),
    /** The morning letter that this one goes within; null for one of its own, or not gathered yet. */
    withinId: p.uuid().nullable(),
    queuedAt: p.datetime(),
    sentAt: p.datetime().nullable(),
    bouncedAt: p.datetime().nullable(),
    openedAt: p.datetime().nullable(),
    bounceCode: p.string().nullable(),
    /** Why it could not be handed over the last time, while it is tried again. */
    error: p.string().nullable(),
    notBefore: p.datetime(),
    claimedUntil: p.datetime().nullable(),
    attempts: p.integer(),
  },
});
export type Mail = InferEntity<typeof Mail>;

/** What a person (or whoever holds a role) has to do, by when, by which rule and what happens otherwise (N-1). Closed by the act itself. */
export const Task = defineEntity({
  name: 'Task',
  tableName: 'task',
  properties: {
    id: id(),
    authorityId: authority(),
    personId: p.uuid().nullable(),
    role: p.string().nullable(),
    scopeId: p.uuid().nullable(),
    kind: p.string(),
    subjectKind: p.string(),
    subjectId: p.uuid(),
    cycle: p.integer(),
    bodyId: p.uuid().nullable(),
    dueDay: day().nullable(),
    rule: p.string().nullable(),
    /** Facts for the task's sentence, such as a meeting's day or an item's number. */
    facts: p.json().$type<Record<string, string | number>>(),
    link: p.string(),
    createdAt: p.datetime(),
    closedAt: p.datetime().nullable(),
  },
});
export type Task = InferEntity<typeof Task>;
