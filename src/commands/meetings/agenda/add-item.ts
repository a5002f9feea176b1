import { v7 as uuidv7 } from 'uuid';
import { AddItem } from '../../../contracts/meetings/agenda/add-item';
import { moveTo } from '../../../domain/meetings/agenda/agenda-order';
import { canCarryOnItem } from '../../../domain/meetings/agenda/agenda-item';
import { isLateSubmission } from '../../../domain/meetings/agenda/in-time';
import { refuse, type Refusal } from '../../../domain/refusals/refusal';
import { AgendaItem } from '../../../store/entities/meetings';
import { Matter } from '../../../store/entities/register';
import { settleMemoTasks } from '../../register/memos/memo-tasks';
import { defineCommand } from '../../runner/command';
import { findRow, type Transaction } from '../../runner/transaction';
import { carryRecusals } from '../before/carried-recusals';
import { onMeeting } from '../plan/objects';
import { closePapersWithItem } from './closed-papers';
import { agendaNow, openAgenda } from './open-agenda';
import { keepOrder } from './order-rows';
import { contentFault, itemColumns, writeContent } from './save-item';

/** M-3: a matter, a formality or the continuation of an earlier item goes onto the agenda. Late ones are marked. */
export const addItem = defineCommand<AddItem, { itemId: string; late: boolean }>({
  name: 'addItem',
  kind: 'step',
  input: AddItem,
  permission: (tx, input) => onMeeting(tx, 'agenda.write', input.meetingId),
  handle: async (tx, input) => {
    const open = await openAgenda(tx, input.meetingId);
    if (!open.ok) return open;
    const { meeting, inForce } = open;
    const fault =
      (await contentFault(tx, meeting.bodyId, input.title, input)) ?? (await linkFault(tx, meeting, input));
    if (fault !== null) return fault;
    const items = await agendaNow(tx, open);
    const parentId = input.parentId ?? null;
    const siblings = items.filter((item) => item.parentId === parentId);
    const late = input.kind !== 'formality' && isLateSubmission(inForce.rules, meeting.day, tx.now);
    const id = uuidv7();
    const item = tx.em.create(AgendaItem, {
      id,
      authorityId: meeting.authorityId,
      bodyId: meeting.bodyId,
      meetingId: meeting.id,
      ordinal: Math.max(0, ...siblings.map(({ ordinal }) => ordinal)) + 1,
      parentId,
      matterId: input.matterId ?? null,
      templateKey: input.templateKey ?? null,
      continuesId: input.continuesId ?? null,
      agendaNumber: null,
      late,
      state: 'listed',
      withdrawnReason: null,
      treatedOrder: null,
      openedAt: null,
      treatedAt: null,
      ...(await itemColumns(tx, input)),
    });
    tx.em.persist(item);
    await writeContent(tx, item, input);
    await attachReadyMemos(tx, item);
    const continues = input.continuesId ?? null;
    if (continues !== null) await carryRecusals(tx, continues, { itemId: id, meeting });
    const place = input.position ?? placeAmong(siblings);
    const moved = moveTo(await agendaNow(tx, open), id, Math.min(place, siblings.length + 1));
    if (!moved.ok) return moved;
    await keepOrder(tx, moved.items);
    if (item.matterId !== null) await settleMemoTasks(tx, meeting.bodyId);
    return {
      ok: true,
      result: { itemId: id, late },
      subject: { kind: 'agendaItem', id, authorityId: meeting.authorityId },
      wakes: [{ kind: 'meetingCycle', row: meeting.id, authority: meeting.authorityId }],
    };
  },
});

/** The matter's memos that are ready and lie at no other item come along; the secretary adds the rest by hand. */
async function attachReadyMemos(
  tx: Transaction,
  item: Pick<AgendaItem, 'id' | 'matterId' | 'closed'>,
): Promise<void> {
  if ((item.matterId ?? null) === null) return;
  await tx.em.execute(
    `insert into item_document (item_id, document_id, ordinal, label)
     select ?, m.document_id, row_number() over (order by m.day, m.id), 'Tjänsteskrivelse ' || m.title
     from memo m where m.matter_id = ? and m.state = 'ready' and m.closed_item_id is null
       and not exists (select from item_document a where a.document_id = m.document_id)`,
    [item.id, item.matterId],
  );
  await closePapersWithItem(tx, item);
}

/** A matter goes before the formal items that end every agenda: reported decisions, notifications, other questions. */
export function placeAmong(
  siblings: readonly { readonly templateKey: string | null; readonly kind: string }[],
): number {
  const closing = new Set(['delegatedDecisions', 'notifications', 'other']);
  const first = siblings.findIndex(({ templateKey }) => closing.has(templateKey ?? ''));
  return first < 0 ? siblings.length + 1 : first + 1;
}

async function linkFault(
  tx: Transaction,
  meeting: { readonly id: string; readonly bodyId: string; readonly day: string },
  input: AddItem,
): Promise<Refusal | null> {
  if ((input.parentId ?? null) !== null) {
    const parent = await findRow(tx, AgendaItem, { id: input.parentId ?? '' });
    if (!parent.ok) return parent;
    if (parent.row.meetingId !== meeting.id) return refuse('item-of-other-meeting');
  }
  if ((input.continuesId ?? null) !== null) {
    const earlier = await findRow(tx, AgendaItem, { id: input.continuesId ?? '', bodyId: meeting.bodyId });
    if (!earlier.ok) return earlier;
    const carried = canCarryOnItem(await earlierItem(tx, earlier.row, meeting.day));
    if (!carried.ok) return carried;
  }
  if ((input.matterId ?? null) === null) return null;
  // Another body's matter comes to this one by being handed over, never by its id.
  const matter = await findRow(tx, Matter, { id: input.matterId ?? '', bodyId: meeting.bodyId });
  if (!matter.ok) return matter;
  const { state, registryNumber, title } = matter.row;
  return state === 'open' ? null : refuse('matter-not-open', { number: registryNumber ?? title });
}

/** How an item stands that a new one, at a meeting of the day, is to carry on. */
async function earlierItem(
  tx: Transaction,
  item: AgendaItem,
  day: string,
): Promise<Parameters<typeof canCarryOnItem>[0]> {
  const rows: { before: boolean; settled: boolean; carriedOn: boolean }[] = await tx.em.execute(
    `select m.day < ?::date as before,
       i.state = 'withdrawn' or i.state = 'listed' and (i.treated_at is not null
         or exists (select from decision d where d.item_id = i.id)) as settled,
       exists (select from agenda_item l where l.continues_id = i.id and l.state <> 'removed'
         and not exists (select from assignment a where a.return_item_id = l.id)) as "carriedOn"
     from agenda_item i join meeting m on m.id = i.meeting_id where i.id = ?`,
    [day, item.id],
  );
  const facts = rows[0] ?? { before: false, settled: false, carriedOn: false };
  return { label: String(item.agendaNumber ?? item.ordinal), ...facts };
}
