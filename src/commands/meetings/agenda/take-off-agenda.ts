import type { AgendaItem } from '../../../store/entities/meetings';
import { settleMemoTasks } from '../../register/memos/memo-tasks';
import type { WakeFor } from '../../runner/command';
import type { Transaction } from '../../runner/transaction';

/** M-3, B-8: the item goes with its reason and its sub-items; the number it was given is never used again. */
export async function takeOffAgenda(tx: Transaction, item: AgendaItem, reason: string): Promise<WakeFor[]> {
  item.state = 'withdrawn';
  item.withdrawnReason = reason;
  await tx.em.execute(
    `update agenda_item set state = 'withdrawn', withdrawn_reason = ?, version = version + 1
       where parent_id = ? and state = 'listed' and treated_at is null`,
    [reason, item.id],
  );
  await settleMemoTasks(tx, item.bodyId);
  return [{ kind: 'meetingCycle', row: item.meetingId, authority: item.authorityId }];
}
