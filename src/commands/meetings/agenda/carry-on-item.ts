import { CarryOnItem } from '../../../contracts/meetings/agenda/carry-on-item';
import { canCarryOnItem } from '../../../domain/meetings/agenda/agenda-item';
import { refuse } from '../../../domain/refusals/refusal';
import { AgendaItem } from '../../../store/entities/meetings';
import { readEarlierItem } from '../../../store/queries/meetings/agenda/agenda-candidates';
import { readPlannedItem } from '../../../store/queries/meetings/agenda/agenda-items';
import { settleMemoTasks } from '../../register/memos/memo-tasks';
import { defineCommand } from '../../runner/command';
import { lockRow } from '../../runner/transaction';
import { onMeeting } from '../plan/objects';
import { carryOn } from './carry-on';
import { attachReadyMemos, matterFault } from './matter-of-item';
import { openAgenda } from './open-agenda';

/** M-3, M-7: an item that was put off comes onto a later agenda as it stood, closed ones too, with its recusals (KL 6:30). */
export const carryOnItem = defineCommand<CarryOnItem, { itemId: string; late: boolean }>({
  name: 'carryOnItem',
  kind: 'step',
  input: CarryOnItem,
  permission: (tx, input) => onMeeting(tx, 'agenda.write', input.meetingId),
  handle: async (tx, input) => {
    const open = await openAgenda(tx, input.meetingId);
    if (!open.ok) return open;
    const { meeting } = open;
    // Locked, so that two agendas do not take it at once.
    const locked = await lockRow(tx, AgendaItem, { id: input.itemId, bodyId: meeting.bodyId });
    if (!locked.ok) return locked;
    const stands = await readEarlierItem(tx.em, input.itemId, meeting.day);
    const earlier = await readPlannedItem(tx.em, input.itemId);
    if (stands === null || earlier === null) return refuse('not-found');
    const verdict = canCarryOnItem(stands);
    if (!verdict.ok) return verdict;
    const fault = earlier.matterId === null ? null : await matterFault(tx, meeting.bodyId, earlier.matterId);
    if (fault !== null) return fault;
    const item = await carryOn(tx, open, earlier);
    await attachReadyMemos(tx, item);
    if (item.matterId !== null) await settleMemoTasks(tx, meeting.bodyId);
    return {
      ok: true,
      result: { itemId: item.id, late: item.late },
      subject: { kind: 'agendaItem', id: item.id, authorityId: meeting.authorityId },
      wakes: [{ kind: 'meetingCycle', row: meeting.id, authority: meeting.authorityId }],
    };
  },
});
