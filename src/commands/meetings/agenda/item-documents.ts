import {
  AttachDocument,
  DetachDocument,
  MoveDocument,
} from '../../../contracts/meetings/agenda/item-documents';
import { refuse } from '../../../domain/refusals/refusal';
import { Document } from '../../../store/entities/register';
import { settleMemoTasks } from '../../register/memo-tasks';
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
    const found = await findRow(tx, Document, { id: input.documentId });
    if (!found.ok) return found;
    if (found.row.state === 'cancelled') return refuse('not-found');
    if (found.row.closed && found.row.ownerId !== input.itemId) return refuse('document-closed-to-open-item');
    const order = await documentsOf(tx, input.itemId);
    if (order.includes(input.documentId)) return refuse('document-on-item-already');
    await tx.em.execute(
      'insert into item_document (item_id, document_id, ordinal, label) values (?, ?, ?, ?)',
      [input.itemId, input.documentId, order.length + 1, input.label ?? found.row.title],
    );
    return waking(await attached(tx, open, [...order, input.documentId]), open);
  },
});

/** The document leaves the item and stays in the register. */
export const detachDocument = defineCommand<DetachDocument, Attached>({
  name: 'detachDocument',
  kind: 'step',
  input: DetachDocument,
  permission: (tx, input) => onItem(tx, 'agenda.write', input.itemId),
  handle: async (tx, { itemId, documentId }) => {
    const open = await openItem(tx, itemId);
    if (!open.ok) return open;
    const order = await documentsOf(tx, itemId);
    if (!order.includes(documentId)) return refuse('not-found');
    await tx.em.execute('delete from item_document where item_id = ? and document_id = ?', [
      itemId,
      documentId,
    ]);
    const left = order.filter((id) => id !== documentId);
    return waking(await attached(tx, open, left), open);
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
    const order = await documentsOf(tx, itemId);
    const from = order.indexOf(documentId);
    if (from < 0) return refuse('not-found');
    const others = order.filter((id) => id !== documentId);
    const place = Math.min(Math.max(to === 'up' ? from - 1 : from + 1, 0), others.length);
    return attached(tx, open, [...others.slice(0, place), documentId, ...others.slice(place)]);
  },
});

async function documentsOf(tx: Transaction, itemId: string): Promise<string[]> {
  const rows: { id: string }[] = await tx.em.execute(
    'select document_id as id from item_document where item_id = ? order by ordinal',
    [itemId],
  );
  return rows.map(({ id }) => id);
}

/** Numbers the documents anew and moves the item's version on: a form made before does not undo this. */
async function attached(tx: Transaction, open: OpenItem, documentIds: string[]): Promise<Done<Attached>> {
  const { id: itemId, authorityId } = open.item;
  await tx.em.execute(
    `update item_document a set ordinal = ordered.place from unnest(?::uuid[]) with ordinality as ordered (id, place)
     where a.item_id = ? and a.document_id = ordered.id and a.ordinal <> ordered.place`,
    [`{${documentIds.join(',')}}`, itemId],
  );
  await closePapersWithItem(tx, open.item);
  await settleMemoTasks(tx, open.meeting.bodyId);
  await tx.em.execute('update agenda_item set version = version + 1 where id = ?', [itemId]);
  return {
    ok: true,
    result: { itemId, documentIds },
    subject: { kind: 'agendaItem', id: itemId, authorityId },
  };
}

/** A memo among the documents is made into its own document by the meeting's process. */
function waking(done: Done<Attached>, { meeting }: OpenItem): Done<Attached> {
  return { ...done, wakes: [{ kind: 'meetingCycle', row: meeting.id, authority: meeting.authorityId }] };
}
