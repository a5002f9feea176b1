import type { assignmentsRefusals } from '../../../domain/refusals/assignments';

export const assignments: Record<keyof typeof assignmentsRefusals, string> = {
  'assignment-settled-already':
    'Uppdraget är redan återrapporterat eller avslutat. Behövs något mer beslutar nämnden om ett nytt uppdrag.',
  'due-day-passed':
    'Dagen {day} har redan varit. Välj en kommande dag, så att den ansvarige hinner rapportera.',
};
