import { RemoveItem } from '../../../contracts/meetings/agenda/remove-item';
import { canRemoveItem } from '../../../domain/meetings/agenda/agenda-item';
import { isInVersion, readAgendaVersions } from '../../../store/queries/meetings/agenda/agenda-versions';
import { wakeWaitingAssignments } from '../../assignments/waiting-assignments';
import { settleMemoTasks } from '../../register/memos/memo-tasks';
import { defineCommand } from '../../runner/command';
import type { Transaction } from '../../runner/transaction';
import { onItem } from '../plan/objects';
import { closePapersWithItem } from './closed-papers';
import { openItem } from './open-agenda';

/** M-3: an item put on the agenda by mistake is taken off; its papers stay in the register. */
export const removeItem = defineCommand<RemoveItem, { itemId: string }>({
  name: 'removeItem',
  kind: 'step',
  input: RemoveItem,
  permission: (tx, input) => onItem(tx, 'agenda.write', input.itemId),
  handle: async (tx, input) => {
    const open = await openItem(tx, input.itemId, input.version);
    if (!open.ok) return open;
    const { item } = open;
    const versions = await readAgendaVersions(tx.em, item.meetingId);
    const verdict = canRemoveItem({
      label: String(item.agendaNumber ?? item.ordinal),
      approved: (item.agendaNumber ?? null) !== null || isInVersion(versions, item.id),
      ...(await standingOn(tx, item.id)),
    });
    if (!verdict.ok) return verdict;
    item.state = 'removed';
    await tx.em.flush();
    await tx.em.execute('delete from item_document where item_id = ?', [item.id]);
    // What came along with the item goes with it, and is carried anew by the item that carries it on instead.
    await tx.em.execute(
      'update recusal set withdrawn_at = ?, version = version + 1 where item_id = ? and withdrawn_at is null',
      [tx.now, item.id],
    );
    await closePapersWithItem(tx, item);
    await settleMemoTasks(tx, item.bodyId);
    return {
      ok: true,
      result: { itemId: item.id },
      subject: { kind: 'agendaItem', id: item.id, authorityId: item.authorityId },
      wakes: [
        { kind: 'meetingCycle', row: item.meetingId, authority: item.authorityId },
        ...(await wakeWaitingAssignments(tx, item.bodyId)),
      ],
    };
  },
});

/** What else names the item. */
async function standingOn(
  tx: Transaction,
  itemId: string,
): Promise<{ readonly subItems: boolean; readonly linked: boolean }> {
  const rows: { subItems: boolean; linked: boolean }[] = await tx.em.execute(
    `with item as (select ?::uuid as id)
     select exists (select from agenda_item s where s.parent_id = item.id and s.state = 'listed') as "subItems",
       exists (select from agenda_item l where l.continues_id = item.id and l.state <> 'removed')
       or exists (select from assignment a where item.id in (a.item_id, a.return_item_id))
       or exists (select from recusal r where r.item_id = item.id and r.carried_from_id is null and r.withdrawn_at is null)
       or exists (select from motion m where m.item_id = item.id)
       or exists (select from presence_event p where p.item_id = item.id)
       or exists (select from attendee t where t.item_id = item.id)
       or exists (select from agenda_item o where o.id = item.id and o.opened_at is not null) as linked
     from item`,
    [itemId],
  );
  return rows[0] ?? { subItems: false, linked: true };
}
