import {
  AttachDocument,
  DetachDocument,
  MoveDocument,
} from '../../../contracts/meetings/agenda/item-documents';
import { refuse } from '../../../domain/refusals/refusal';
import { canSupportItem } from '../../../domain/register/registering';
import { Document } from '../../../store/entities/register';
import { settleMemoTasks } from '../../register/memos/memo-tasks';
import { defineCommand, type Done } from '../../runner/command';
import { findRow, type Transaction } from '../../runner/transaction';
import { onItem } from '../plan/objects';
import { closePapersWithItem } from './closed-papers';
import { openItem, type OpenItem } from './open-agenda';

interface Attached {
  readonly itemId: string;
  readonly documentIds: string[];
}

/** M-3: a memo, an appendix or a reported document at an item. A document of a closed item stays with closed items. */
export const attachDocument = defineCommand<AttachDocument, Attached>({
  name: 'attachDocument',
  kind: 'step',
  input: AttachDocument,
  permission: (tx, input) => onItem(tx, 'agenda.write', input.itemId),
  handle: async (tx, input) => {
    const open = await openItem(tx, input.itemId);
    if (!open.ok) return open;
    const found = await findRow(tx, Document, { id: input.documentId, bodyId: open.item.bodyId });
    if (!found.ok) return found;
    if (found.row.state === 'cancelled') return refuse('not-found');
    if (found.row.closed && !open.item.closed) return refuse('document-closed-to-open-item');
    const supports = canSupportItem({ reference: found.row.title, verified: isVerified(found.row) });
    if (!supports.ok) return supports;
    const papers = await papersOf(tx, input.itemId);
    if (papers.some(({ id }) => id === input.documentId)) return refuse('document-on-item-already');
    await tx.em.execute(
      `with ${MOVED_ON} insert into item_document (item_id, document_id, ordinal, label) values (?, ?, ?, ?)`,
      [input.itemId, input.itemId, input.documentId, papers.length + 1, input.label ?? found.row.title],
    );
    return waking(await attached(tx, open, [...papers, found.row], found.row), open);
  },
});

/** minutes, and what is taken from them, are drafts until they are verified; other documents need no verification. */
function isVerified({ kind, state }: Document): boolean {
  return state !== 'draft' || (kind !== 'minutes' && kind !== 'extract');
}

/** The document leaves the item and stays in the register. */
export const detachDocument = defineCommand<DetachDocument, Attached>({
  name: 'detachDocument',
  kind: 'step',
  input: DetachDocument,
  permission: (tx, input) => onItem(tx, 'agenda.write', input.itemId),
  handle: async (tx, { itemId, documentId }) => {
    const open = await openItem(tx, itemId);
    if (!open.ok) return open;
    const papers = await papersOf(tx, itemId);
    const leaving = papers.find(({ id }) => id === documentId);
    if (leaving === undefined) return refuse('not-found');
    const left = papers.filter(({ id }) => id !== documentId);
    await numbered(tx, itemId, left, documentId);
    return waking(await attached(tx, open, left, leaving), open);
  },
});

/** One step up or down; the first and the last stay where they are. */
export const moveDocument = defineCommand<MoveDocument, Attached>({
  name: 'moveDocument',
  kind: 'edit',
  input: MoveDocument,
  permission: (tx, input) => onItem(tx, 'agenda.write', input.itemId),
  handle: async (tx, { itemId, documentId, to }) => {
    const open = await openItem(tx, itemId);
    if (!open.ok) return open;
    const papers = await papersOf(tx, itemId);
    const from = papers.findIndex(({ id }) => id === documentId);
    const moved = papers[from];
    if (moved === undefined) return refuse('not-found');
    const others = papers.filter((paper) => paper !== moved);
    const place = Math.min(Math.max(to === 'up' ? from - 1 : from + 1, 0), others.length);
    const order = [...others.slice(0, place), moved, ...others.slice(place)];
    await numbered(tx, itemId, order);
    return attached(tx, open, order, null);
  },
});

/** A document at the item, as far as the other rows that hang on it need to know. */
type Paper = Pick<Document, 'id' | 'kind' | 'closed'>;

async function papersOf(tx: Transaction, itemId: string): Promise<Paper[]> {
  return tx.em.execute(
    `select d.id, d.kind, d.closed from item_document a join document d on d.id = a.document_id
     where a.item_id = ? order by a.ordinal`,
    [itemId],
  );
}

/** The item's version moves on with its papers: a form made before does not undo what was done with them. */
const MOVED_ON = `moved_on as (update agenda_item set version = version + 1 where id = ?)`;

/** Gives the papers their places in this order. @param leaving the paper that stands at the item no more */
async function numbered(
  tx: Transaction,
  itemId: string,
  papers: readonly Paper[],
  leaving: string | null = null,
): Promise<void> {
  await tx.em.execute(
    `with ${MOVED_ON}, gone as (delete from item_document where item_id = ? and document_id = ?)
     update item_document a set ordinal = ordered.place from unnest(?::uuid[]) with ordinality as ordered (id, place)
     where a.item_id = ? and a.document_id = ordered.id and a.ordinal <> ordered.place`,
    [itemId, itemId, leaving, `{${papers.map(({ id }) => id).join(',')}}`, itemId],
  );
}

/**
 * Brings what hangs on the item's papers in line with them.
 * @param changed the paper that came or left; null where they are only in another order
 */
async function attached(
  tx: Transaction,
  open: OpenItem,
  papers: readonly Paper[],
  changed: Paper | null,
): Promise<Done<Attached>> {
  const { id: itemId, authorityId, closed } = open.item;
  if (changed !== null && (closed || changed.closed)) await closePapersWithItem(tx, open.item);
  if (changed?.kind === 'memo') await settleMemoTasks(tx, open.meeting.bodyId);
  return {
    ok: true,
    result: { itemId, documentIds: papers.map(({ id }) => id) },
    subject: { kind: 'agendaItem', id: itemId, authorityId },
  };
}

/** A memo among the documents is made into its own document by the meeting's process. */
function waking(done: Done<Attached>, { meeting }: OpenItem): Done<Attached> {
  return { ...done, wakes: [{ kind: 'meetingCycle', row: meeting.id, authority: meeting.authorityId }] };
}
