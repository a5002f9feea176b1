import { assignmentRoutes } from './pages/assignments/routes';
import { componentsRoutes } from './pages/components/routes';
import { dispatchRoutes } from './pages/dispatch/routes';
import { legalRoutes } from './pages/legal/routes';
import { agendaRoutes } from './pages/meetings/agenda';
import { memberRoutes } from './pages/meetings/member';
import { overviewRoutes } from './pages/meetings/overview';
import { planRoutes } from './pages/meetings/plan';
import { summonsRoutes } from './pages/meetings/summons';
import { beforeRoutes } from './pages/meetings/before';
import { participationRoutes } from './pages/meetings/member-acts';
import { sessionRoutes } from './pages/meetings/session';
import { minutesCorrectRoutes } from './pages/meetings/minutes-correct';
import { minutesEditRoutes } from './pages/meetings/minutes-edit';
import { minutesRoutes } from './pages/meetings/minutes-page';
import { minutesStepRoutes } from './pages/meetings/minutes-steps';
import { noticeRoutes } from './pages/meetings/notice-page';
import { verificationRoutes } from './pages/meetings/verification-page';
import { operationsRoutes } from './pages/operations/routes';
import { peopleRoutes } from './pages/people/routes';
import { publicRoutes } from './pages/public/routes';
import { registerRoutes } from './pages/register/routes';
import { postingRoutes } from './pages/registrar/posting-page';
import { tasksRoutes } from './pages/tasks/routes';
import { trainingRoutes } from './pages/training/training-day';
import type { ReadRoute } from './route';

/** Everything that can be read, by area: one line for each area's list. Whoever adds a page here joins the access walk. */
export const readRoutes: readonly ReadRoute[] = [
  ...tasksRoutes,
  ...trainingRoutes,
  ...peopleRoutes,
  ...memberRoutes,
  ...overviewRoutes,
  ...sessionRoutes,
  ...participationRoutes,
  ...beforeRoutes,
  ...planRoutes,
  ...agendaRoutes,
  ...summonsRoutes,
  ...dispatchRoutes,
  ...assignmentRoutes,
  ...minutesRoutes,
  ...minutesEditRoutes,
  ...minutesCorrectRoutes,
  ...minutesStepRoutes,
  ...verificationRoutes,
  ...noticeRoutes,
  ...postingRoutes,
  ...publicRoutes,
  ...operationsRoutes,
  ...registerRoutes,
  ...legalRoutes,
  ...componentsRoutes,
];
