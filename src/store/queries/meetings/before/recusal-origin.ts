import type { Day } from '../../../../domain/time/day';

/** The former meeting that a recusal came from with its item (KL 6:30). */
export interface RecusalOrigin {
  readonly day: Day;
  /** The paragraph of the item there; null where its reader may not know it. */
  readonly paragraph: number | null;
}

/** The origin of a recusal `r`, as JSON; null for one that was declared at its own item. */
export const recusalOrigin = `(select json_build_object('day', m.day::text, 'paragraph',
  (select p.number from paragraph p where p.item_id = coalesce(i.parent_id, f.item_id) limit 1))
  from recusal f join meeting m on m.id = f.meeting_id left join agenda_item i on i.id = f.item_id
  where f.id = r.carried_from_id)`;
