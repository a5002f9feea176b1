import { z } from 'zod';
import { DayField } from '../meetings/plan/fields';

const assignment = { assignmentId: z.uuid(), version: z.int() };
const Words = z.string().trim().min(1).max(4000);

export const ConfirmDueDay = z.strictObject({ ...assignment, day: DayField }).meta({
  description: 'Sets the day by which an assignment is reported, where the body used vague words (M-13).',
});
export type ConfirmDueDay = z.infer<typeof ConfirmDueDay>;

export const ReportAssignment = z
  .strictObject({ ...assignment, report: Words })
  .meta({ description: 'Reports an assignment or a condition back to the body.' });
export type ReportAssignment = z.infer<typeof ReportAssignment>;

export const CloseAssignment = z
  .strictObject({ ...assignment, reason: Words })
  .meta({ description: 'Closes an assignment without a report, with the reason.' });
export type CloseAssignment = z.infer<typeof CloseAssignment>;

/** What every act on an assignment gives. */
export const AssignmentChanged = z.object({ assignmentId: z.uuid() });
export type AssignmentChanged = z.infer<typeof AssignmentChanged>;

/** What only the process says. */
export const OfAssignment = z.strictObject(assignment);
export type OfAssignment = z.infer<typeof OfAssignment>;
