import { IsolationLevel } from '@mikro-orm/core';
import type { EntityManager } from '@mikro-orm/postgresql';

/** Reads in one read-only transaction: what a page shows was all true at one moment. */
export async function snapshot<Answer>(
  em: EntityManager,
  work: (em: EntityManager) => Promise<Answer>,
): Promise<Answer> {
  return em.fork().transactional(work, { readOnly: true, isolationLevel: IsolationLevel.REPEATABLE_READ });
}
