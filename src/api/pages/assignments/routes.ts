import type { ReadRoute } from '../../route';
import { assignmentPage } from './assignment-page';
import { assignmentsPage } from './list-page';

export const assignmentRoutes: readonly ReadRoute[] = [assignmentsPage, assignmentPage];
