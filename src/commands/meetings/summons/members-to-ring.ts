import { toBeRung } from '../../../domain/meetings/summons/members-to-ring';
import { SummonsRecipient } from '../../../store/entities/meetings';
import { closeTasks } from '../../notifications/tasks';
import type { Transaction } from '../../runner/transaction';

/** How many members of the summons are still to be rung (M-4). */
export async function countToRing(tx: Transaction, summonsId: string): Promise<number> {
  await tx.em.flush();
  const rows = await tx.em.find(SummonsRecipient, { summonsId }, { refresh: true });
  return rows.filter(({ capacity, openedAt, calledAt }) =>
    toBeRung({ capacity, openedAt: openedAt ?? null, calledAt: calledAt ?? null }),
  ).length;
}

/** The task to ring is done when nobody is left to ring. @returns how many are left */
export async function closeWhenAllRung(
  tx: Transaction,
  meetingId: string,
  summonsId: string,
): Promise<number> {
  const left = await countToRing(tx, summonsId);
  if (left === 0) await closeTasks(tx, meetingId, ['ringUnopened']);
  return left;
}
