import {
  CloseAssignment,
  ConfirmDueDay,
  ReportAssignment,
  type AssignmentChanged,
} from '../../contracts/assignments/assignments';
import { refuse } from '../../domain/refusals/refusal';
import { meetDeadline } from '../deadlines/deadlines';
import { withdrawMails } from '../notifications/mail';
import { closeTasks, moveTasks } from '../notifications/tasks';
import { Assignment } from '../../store/entities/sessions';
import { draftOfItem } from '../meetings/minutes/draft-of-item';
import { renderRecord } from '../meetings/minutes/render-record';
import { defineCommand } from '../runner/command';
import { findRow } from '../runner/transaction';
import {
  assignmentDone,
  dropAssignment,
  onAssignment,
  openAssignment,
  setReportDay,
} from './open-assignment';

/**
 * M-13: the secretary gives vague words a day, the proposed one or another; a day that stands may be moved. Minutes that are
 * still being written tell of it, since they cannot be presented without (M-20); those out for signing are not touched.
 */
export const confirmDueDay = defineCommand<ConfirmDueDay, AssignmentChanged>({
  name: 'confirmDueDay',
  kind: 'step',
  input: ConfirmDueDay,
  permission: (tx, input) => onAssignment(tx, 'assignment.confirm', input.assignmentId),
  handle: async (tx, input) => {
    const unlocked = await findRow(tx, Assignment, { id: input.assignmentId });
    if (!unlocked.ok) return unlocked;
    const draft = await draftOfItem(tx, unlocked.row.itemId);
    const open = await openAssignment(tx, input.assignmentId, input.version);
    if (!open.ok) return open;
    const { assignment } = open;
    if (input.day < tx.today) return refuse('due-day-passed', { day: input.day });
    assignment.dueDay = input.day;
    assignment.confirmedAt = tx.now;
    await setReportDay(tx, assignment, input.day);
    await closeTasks(tx, assignment.id, ['confirmDueDay', 'assignmentLate']);
    await moveTasks(tx, assignment.id, ['reportAssignment'], { dueDay: input.day });
    if (draft !== null) await renderRecord(tx, draft.meeting, draft.paragraphOf);
    return assignmentDone(assignment);
  },
});

/** M-13: the owner, or the secretary for them, tells the body what came of it. The process puts it on an agenda. */
export const reportAssignment = defineCommand<ReportAssignment, AssignmentChanged>({
  name: 'reportAssignment',
  kind: 'step',
  input: ReportAssignment,
  permission: (tx, input) => onAssignment(tx, 'assignment.report', input.assignmentId),
  handle: async (tx, input) => {
    const open = await openAssignment(tx, input.assignmentId, input.version);
    if (!open.ok) return open;
    const { assignment } = open;
    assignment.state = 'reported';
    assignment.report = input.report;
    assignment.reportedAt = tx.now;
    await meetDeadline(tx, assignment.id, 'report');
    await closeTasks(tx, assignment.id, ['confirmDueDay', 'reportAssignment', 'assignmentLate']);
    await withdrawMails(tx, assignment.id, ['assignmentReminder']);
    return assignmentDone(assignment);
  },
});

/** What will not be reported, such as an assignment that a later decision took over: closed with the reason. */
export const closeAssignment = defineCommand<CloseAssignment, AssignmentChanged>({
  name: 'closeAssignment',
  kind: 'step',
  input: CloseAssignment,
  permission: (tx, input) => onAssignment(tx, 'assignment.confirm', input.assignmentId),
  handle: async (tx, input) => {
    const open = await openAssignment(tx, input.assignmentId, input.version);
    if (!open.ok) return open;
    const { assignment } = open;
    await dropAssignment(tx, assignment, input.reason);
    return assignmentDone(assignment);
  },
});
