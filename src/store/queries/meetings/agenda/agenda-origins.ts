import type { EntityManager } from '@mikro-orm/postgresql';
import type { Outcome } from '../../../../domain/meetings/session/outcomes';
import type { Day } from '../../../../domain/time/day';

/** How an item of the agenda was put off at an earlier meeting. */
export interface ItemOrigin {
  readonly itemId: string;
  readonly day: Day;
  /** Null for one that was withdrawn before it got a paragraph. */
  readonly paragraph: number | null;
  readonly outcome: Extract<Outcome, 'referredBack' | 'tabled' | 'postponed' | 'withdrawn'>;
  readonly reason: string;
}

/** Where the items of a meeting come from that were put off before; what a reader may not read is not told. */
export async function readOrigins(em: EntityManager, meetingId: string): Promise<ItemOrigin[]> {
  return em.execute(
    `select i.id as "itemId", m.day::text as day, p.number as paragraph, coalesce(d.outcome, 'withdrawn') as outcome,
       coalesce(d.reason, o.withdrawn_reason, '') as reason
     from agenda_item i join agenda_item o on o.id = i.continues_id join meeting m on m.id = o.meeting_id
     left join decision d on d.item_id = o.id left join paragraph p on p.item_id = o.id
     where i.meeting_id = ? and i.state <> 'removed'
       and (d.outcome in ('referredBack', 'tabled', 'postponed') or d.outcome is null and o.state = 'withdrawn')
     order by i.ordinal limit 500`,
    [meetingId],
  );
}
