import type { Permission } from '../runner/command';
import { refuse, type Refusal } from '../../domain/refusals/refusal';
import type { Transaction } from '../runner/transaction';
import { findAccount, type OpenAccount } from './accounts';

/** Everyone may do this with the own account, nobody with another's. */
export function ownAccount(tx: Transaction): Promise<Permission | Refusal> {
  const ownerIds = tx.holder === null ? [] : [tx.holder.personId];
  return Promise.resolve({ act: 'own', object: { ownerIds } });
}

/** The account of the person who acts. */
export async function actingAccount(tx: Transaction): Promise<OpenAccount | Refusal> {
  const account = tx.holder === null ? null : await findAccount(tx, { personId: tx.holder.personId });
  return account ?? refuse('not-found');
}
