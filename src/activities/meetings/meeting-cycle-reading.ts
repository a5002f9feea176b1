import type { EntityManager } from '@mikro-orm/postgresql';
import { stateActor } from '../../commands/runner/transaction';
import type { Actor } from '../../contracts/actor';
import { dayOf } from '../../domain/time/stockholm';
import type { MeetingCycleDeps } from './meeting-cycle';

/** Reads in one transaction as the process of the board's authority, so that row level security holds. */
export async function readAs<Answer>(
  deps: Pick<MeetingCycleDeps, 'em' | 'clock'>,
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
