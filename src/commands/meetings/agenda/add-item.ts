import { AddItem } from '../../../contracts/meetings/agenda/add-item';
import { refuse, type Refusal } from '../../../domain/refusals/refusal';
import { AgendaItem } from '../../../store/entities/meetings';
import { readLatestItem } from '../../../store/queries/meetings/agenda/agenda-candidates';
import { settleMemoTasks } from '../../register/memos/memo-tasks';
import { defineCommand } from '../../runner/command';
import { findRow, type Transaction } from '../../runner/transaction';
import { carryRecusals } from '../before/carried-recusals';
import { onMeeting } from '../plan/objects';
import { openAgenda } from './open-agenda';
import { attachReadyMemos, matterFault } from './matter-of-item';
import { newItem, placeItem } from './place-item';
import { contentFault, itemColumns, writeContent } from './save-item';

/**
 * M-3: a matter or a formality goes onto the agenda. Late ones are marked. A matter that has been up comes with its recusals
 * (KL 6:30), and carries on the item that was put off.
 */
export const addItem = defineCommand<AddItem, { itemId: string; late: boolean }>({
  name: 'addItem',
  kind: 'step',
  input: AddItem,
  permission: (tx, input) => onMeeting(tx, 'agenda.write', input.meetingId),
  handle: async (tx, input) => {
    const open = await openAgenda(tx, input.meetingId);
    if (!open.ok) return open;
    const { meeting } = open;
    const fault =
      (await contentFault(tx, meeting.bodyId, input.title, input)) ?? (await linkFault(tx, meeting, input));
    if (fault !== null) return fault;
    const matterId = input.matterId ?? null;
    const latest = matterId === null ? null : await readLatestItem(tx.em, matterId, meeting);
    const item = await newItem(tx, open, {
      ...(await itemColumns(tx, input)),
      parentId: input.parentId ?? null,
      matterId,
      templateKey: input.templateKey ?? null,
      continuesId: latest?.waits === true ? latest.id : null,
    });
    const { id, late } = item;
    await writeContent(tx, item, input);
    await attachReadyMemos(tx, item);
    if (latest !== null) await carryRecusals(tx, latest.id, { itemId: id, meeting });
    const placed = await placeItem(tx, open, item, input.position ?? null);
    if (!placed.ok) return placed;
    if (item.matterId !== null) await settleMemoTasks(tx, meeting.bodyId);
    return {
      ok: true,
      result: { itemId: id, late },
      subject: { kind: 'agendaItem', id, authorityId: meeting.authorityId },
      wakes: [{ kind: 'meetingCycle', row: meeting.id, authority: meeting.authorityId }],
    };
  },
});

async function linkFault(
  tx: Transaction,
  meeting: { readonly id: string; readonly bodyId: string },
  input: AddItem,
): Promise<Refusal | null> {
  if ((input.parentId ?? null) !== null) {
    const parent = await findRow(tx, AgendaItem, { id: input.parentId ?? '' });
    if (!parent.ok) return parent;
    if (parent.row.meetingId !== meeting.id) return refuse('item-of-other-meeting');
  }
  if ((input.matterId ?? null) === null) return null;
  return matterFault(tx, meeting.bodyId, input.matterId ?? '');
}
