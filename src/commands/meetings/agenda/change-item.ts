import { ChangeItem } from '../../../contracts/meetings/agenda/change-item';
import { refuse } from '../../../domain/refusals/refusal';
import { AgendaItem } from '../../../store/entities/meetings';
import { defineCommand } from '../../runner/command';
import { lockRow } from '../../runner/transaction';
import { onItem } from '../plan/objects';
import { closePapersWithItem } from './closed-papers';
import { openItem, subItemsTaken } from './open-agenda';
import { contentFault, itemColumns, writeContent } from './save-item';

/** M-3: everything that stands at an item. Two people cannot overwrite each other: the form sends the version back. */
export const changeItem = defineCommand<ChangeItem, { itemId: string; version: number }>({
  name: 'changeItem',
  kind: 'edit',
  input: ChangeItem,
  permission: (tx, input) => onItem(tx, 'agenda.write', input.itemId),
  handle: async (tx, input) => {
    const open = await openItem(tx, input.itemId, input.version);
    if (!open.ok) return open;
    const { item } = open;
    const label = String(item.agendaNumber ?? item.ordinal);
    if (input.closed !== item.closed && (await subItemsTaken(tx, item.id)))
      return refuse('sub-items-taken-already', { item: label });
    const fault = await contentFault(tx, item.bodyId, label, input);
    if (fault !== null) return fault;
    Object.assign(item, await itemColumns(tx, input));
    await writeContent(tx, item, input);
    await closePapersWithItem(tx, { id: item.id, closed: input.closed });
    // Points and summary are rows of their own: the item's version moves on even when only they have changed.
    await tx.em.execute('update agenda_item set version = ? where id = ?', [input.version + 1, item.id]);
    await lockRow(tx, AgendaItem, { id: item.id });
    return {
      ok: true,
      result: { itemId: item.id, version: input.version + 1 },
      subject: { kind: 'agendaItem', id: item.id, authorityId: item.authorityId },
    };
  },
});
