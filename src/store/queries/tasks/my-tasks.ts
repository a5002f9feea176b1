import type { EntityManager } from '@mikro-orm/postgresql';
import type { Holder } from '../../../domain/access/capacities';
import type { Day } from '../../../domain/time/day';
import { tasksOf } from '../people/signed-in';

export interface MyTask {
  readonly id: string;
  readonly kind: string;
  /** Name of the body; null for tasks outside bodies. */
  readonly body: string | null;
  readonly dueDay: Day | null;
  readonly rule: string | null;
  readonly facts: Readonly<Record<string, string | number>>;
  readonly link: string;
  /** How many tasks of this kind are done at the same place; this one has the earliest day. */
  readonly count: number;
}

/** Most tasks that one page shows; the earliest days come first. */
export const MOST_TASKS = 200;

/**
 * What waits for a person and for the roles held today, the most urgent first; what is done in one place is one task (N-1).
 * Extracts of one meeting are made side by side and stand in the order of their paragraphs.
 */
export async function readMyTasks(em: EntityManager, holder: Holder, today: Day): Promise<MyTask[]> {
  const { where, params } = tasksOf(holder, today);
  return em.execute(
    `select id, kind, body, due_day::text as "dueDay", rule, facts, link, count from (
       select distinct on (t.kind, t.link) t.id, t.kind, b.name as body, t.due_day, t.rule, t.facts, t.link, t.created_at,
         (count(*) over (partition by t.kind, t.link))::int as count
       from task t left join body b on b.id = t.body_id where ${where}
       order by t.kind, t.link, t.due_day nulls last, t.created_at) task
     order by due_day nulls last, date_trunc('hour', created_at), substring(facts ->> 'paragraphs' from '[0-9]+')::int,
       created_at limit ${MOST_TASKS}`,
    [...params],
  );
}
