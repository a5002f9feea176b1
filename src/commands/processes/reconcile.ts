import type { EntityManager } from '@mikro-orm/postgresql';
import type { Day } from '../../domain/time/day';
import { readOpenRows } from '../../store/queries/processes/open-rows';
import { stateActor } from '../runner/transaction';
import { wakeRows } from './wake-rows';

/**
 * Wakes every open row: the one act after a restore or a lost workflow server (wake.md 14).
 * @param today the case's day
 * @returns how many processes were woken
 */
export async function reconcile(em: EntityManager, today: Day): Promise<number> {
  return em.fork().transactional(async (tx) => {
    await stateActor(tx, { kind: 'system' }, today);
    return wakeRows(tx, await readOpenRows(tx));
  });
}
