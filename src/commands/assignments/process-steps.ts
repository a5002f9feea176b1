import type { CommandName } from '../../contracts/commands';
import { OfAssignment, type AssignmentChanged } from '../../contracts/assignments/assignments';
import type { Assignment } from '../../store/entities/sessions';
import { takeDueReminder } from '../deadlines/deadlines';
import { queueMail } from '../notifications/mail';
import { openTask, openTaskAnew } from '../notifications/tasks';
import { defineCommand, type Command } from '../runner/command';
import type { Transaction } from '../runner/transaction';
import { assignmentDone, openAssignment, originOf, setReportDay, shortText } from './open-assignment';

function step(
  name: CommandName,
  work: (tx: Transaction, assignment: Assignment) => Promise<void>,
): Command<OfAssignment, AssignmentChanged> {
  return defineCommand<OfAssignment, AssignmentChanged>({
    name,
    kind: 'step',
    input: OfAssignment,
    permission: 'internal',
    handle: async (tx, input) => {
      const open = await openAssignment(tx, input.assignmentId, input.version);
      if (!open.ok) return open;
      await work(tx, open.assignment);
      await tx.em.flush();
      // The version moves with every step, so that what was read before is superseded.
      await tx.em.execute('update assignment set version = version + 1 where id = ?', [input.assignmentId]);
      return assignmentDone(open.assignment);
    },
  });
}

/** The day that the body named stands; where it used vague words the secretary is asked for one. */
export const takeUpAssignment = step('takeUpAssignment', async (tx, assignment) => {
  const day = (assignment.confirmedAt ?? null) === null ? null : (assignment.dueDay ?? null);
  if (day !== null) {
    await setReportDay(tx, assignment, day);
    return;
  }
  await askForDay(tx, assignment);
});

/** M-13: the secretary is asked for the day that the body's words mean, or that it did not name. */
export async function askForDay(tx: Transaction, assignment: Assignment): Promise<void> {
  const { item, meeting, body } = await originOf(tx, assignment);
  const words = item.closed ? '' : (assignment.dueWords ?? '');
  await openTaskAnew(tx, {
    kind: 'confirmDueDay',
    subject: subjectOf(assignment),
    for: { role: 'secretary', scopeId: assignment.bodyId },
    bodyId: assignment.bodyId,
    dueDay: assignment.proposedDay ?? null,
    rule: 'M-13',
    facts: { body: body.name, words: words === '' ? `efter sammanträdet ${meeting.day}` : words },
    link: linkOf(assignment),
  });
}

/** Two weeks before its day: a letter and a task to the owner. */
export const remindAssignment = step('remindAssignment', async (tx, assignment) => {
  if ((await takeDueReminder(tx, assignment.id, 'report')) === null) return;
  await remindOwner(tx, assignment);
});

/** M-13: whoever owns the assignment now is reminded of it, by a letter and on their list. */
export async function remindOwner(tx: Transaction, assignment: Assignment): Promise<void> {
  const origin = await originOf(tx, assignment);
  const { meeting, body } = origin;
  const dueDay = assignment.dueDay ?? tx.today;
  const round = await reminded(tx, assignment);
  await queueMail(tx, {
    template: 'assignmentReminder',
    subject: subjectOf(assignment),
    version: 1,
    round: round + 1,
    to: { personId: assignment.ownerPersonId },
    data: { body: body.name, day: meeting.day, dueDay, link: linkOf(assignment) },
  });
  await openTaskAnew(tx, {
    kind: 'reportAssignment',
    subject: subjectOf(assignment),
    for: { personId: assignment.ownerPersonId },
    bodyId: assignment.bodyId,
    dueDay,
    rule: 'M-13',
    facts: { body: body.name, assignment: await shortText(tx, assignment, origin) },
    link: linkOf(assignment),
  });
}

/** Its day has passed without a report: the secretary sees it; the owner's own task stays. */
export const markAssignmentLate = step('markAssignmentLate', async (tx, assignment) => {
  const origin = await originOf(tx, assignment);
  const { body } = origin;
  const earlier: { count: number }[] = await tx.em.execute(
    `select count(*)::int as count from task where subject_id = ? and kind = 'assignmentLate'`,
    [assignment.id],
  );
  await openTask(tx, {
    kind: 'assignmentLate',
    subject: subjectOf(assignment),
    for: { role: 'secretary', scopeId: assignment.bodyId },
    cycle: (earlier[0]?.count ?? 0) + 1,
    bodyId: assignment.bodyId,
    dueDay: assignment.dueDay ?? null,
    rule: 'M-13',
    facts: { body: body.name, assignment: await shortText(tx, assignment, origin) },
    link: linkOf(assignment),
  });
});

async function reminded(tx: Transaction, assignment: Assignment): Promise<number> {
  const rows: { count: number }[] = await tx.em.execute(
    `select count(*)::int as count from mail where subject_id = ? and template = 'assignmentReminder'`,
    [assignment.id],
  );
  return rows[0]?.count ?? 0;
}

function subjectOf({ id, authorityId }: Assignment) {
  return { kind: 'assignment', id, authorityId };
}

function linkOf({ id }: Assignment): string {
  return `/uppdrag/${id}`;
}
