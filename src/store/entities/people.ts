import { defineEntity, type InferEntity, p } from '@mikro-orm/core';
import { letterChoices } from '../../domain/notifications/letters-that-wait';
import { authority, day, id, version } from './columns';

/** A board, region or municipality as controller and archive owner of its rows. Never deleted. */
export const Authority = defineEntity({
  name: 'Authority',
  tableName: 'authority',
  properties: {
    id: id(),
    name: p.string(),
    kind: p.enum(['board', 'region', 'municipality'] as const),
    orgNumber: p.string().nullable(),
  },
});
export type Authority = InferEntity<typeof Authority>;

/** A region or a municipality that owns the responsibility (B-3). */
export const Principal = defineEntity({
  name: 'Principal',
  tableName: 'principal',
  properties: {
    id: id(),
    authorityId: authority(),
    name: p.string(),
    kind: p.enum(['region', 'municipality'] as const),
    orgNumber: p.string().nullable(),
    /** Official mailbox (myndighetsbrevlåda). */
    mailbox: p.string(),
    /** Address of the principal's own legal notice board (KL 8:9, 9:32). */
    noticeBoardAddress: p.string(),
    /** The product's public page counts as this principal's notice board only where it says so (M-11). */
    noticeBoardHostedHere: p.boolean(),
    population: p.integer().nullable(),
    version: version(),
  },
});
export type Principal = InferEntity<typeof Principal>;

/** Staff and elected people only, never patients. */
export const Person = defineEntity({
  name: 'Person',
  tableName: 'person',
  properties: {
    id: id(),
    name: p.string(),
    email: p.string(),
    phone: p.string().nullable(),
    title: p.string().nullable(),
    unit: p.string().nullable(),
    language: p.enum(['sv', 'en'] as const),
    /** Letters that can wait: each when it comes, or gathered in one each morning (N-1). */
    letters: p.enum([...letterChoices]).default('each'),
    /** What the address of the own calendar is made from (N-1); null for whoever has none. */
    calendarKey: p.uuid().nullable(),
    version: version(),
  },
});
export type Person = InferEntity<typeof Person>;

export const Account = defineEntity({
  name: 'Account',
  tableName: 'account',
  properties: {
    id: id(),
    personId: p.uuid(),
    passwordHash: p.string().nullable(),
    state: p.enum(['active', 'closed'] as const),
    version: version(),
  },
});
export type Account = InferEntity<typeof Account>;

/** A signed-in browser. The id is the SHA-256 of the cookie's token: a stolen table signs nobody in. */
export const Session = defineEntity({
  name: 'Session',
  tableName: 'session',
  properties: {
    id: p.string().primary(),
    personId: p.uuid(),
    csrfToken: p.string(),
    createdAt: p.datetime(),
    lastSeenAt: p.datetime(),
    expiresAt: p.datetime(),
    endedAt: p.datetime().nullable(),
  },
});
export type Session = InferEntity<typeof Session>;

/** One-time sign-in link sent by mail; only its hash is stored. */
export const SignInLink = defineEntity({
  name: 'SignInLink',
  tableName: 'sign_in_link',
  properties: {
    id: id(),
    tokenHash: p.string(),
    personId: p.uuid(),
    target: p.string(),
    createdAt: p.datetime(),
    expiresAt: p.datetime(),
    usedAt: p.datetime().nullable(),
  },
});
export type SignInLink = InferEntity<typeof SignInLink>;

/** A try to sign in, kept for throttling; the key is a hash of account or address. */
export const SignInAttempt = defineEntity({
  name: 'SignInAttempt',
  tableName: 'sign_in_attempt',
  properties: { id: id(), key: p.string(), at: p.datetime() },
});
export type SignInAttempt = InferEntity<typeof SignInAttempt>;

/** A role from day to day within a body or principal (T-1). Chairs, members and substitutes come from seats instead. */
export const RoleAssignment = defineEntity({
  name: 'RoleAssignment',
  tableName: 'role_assignment',
  properties: {
    id: id(),
    personId: p.uuid(),
    role: p.enum([
      'secretary',
      'official',
      'headOfCentre',
      'registrar',
      'auditor',
      'operator',
      'administrator',
    ] as const),
    scopeKind: p.enum(['body', 'principal', 'installation'] as const),
    scopeId: p.uuid().nullable(),
    validFrom: day(),
    validTo: day().nullable(),
    version: version(),
  },
});
export type RoleAssignment = InferEntity<typeof RoleAssignment>;
