import type { EntityManager } from '@mikro-orm/postgresql';
import type { Day } from '../../../../domain/time/day';

/** Earlier minutes that an item may supplement. */
export interface EarlierMinutesView {
  readonly id: string;
  readonly day: Day;
}

/** The body's verified minutes of meetings before a day, the latest first. */
export async function readEarlierMinutes(
  em: EntityManager,
  bodyId: string,
  before: Day,
): Promise<EarlierMinutesView[]> {
  return em.execute(
    `select m.id, g.day::text as day from minutes m join meeting g on g.id = m.meeting_id
     where m.body_id = ? and m.state = 'verified' and g.day < ?::date order by g.day desc limit 60`,
    [bodyId, before],
  );
}

/** The minutes that an item supplements; null when it supplements none. */
export async function readSupplemented(em: EntityManager, itemId: string): Promise<string | null> {
  const rows: { id: string | null }[] = await em.execute(
    'select supplements_minutes_id as id from agenda_item where id = ?',
    [itemId],
  );
  return rows[0]?.id ?? null;
}

/** One end of the link between minutes and what supplements them. */
export interface Supplement {
  /** The meeting at the other end. */
  readonly meetingId: string;
  readonly day: Day;
  readonly title: string;
  /** The paragraph of the item; null until its meeting is closed. */
  readonly paragraph: number | null;
}

/** What has supplemented these minutes, and what earlier minutes they supplement, by paragraph. */
export async function readSupplements(
  em: EntityManager,
  minutesId: string,
): Promise<{ readonly by: readonly Supplement[]; readonly of: readonly Supplement[] }> {
  const by: Supplement[] = await em.execute(
    `select g.id as "meetingId", g.day::text as day, i.title, p.number as paragraph
     from agenda_item i join meeting g on g.id = i.meeting_id left join paragraph p on p.item_id = i.id
     where i.supplements_minutes_id = ? and i.state = 'listed' order by g.day limit 60`,
    [minutesId],
  );
  const of: Supplement[] = await em.execute(
    `select g.id as "meetingId", g.day::text as day, i.title, p.number as paragraph
     from minutes m join agenda_item i on i.meeting_id = m.meeting_id and i.state = 'listed'
     join minutes e on e.id = i.supplements_minutes_id join meeting g on g.id = e.meeting_id
     left join paragraph p on p.item_id = i.id where m.id = ? order by p.number limit 60`,
    [minutesId],
  );
  return { by, of };
}
