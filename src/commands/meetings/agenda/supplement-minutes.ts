import { SupplementMinutes } from '../../../contracts/meetings/agenda/supplement-minutes';
import { supplementMinutes as supplement } from '../../../domain/meetings/agenda/supplement';
import { Meeting } from '../../../store/entities/meetings';
import { Minutes } from '../../../store/entities/minutes';
import { defineCommand } from '../../runner/command';
import { findRow } from '../../runner/transaction';
import { onItem } from '../plan/objects';
import { agendaNow, openItem, withRules } from './open-agenda';

/**
 * M-9, M-10: what verified minutes lack is decided as an item of a later meeting. The item is linked to them; nothing in
 * them is changed.
 */
export const supplementMinutes = defineCommand<SupplementMinutes, { itemId: string; version: number }>({
  name: 'supplementMinutes',
  kind: 'edit',
  input: SupplementMinutes,
  permission: (tx, input) => onItem(tx, 'agenda.write', input.itemId),
  handle: async (tx, input) => {
    const found = await openItem(tx, input.itemId, input.version);
    if (!found.ok) return found;
    const open = await withRules(tx, found);
    if (!open.ok) return open;
    const { item, meeting } = open;
    if (input.minutesId !== null) {
      const minutes = await findRow(tx, Minutes, { id: input.minutesId });
      if (!minutes.ok) return minutes;
      const earlier = await tx.em.findOneOrFail(Meeting, minutes.row.meetingId);
      const points = (await agendaNow(tx, open)).find(({ id }) => id === item.id)?.points ?? [];
      const { bodyId } = item;
      const linked = supplement(
        { id: item.id, bodyId, meetingDate: meeting.day, points },
        {
          id: minutes.row.id,
          bodyId: minutes.row.bodyId,
          meetingDate: earlier.day,
          verified: minutes.row.state === 'verified',
        },
      );
      if (!linked.ok) return linked;
    }
    item.supplementsMinutesId = input.minutesId;
    await tx.em.flush();
    return {
      ok: true,
      result: { itemId: item.id, version: item.version },
      subject: { kind: 'agendaItem', id: item.id, authorityId: item.authorityId },
    };
  },
});
