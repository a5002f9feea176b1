import { defineEntity, type InferEntity, p } from '@mikro-orm/core';
import { authority, day, id, version } from './columns';

/** A series of registry numbers, kept here or elsewhere. */
export const NumberSeries = defineEntity({
  name: 'NumberSeries',
  tableName: 'number_series',
  properties: {
    id: id(),
    authorityId: authority(),
    code: p.string(),
    name: p.text(),
    /** Pattern of domain/register, such as `HMC{yy}{nnnn}`. */
    pattern: p.string(),
    keptHere: p.boolean(),
  },
});
export type NumberSeries = InferEntity<typeof NumberSeries>;

/** The next number of a period, taken under row lock in the transaction of the row that it names: gapless. */
export const NumberCounter = defineEntity({
  name: 'NumberCounter',
  tableName: 'number_counter',
  properties: { seriesId: p.uuid().primary(), period: p.string().primary(), next: p.integer() },
});
export type NumberCounter = InferEntity<typeof NumberCounter>;

/** A case in the register. Cancelled, never deleted. */
export const Matter = defineEntity({
  name: 'Matter',
  tableName: 'matter',
  properties: {
    id: id(),
    authorityId: authority(),
    bodyId: p.uuid().nullable(),
    seriesId: p.uuid(),
    period: p.string(),
    /** None until the number is given, where the series is kept elsewhere or the matter grew from a decision. */
    number: p.integer().nullable(),
    registryNumber: p.string().nullable(),
    title: p.text(),
    /** Kept apart from the public title (OSL 5:2 second paragraph). */
    protectedTitle: p.text().nullable(),
    party: p.text().nullable(),
    openedOn: day(),
    state: p.enum(['open', 'closed', 'cancelled'] as const),
    stateReason: p.text().nullable(),
    lastDocumentNumber: p.integer(),
    /** Set where it was joined with another matter, in which it goes on. */
    joinedIntoId: p.uuid().nullable(),
    version: version(),
  },
});
export type Matter = InferEntity<typeof Matter>;

/** A document in the register; its bytes are immutable versions. */
export const Document = defineEntity({
  name: 'Document',
  tableName: 'document',
  properties: {
    id: id(),
    authorityId: authority(),
    bodyId: p.uuid().nullable(),
    matterId: p.uuid().nullable(),
    /** Number within the matter, none for a draft or an unregistered one (then with a reason). */
    number: p.integer().nullable(),
    registryNumber: p.string().nullable(),
    /** The series is kept elsewhere, and the number given there is not known yet. */
    awaitsNumber: p.boolean(),
    kind: p.enum([
      'memo',
      'appendix',
      'summons',
      'package',
      'minutes',
      'extract',
      'notice',
      'noticeCertificate',
      'incoming',
    ] as const),
    title: p.text(),
    protectedTitle: p.text().nullable(),
    direction: p.enum(['incoming', 'outgoing', 'drawnUp'] as const),
    day: day(),
    counterpart: p.text().nullable(),
    /** Kept apart from the open one (OSL 5:2 second paragraph). */
    protectedCounterpart: p.text().nullable(),
    state: p.enum(['draft', 'received', 'drawnUp', 'dispatched', 'cancelled'] as const),
    stateReason: p.text().nullable(),
    unregisteredReason: p.text().nullable(),
    /** Of a closed item: read by row level security. */
    closed: p.boolean(),
    secrecy: p.json().$type<{ provision: string; day: string; authority: string } | null>().nullable(),
    /** What the document belongs to besides its matter: a meeting, item, minutes, notice. */
    ownerKind: p.string().nullable(),
    ownerId: p.uuid().nullable(),
    version: version(),
  },
});
export type Document = InferEntity<typeof Document>;

/** A closed item that a document of several shows something of: whoever is kept from one is kept from the document (KL 6:30). */
export const DocumentClosedItem = defineEntity({
  name: 'DocumentClosedItem',
  tableName: 'document_closed_item',
  properties: {
    documentId: p.uuid().primary(),
    itemId: p.uuid().primary(),
  },
});
export type DocumentClosedItem = InferEntity<typeof DocumentClosedItem>;

/** Insert only: made from a template version and a data snapshot, or uploaded. `madeKey` makes the making idempotent. */
export const DocumentVersion = defineEntity({
  name: 'DocumentVersion',
  tableName: 'document_version',
  properties: {
    id: id(),
    documentId: p.uuid(),
    number: p.integer(),
    sha256: p.string(),
    mediaType: p.string(),
    size: p.integer(),
    pages: p.integer(),
    fileName: p.text(),
    madeKey: p.string(),
    template: p.string().nullable(),
    snapshot: p.json().$type<unknown>().nullable(),
    renderer: p.string().nullable(),
    /** What the file claims and passes: 'PDF/A-3a', 'PDF/UA-1'. */
    claims: p.json().$type<string[]>(),
    createdAt: p.datetime(),
    createdBy: p.string(),
  },
});
export type DocumentVersion = InferEntity<typeof DocumentVersion>;

export const Blob = defineEntity({
  name: 'Blob',
  tableName: 'blob',
  properties: { sha256: p.string().primary(), bytes: p.blob(), size: p.integer(), createdAt: p.datetime() },
});
export type Blob = InferEntity<typeof Blob>;

/** A text in Samråd-text 1, named by its owner and slot. */
export const Text = defineEntity({
  name: 'Text',
  tableName: 'text',
  properties: {
    id: id(),
    authorityId: authority(),
    ownerKind: p.string(),
    ownerId: p.uuid(),
    slot: p.string(),
    formatVersion: p.integer(),
    content: p.text(),
    savedAt: p.datetime(),
    savedBy: p.string(),
    closed: p.boolean(),
    bodyId: p.uuid().nullable(),
    version: version(),
  },
});
export type Text = InferEntity<typeof Text>;

/** Every saved text is kept. */
export const TextRevision = defineEntity({
  name: 'TextRevision',
  tableName: 'text_revision',
  properties: {
    textId: p.uuid().primary(),
    number: p.integer().primary(),
    content: p.text(),
    savedAt: p.datetime(),
    savedBy: p.string(),
  },
});
export type TextRevision = InferEntity<typeof TextRevision>;

/** An official memo; its sections are texts with the owner kind 'memo' and the section's key as slot. */
export const Memo = defineEntity({
  name: 'Memo',
  tableName: 'memo',
  properties: {
    id: id(),
    authorityId: authority(),
    bodyId: p.uuid(),
    matterId: p.uuid(),
    documentId: p.uuid(),
    title: p.text(),
    authorPersonId: p.uuid(),
    coAuthorPersonId: p.uuid().nullable(),
    day: day(),
    state: p.enum(['draft', 'ready'] as const),
    /** Perspectives that do not apply, with the reason: section key -> reason. */
    notApplicable: p.json().$type<Record<string, string>>(),
    recipientIds: p.json().$type<string[]>(),
    /** How many times it has been made ready: each is a version of its document. */
    readyNumber: p.integer(),
    readyAt: p.datetime().nullable(),
    readyBy: p.string().nullable(),
    /** The content as it was when last made ready (`MemoContent` of domain/register): what the document is made from. */
    readyContent: p.json().$type<unknown>().nullable(),
    /** Set where it belongs to a closed item: hidden from all but its authors and those who read the item's papers. */
    closedItemId: p.uuid().nullable(),
    version: version(),
  },
});
export type Memo = InferEntity<typeof Memo>;
