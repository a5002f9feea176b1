import { LockMode, type Loaded } from '@mikro-orm/core';
import { v7 as uuidv7 } from 'uuid';
import type { Day } from '../../../domain/time/day';
import { Document, DocumentClosedItem, Matter } from '../../../store/entities/register';
import type { Transaction } from '../../runner/transaction';
import { numberWithin, type DocumentNumber } from './document-number';

/** What the register is told about a document (OSL 5:2). */
export interface DocumentToRegister {
  /** Given where the caller needs it beforehand; otherwise made here. */
  readonly id?: string;
  readonly authorityId: string;
  readonly bodyId: string | null;
  /** The matter that numbers it; null: `unregisteredReason` says why it has no number. */
  readonly matterId: string | null;
  readonly kind: Document['kind'];
  readonly title: string;
  readonly protectedTitle?: string | null;
  readonly direction: Document['direction'];
  /** The day it came in, went out or was drawn up. */
  readonly day: Day;
  /** Sender or recipient. */
  readonly counterpart?: string | null;
  /** Kept apart, where the open register must not show it. */
  readonly protectedCounterpart?: string | null;
  /** A draft gets its number when it leaves that state. */
  readonly state: Exclude<Document['state'], 'cancelled'>;
  readonly unregisteredReason?: string | null;
  /** The number that another authority gave it; without one the matter's series says what it gets. */
  readonly given?: DocumentNumber;
  readonly secrecy?: Document['secrecy'];
  /** What it belongs to besides its matter: a meeting, summons, minutes, notice. */
  readonly owner?: { readonly kind: string; readonly id: string } | null;
  /** The closed agenda items that it shows something of: row level security hides it from whoever is kept from one of them. */
  readonly closedItemIds?: readonly string[];
}

/**
 * Puts a document in the register, within the transaction of the act that made or received it. Locks the matter and gives
 * the next number within it; a draft gets none.
 * @returns the row, written
 * @throws when neither a matter nor a reason is given for a document that is not a draft (the database refuses it, R-1)
 */
export async function registerDocument(
  tx: Transaction,
  document: DocumentToRegister,
): Promise<Loaded<Document>> {
  const numbered = document.state !== 'draft' && document.matterId !== null;
  const given = document.given ?? (numbered ? await nextWithin(tx, document.matterId) : none);
  const closedItemIds = [...new Set(document.closedItemIds ?? [])];
  const [closedItemId] = closedItemIds;
  const owner =
    closedItemId === undefined ? (document.owner ?? null) : { kind: 'agendaItem', id: closedItemId };
  const row = tx.em.create(Document, {
    id: document.id ?? uuidv7(),
    authorityId: document.authorityId,
    bodyId: document.bodyId,
    matterId: document.matterId,
    number: given.number,
    registryNumber: given.registryNumber,
    awaitsNumber: given.awaitsNumber,
    kind: document.kind,
    title: document.title,
    protectedTitle: document.protectedTitle ?? null,
    direction: document.direction,
    day: document.day,
    counterpart: document.counterpart ?? null,
    protectedCounterpart: document.protectedCounterpart ?? null,
    state: document.state,
    stateReason: null,
    unregisteredReason: document.unregisteredReason ?? null,
    closed: closedItemId !== undefined,
    secrecy: document.secrecy ?? null,
    ownerKind: owner?.kind ?? null,
    ownerId: owner?.id ?? null,
  });
  tx.em.persist(row);
  if (closedItemIds.length > 1)
    for (const itemId of closedItemIds)
      tx.em.persist(tx.em.create(DocumentClosedItem, { documentId: row.id, itemId }));
  await tx.em.flush();
  return row;
}

/**
 * A draft becomes a document of the authority: drawn up, received or dispatched, with its number within the matter.
 * One that has left the draft keeps its number.
 */
export async function drawUpDocument(
  tx: Transaction,
  document: Loaded<Document>,
  state: 'received' | 'drawnUp' | 'dispatched',
  day: Day,
): Promise<void> {
  if ((document.number ?? null) === null && (document.matterId ?? null) !== null)
    Object.assign(document, await nextWithin(tx, document.matterId ?? null));
  if (document.state === 'draft') document.day = day;
  document.state = state;
  await tx.em.flush();
}

const none: DocumentNumber = { number: null, registryNumber: null, awaitsNumber: false };

/** Locks the matter and gives the document its number within it. */
async function nextWithin(tx: Transaction, matterId: string | null): Promise<DocumentNumber> {
  const matter = await tx.em.findOneOrFail(
    Matter,
    { id: matterId ?? '' },
    { lockMode: LockMode.PESSIMISTIC_WRITE, refresh: true },
  );
  return numberWithin(tx, matter);
}
