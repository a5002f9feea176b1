import type { EntityManager } from '@mikro-orm/postgresql';
import type { Log, WakeSender } from '../../contracts/ports';
import type { WrittenWake } from './wakes';

/**
 * Right after commit the wakes are sent; nobody waits for it and a failure is nothing: the relay sends what is left (wake.md 2).
 */
export function deliverAtOnce(
  deps: { readonly em: EntityManager; readonly wakeSender: WakeSender; readonly log: Log },
  wakes: readonly WrittenWake[],
): void {
  for (const wake of wakes) {
    if (wake.gather > 0) continue;
    deps.wakeSender
      .send(wake)
      .then(() =>
        deps.em
          .fork()
          .execute('update wake set delivered_at = clock_timestamp() where id = ? and delivered_at is null', [
            wake.id,
          ]),
      )
      .catch((error: unknown) => {
        deps.log.warn(
          { wake: wake.id, kind: wake.kind, error: error instanceof Error ? error.name : 'unknown' },
          'wake left to the relay',
        );
      });
  }
}
