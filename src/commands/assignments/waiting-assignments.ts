import type { WakeFor } from '../runner/command';
import type { Transaction } from '../runner/transaction';

/**
 * Assignments of the body that wait for an agenda to stand on: reported, or past their day. Whatever gives or takes away
 * such an agenda, or an item on it, wakes them (M-13).
 */
export async function wakeWaitingAssignments(tx: Transaction, bodyId: string): Promise<WakeFor[]> {
  await tx.em.flush();
  const rows: { id: string; authority: string }[] = await tx.em.execute(
    `select id, authority_id as authority from assignment where body_id = ?
       and (state = 'reported' or state = 'open' and confirmed_at is not null and due_day < ?::date)
     order by id limit 1000`,
    [bodyId, tx.today],
  );
  return rows.map(({ id, authority }) => ({ kind: 'assignmentFollowUp', row: id, authority }));
}
