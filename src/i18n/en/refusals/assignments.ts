import type { assignmentsRefusals } from '../../../domain/refusals/assignments';

export const assignments: Record<keyof typeof assignmentsRefusals, string> = {
  'assignment-settled-already':
    'The assignment has been reported or closed already. If more is needed, the board decides on a new one.',
  'due-day-passed':
    '{day} has passed. Choose a coming day, so that whoever is responsible has time to report.',
};
