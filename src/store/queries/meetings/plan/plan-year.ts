import type { EntityManager } from '@mikro-orm/postgresql';
import type { BodyKind } from '../../../../domain/bodies/body';
import type { PlanRule } from '../../../../domain/meetings/plan/plan';
import type { Day } from '../../../../domain/time/day';
import type { ClockTime } from '../../../../domain/time/stockholm';
import type { MeetingPhase } from '../../../../domain/meetings/phases';

export interface BodyHead {
  readonly id: string;
  readonly authorityId: string;
  readonly name: string;
  readonly slug: string;
  readonly kind: BodyKind;
}

/** A body by its id, or by the name in its address; null when there is none. */
export async function readBody(
  em: EntityManager,
  by: { readonly id: string } | { readonly slug: string },
): Promise<BodyHead | null> {
  const rows: BodyHead[] = await em.execute(
    `select id, authority_id as "authorityId", name, slug, kind from body where ${'id' in by ? 'id' : 'slug'} = ?`,
    ['id' in by ? by.id : by.slug],
  );
  return rows[0] ?? null;
}

/** A meeting of a plan. */
export interface PlanMeeting {
  readonly id: string;
  readonly number: number;
  readonly day: Day;
  readonly startTime: ClockTime;
  readonly endTime: ClockTime;
  readonly place: string;
  readonly phase: MeetingPhase;
  readonly calendarSequence: number;
}

export interface PlanOfYear {
  readonly rule: PlanRule | null;
  readonly publishedAt: Date | null;
  readonly meetings: readonly PlanMeeting[];
}

/** The plan of a body's year; null when nothing is planned. */
export async function readPlan(em: EntityManager, bodyId: string, year: number): Promise<PlanOfYear | null> {
  const plans: { rule: PlanRule | null; publishedAt: string | null }[] = await em.execute(
    'select rule, published_at as "publishedAt" from meeting_plan where body_id = ? and year = ?',
    [bodyId, year],
  );
  const plan = plans[0];
  if (plan === undefined) return null;
  const { rule, publishedAt } = plan;
  return {
    rule,
    publishedAt: publishedAt === null ? null : new Date(publishedAt),
    meetings: await meetingsWhere(em, 'm.body_id = ? and m.year = ?', [bodyId, year]),
  };
}

/** What the public calendar of a body shows: the meetings of the years whose plan is published, in order. */
export async function readPublishedMeetings(em: EntityManager, bodyId: string): Promise<PlanMeeting[]> {
  return meetingsWhere(
    em,
    `m.body_id = ? and exists (select from meeting_plan p where p.body_id = m.body_id and p.year = m.year
       and p.published_at is not null)`,
    [bodyId],
  );
}

/** The bodies that have a published plan, for the list of public calendars. */
export async function readPublishedCalendars(
  em: EntityManager,
): Promise<{ readonly name: string; readonly slug: string }[]> {
  return em.execute(
    `select b.name, b.slug from body b where exists (select from meeting_plan p where p.body_id = b.id
       and p.published_at is not null) order by b.name limit 100`,
  );
}

async function meetingsWhere(
  em: EntityManager,
  where: string,
  values: readonly unknown[],
): Promise<PlanMeeting[]> {
  return em.execute(
    `select m.id, m.number, m.day::text as day, m.start_time as "startTime", m.end_time as "endTime", m.place, m.phase,
       m.calendar_sequence as "calendarSequence"
     from meeting m where ${where} order by m.day limit 400`,
    [...values],
  );
}
