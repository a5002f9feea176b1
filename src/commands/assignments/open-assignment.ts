import type { Loaded } from '@mikro-orm/core';
import type { Act } from '../../domain/access/acts';
import { refuse, type Refusal } from '../../domain/refusals/refusal';
import { formatParagraphReference } from '../../domain/meetings/minutes/paragraph-reference';
import { beforeOfficeOpens } from '../../domain/processes/office-morning';
import { addDays, type Day } from '../../domain/time/day';
import { endOfDay } from '../../domain/time/stockholm';
import { Body } from '../../store/entities/bodies';
import { AgendaItem, Meeting } from '../../store/entities/meetings';
import { Assignment } from '../../store/entities/sessions';
import { boundRules } from '../../store/queries/meetings/plan/plan-rules';
import { closeDeadline, setDeadline } from '../deadlines/deadlines';
import { withdrawMails } from '../notifications/mail';
import { closeTasks } from '../notifications/tasks';
import type { Done, Permission, WakeFor } from '../runner/command';
import { findRow, lockRow, type Transaction } from '../runner/transaction';

/** The owner, or the secretary of the body that gave the assignment. */
export async function onAssignment(
  tx: Transaction,
  act: Act,
  assignmentId: string,
): Promise<Permission | Refusal> {
  const found = await findRow(tx, Assignment, { id: assignmentId });
  if (!found.ok) return found;
  const { bodyId, ownerPersonId } = found.row;
  return { act, object: { bodyId, ownerIds: [ownerPersonId] } };
}

/** Locks an assignment that nobody has reported or closed yet. */
export async function openAssignment(
  tx: Transaction,
  assignmentId: string,
  version: number,
): Promise<{ readonly ok: true; readonly assignment: Loaded<Assignment> } | Refusal> {
  const locked = await lockRow(tx, Assignment, { id: assignmentId }, version);
  if (!locked.ok) return locked;
  return locked.row.state === 'open'
    ? { ok: true, assignment: locked.row }
    : refuse('assignment-settled-already');
}

/** The day as a deadline, with the reminder to the owner. The same day again changes nothing. */
export async function setReportDay(tx: Transaction, assignment: Assignment, day: Day): Promise<void> {
  const { meeting } = await originOf(tx, assignment);
  const rules = await boundRules(tx.em, meeting);
  await setDeadline(tx, {
    owner: { kind: 'assignment', id: assignment.id, authorityId: assignment.authorityId },
    kind: 'report',
    day,
    at: endOfDay(day),
    rule: 'M-13',
    basis: 'meetingDate',
    reminders: [
      {
        kind: 'reportDue',
        dueAt: beforeOfficeOpens(addDays(day, -rules.assignmentReminderDays), assignment.id),
      },
    ],
  });
}

/** It is followed no more, with why: no deadline, task or letter about it is left. */
export async function dropAssignment(tx: Transaction, assignment: Assignment, reason: string): Promise<void> {
  assignment.state = 'closed';
  assignment.closedReason = reason;
  // Why stands with the assignment, which hides with its item.
  await closeDeadline(tx, assignment.id, 'report', 'uppdraget är avslutat');
  await closeTasks(tx, assignment.id, ['confirmDueDay', 'reportAssignment', 'assignmentLate']);
  await withdrawMails(tx, assignment.id, ['assignmentReminder']);
}

export interface AssignmentOrigin {
  readonly item: Loaded<AgendaItem>;
  readonly meeting: Loaded<Meeting>;
  readonly body: Loaded<Body>;
}

/** The item, meeting and body that gave the assignment. */
export async function originOf(tx: Transaction, { itemId }: Assignment): Promise<AssignmentOrigin> {
  const item = await tx.em.findOneOrFail(AgendaItem, itemId);
  const meeting = await tx.em.findOneOrFail(Meeting, item.meetingId);
  return { item, meeting, body: await tx.em.findOneOrFail(Body, item.bodyId) };
}

/**
 * What tasks say of it: the first words, so that the list stays a list. An assignment of a closed item is named by its
 * paragraph alone: tasks lie outside row level security (docs/adr/0002).
 */
export async function shortText(
  tx: Transaction,
  { text }: Assignment,
  { item, meeting, body }: AssignmentOrigin,
): Promise<string> {
  const MOST = 120;
  if (!item.closed) return text.length <= MOST ? text : `${text.slice(0, MOST - 1).trimEnd()}…`;
  const found: { number: number }[] = await tx.em.execute('select number from paragraph where item_id = ?', [
    item.parentId ?? item.id,
  ]);
  const number = found[0]?.number;
  return number === undefined
    ? (item.publicTitle ?? body.name)
    : formatParagraphReference({ number, body: body.name, year: meeting.year });
}

export function assignmentDone(
  { id, authorityId }: Assignment,
  further: readonly WakeFor[] = [],
): Done<{ assignmentId: string }> {
  return {
    ok: true,
    result: { assignmentId: id },
    subject: { kind: 'assignment', id, authorityId },
    wakes: [{ kind: 'assignmentFollowUp', row: id, authority: authorityId }, ...further],
  };
}
