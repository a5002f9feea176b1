import { v7 as uuidv7 } from 'uuid';
import type { Day } from '../../domain/time/day';
import type { Transaction } from '../runner/transaction';
import type { TaskFacts } from '../../domain/notifications/task-facts';
import type { TaskKind } from '../../domain/notifications/task-kinds';

export interface TaskToOpen<Kind extends TaskKind = TaskKind> {
  readonly kind: Kind;
  readonly subject: { readonly kind: string; readonly id: string; readonly authorityId: string };
  /** One person, or whoever holds a role within a scope (a body's secretary, a principal's registrar). */
  readonly for:
    | { readonly personId: string }
    | {
        readonly role: 'secretary' | 'registrar' | 'chair' | 'operator' | 'headOfCentre';
        readonly scopeId: string | null;
      };
  /** 1 for the first; a task that comes again for the same subject is a new cycle. */
  readonly cycle?: number;
  readonly bodyId: string | null;
  readonly dueDay: Day | null;
  readonly rule: string | null;
  /** For the task's sentence. */
  readonly facts: TaskFacts[Kind] & { readonly body?: string };
  /** Where its button leads: a local path. */
  readonly link: string;
}

/** Puts a task on a list, once for (who, kind, subject, cycle) (N-1). @returns false where it was there already. */
export async function openTask<Kind extends TaskKind>(
  tx: Transaction,
  task: TaskToOpen<Kind>,
): Promise<boolean> {
  const personId = 'personId' in task.for ? task.for.personId : null;
  const role = 'role' in task.for ? task.for.role : null;
  const scopeId = 'role' in task.for ? task.for.scopeId : null;
  const rows: unknown[] = await tx.em.execute(
    `insert into task (id, authority_id, person_id, role, scope_id, kind, subject_kind, subject_id, cycle, body_id, due_day, rule, facts, link, created_at)
     values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?::jsonb, ?, ?)
     on conflict (person_id, role, scope_id, kind, subject_kind, subject_id, cycle) do nothing returning id`,
    [
      uuidv7(),
      task.subject.authorityId,
      personId,
      role,
      scopeId,
      task.kind,
      task.subject.kind,
      task.subject.id,
      task.cycle ?? 1,
      task.bodyId,
      task.dueDay,
      task.rule,
      JSON.stringify(task.facts),
      task.link,
      tx.now,
    ],
  );
  return rows.length > 0;
}

/**
 * Puts a task on a list anew, such as for another comment on the same minutes: in a cycle of its own where the earlier ones
 * are done. Nothing where one of the kind is open about the subject.
 */
export async function openTaskAnew<Kind extends TaskKind>(
  tx: Transaction,
  task: Omit<TaskToOpen<Kind>, 'cycle'>,
): Promise<void> {
  const [before]: { open: boolean | null; cycles: number }[] = await tx.em.execute(
    `select bool_or(closed_at is null) as open, coalesce(max(cycle), 0) as cycles from task where subject_id = ? and kind = ?`,
    [task.subject.id, task.kind],
  );
  if (before?.open !== true) await openTask(tx, { ...task, cycle: (before?.cycles ?? 0) + 1 });
}

/** Closes the open tasks of a kind about a subject, or several: called by the act that does what they ask for. */
export async function closeTasks(
  tx: Transaction,
  subjectId: string | readonly string[],
  kinds: readonly TaskKind[],
  personId?: string,
): Promise<void> {
  const subjects = typeof subjectId === 'string' ? [subjectId] : subjectId;
  if (subjects.length === 0) return;
  await tx.em.execute(
    `update task set closed_at = ? where subject_id in (?) and kind in (?) and closed_at is null and (?::uuid is null or person_id = ?::uuid)`,
    [tx.now, subjects, kinds, personId ?? null, personId ?? null],
  );
}

/** Gives the open tasks of a kind about a subject another day and other facts, such as when a meeting is moved. */
export async function moveTasks(
  tx: Transaction,
  subjectId: string,
  kinds: readonly TaskKind[],
  to: { readonly dueDay: Day | null; readonly facts?: Readonly<Record<string, string | number>> },
): Promise<void> {
  await tx.em.execute(
    `update task set due_day = ?, facts = facts || ?::jsonb where subject_id = ? and kind in (?) and closed_at is null`,
    [to.dueDay, JSON.stringify(to.facts ?? {}), subjectId, kinds],
  );
}
