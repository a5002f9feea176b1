import type { EntityManager } from '@mikro-orm/postgresql';
import type { Loop } from './loop';

/**
 * A wake delivered and unread for ten minutes, or a turn not idle for as long, is a lost or stuck run: it is woken again
 * (wake.md 13), each process once in ten minutes however often its wakes are delivered. A turn with an open fault waits by
 * itself before it tries again (wake.md 9-10), and is taken for lost only after an hour.
 */
export function createWatch(em: EntityManager): Loop {
  return {
    name: 'watch',
    everyMs: 60_000,
    turn: async () => {
      await em.fork().execute(
        `insert into wake (id, kind, row_id, authority_id, urgency, not_before, created_at, attempts, parked)
         select gen_random_uuid(), kind, row_id, authority_id, 0, clock_timestamp(), clock_timestamp(), 0, false
         from (
           select kind, row_id, authority_id from wake
             where delivered_at < clock_timestamp() - interval '10 minutes' and read_at is null
           union
           select kind, row_id, authority_id from process_turn t
             where not idle and at < clock_timestamp() - case
               when exists (select from fault f where f.kind = t.kind and f.row_id = t.row_id and f.cleared_at is null)
               then interval '1 hour' else interval '10 minutes' end
         ) lost
         where not exists (select from wake w where w.kind = lost.kind and w.row_id = lost.row_id and not w.parked
           and (w.delivered_at is null or w.created_at > clock_timestamp() - interval '10 minutes'))`,
      );
      return 0;
    },
  };
}
