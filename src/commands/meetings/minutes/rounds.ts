import { v7 as uuidv7 } from 'uuid';
import { Verification, VerificationRound, type Minutes } from '../../../store/entities/minutes';
import { withdrawMails } from '../../notifications/mail';
import { closeTasks } from '../../notifications/tasks';
import { lockRow, type Transaction } from '../../runner/transaction';

/** M-10: a round of signing opens; the process freezes its text and asks the signers in turn. */
export function openRound(tx: Transaction, { id, authorityId }: Minutes, number: number): void {
  tx.em.persist(
    tx.em.create(VerificationRound, {
      id: uuidv7(),
      authorityId,
      minutesId: id,
      number,
      openedAt: tx.now,
      sha256: null,
      documentVersionId: null,
      closedAt: null,
      closedReason: null,
    }),
  );
}

/** M-10: a round is closed with its reason; the signatures given are void and stay visible with it. */
export async function closeRound(
  tx: Transaction,
  minutes: Minutes,
  roundId: string,
  reason: string,
): Promise<void> {
  const round = await lockRow(tx, VerificationRound, { id: roundId });
  if (!round.ok) throw new Error('The round is gone');
  round.row.closedAt = tx.now;
  round.row.closedReason = reason;
  for (const row of await tx.em.find(Verification, { roundId, voidedAt: null })) {
    row.voidedAt = tx.now;
    row.voidedReason = reason;
  }
  await closeTasks(tx, minutes.id, ['verifyMinutes']);
  await withdrawMails(tx, minutes.id, ['minutesToVerify', 'verificationReminder']);
}
