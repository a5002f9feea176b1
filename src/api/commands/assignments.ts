import { closeAssignment, confirmDueDay, reportAssignment } from '../../commands/assignments/assignment-acts';
import { AssignmentChanged } from '../../contracts/assignments/assignments';
import { expose, type ExposedCommand } from '../exposed-command';
import { checkedText } from './checked-texts';

/** Assignments and conditions after the meeting. The report goes into a summons, so its signs are checked. */
export const assignments: readonly ExposedCommand[] = [
  expose(confirmDueDay, {
    result: AssignmentChanged,
    receipt: 'assignments.confirmReceipt',
    summary: 'Set the day by which an assignment is reported',
  }),
  expose(
    checkedText(
      reportAssignment,
      ({ report }) => report,
      (input, report) => ({ ...input, report }),
    ),
    {
      result: AssignmentChanged,
      receipt: 'assignments.reportReceipt',
      summary: 'Report an assignment to the body that gave it',
    },
  ),
  expose(closeAssignment, {
    result: AssignmentChanged,
    receipt: 'assignments.closeReceipt',
    summary: 'Close an assignment without a report, with the reason',
  }),
];
