import { acts } from '../../../domain/access/acts';
import { capacitiesOn } from '../../../domain/access/capacities';
import { readHolder } from '../../../store/queries/holder';
import type { Transaction } from '../../runner/transaction';

/** Whether a person may write memos for the body today: an official, its secretary or head of centre. */
export async function writesFor(tx: Transaction, personId: string, bodyId: string): Promise<boolean> {
  const holder = await readHolder(tx.em, personId);
  if (holder === null) return false;
  const held = capacitiesOn(holder, { bodyId }, tx.today);
  return acts['memo.open'].some((capacity) => held.has(capacity));
}
