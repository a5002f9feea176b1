import type { EntityManager } from '@mikro-orm/postgresql';
import { stateActor } from '../../commands/runner/transaction';
import type { Actor } from '../../contracts/actor';
import type { Clock } from '../../contracts/ports';
import { dayOf } from '../../domain/time/stockholm';

/** Reads in one transaction as the process of the board's authority, so that row level security holds. */
export async function readAs<Answer>(
  deps: { readonly em: EntityManager; readonly clock: Clock },
  actor: Actor,
  work: (em: EntityManager) => Promise<Answer>,
): Promise<Answer> {
  const now = await deps.clock.now();
  return deps.em.fork().transactional(
    async (em) => {
      await stateActor(em, actor, dayOf(now));
      return work(em);
    },
    { readOnly: true },
  );
}
