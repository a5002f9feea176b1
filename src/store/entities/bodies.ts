import { defineEntity, type InferEntity, p } from '@mikro-orm/core';
import type { AgendaTemplate } from '../../domain/meetings/agenda/agenda-template-defaults';
import { authority, day, id, version } from './columns';

/** Anything that meets and keeps minutes (B-1). */
export const Body = defineEntity({
  name: 'Body',
  tableName: 'body',
  properties: {
    id: id(),
    authorityId: authority(),
    kind: p.enum(['jointBoard', 'council'] as const),
    name: p.text(),
    slug: p.string(),
    hostPrincipalId: p.uuid(),
    seriesId: p.uuid().nullable(),
    version: version(),
  },
});
export type Body = InferEntity<typeof Body>;

export const BodyPrincipal = defineEntity({
  name: 'BodyPrincipal',
  tableName: 'body_principal',
  properties: { bodyId: p.uuid().primary(), principalId: p.uuid().primary(), ordinal: p.integer() },
});
export type BodyPrincipal = InferEntity<typeof BodyPrincipal>;

/** A version of the rules of procedure with its deciding paragraph; versions never overlap (exclusion constraint). `settings` is `RulesOfProcedure` of domain/bodies. */
export const RulesOfProcedureVersion = defineEntity({
  name: 'RulesOfProcedureVersion',
  tableName: 'rules_of_procedure',
  properties: {
    id: id(),
    bodyId: p.uuid(),
    number: p.integer(),
    validFrom: day(),
    validTo: day().nullable(),
    settings: p.json().$type<unknown>(),
    decidedBy: p.text(),
  },
});
export type RulesOfProcedureVersion = InferEntity<typeof RulesOfProcedureVersion>;

/** principal + party + order + member or substitute (B-2). */
export const Seat = defineEntity({
  name: 'Seat',
  tableName: 'seat',
  properties: {
    id: id(),
    bodyId: p.uuid(),
    principalId: p.uuid(),
    kind: p.enum(['member', 'substitute'] as const),
    ordinal: p.integer(),
    /** A substitute's paired member seat, where the principal pairs them. */
    pairedSeatId: p.uuid().nullable(),
  },
});
export type Seat = InferEntity<typeof Seat>;

/** Who holds a seat from day to day; one a day, old rows never edited but for their end. */
export const SeatHolder = defineEntity({
  name: 'SeatHolder',
  tableName: 'seat_holder',
  properties: {
    id: id(),
    seatId: p.uuid(),
    personId: p.uuid(),
    party: p.string(),
    office: p.enum(['chair', 'viceChair'] as const).nullable(),
    validFrom: day(),
    validTo: day().nullable(),
  },
});
export type SeatHolder = InferEntity<typeof SeatHolder>;

/** Whom a body sends extracts to. A group expands to one row per municipality at the dispatch date (M-18). */
export const DispatchRecipient = defineEntity({
  name: 'DispatchRecipient',
  tableName: 'dispatch_recipient',
  properties: {
    id: id(),
    bodyId: p.uuid(),
    ordinal: p.integer(),
    name: p.text(),
    kind: p.enum(['person', 'principalMailbox', 'allMunicipalities', 'auditors'] as const),
    personId: p.uuid().nullable(),
    principalId: p.uuid().nullable(),
    address: p.string().nullable(),
    /** Gets the full minutes without being asked for. */
    standing: p.boolean(),
    validTo: day().nullable(),
  },
});
export type DispatchRecipient = InferEntity<typeof DispatchRecipient>;

/** The meetings of a year (M-1); its meetings are `meeting` rows. */
export const MeetingPlan = defineEntity({
  name: 'MeetingPlan',
  tableName: 'meeting_plan',
  properties: {
    id: id(),
    authorityId: authority(),
    bodyId: p.uuid(),
    year: p.integer(),
    rule: p.json().$type<unknown>(),
    publishedAt: p.datetime().nullable(),
    version: version(),
  },
});
export type MeetingPlan = InferEntity<typeof MeetingPlan>;

/** The formal and yearly items of a body's agendas, decided by itself; without a row the shipped template holds (M-3). */
export const AgendaTemplateRow = defineEntity({
  name: 'AgendaTemplateRow',
  tableName: 'agenda_template',
  properties: {
    bodyId: p.uuid().primary(),
    authorityId: authority(),
    template: p.json().$type<AgendaTemplate>(),
    version: version(),
  },
});
export type AgendaTemplateRow = InferEntity<typeof AgendaTemplateRow>;
