import { assignmentRoutes } from './pages/assignments/routes';
import { componentsRoutes } from './pages/components/routes';
import { dispatchRoutes } from './pages/dispatch/routes';
import { legalRoutes } from './pages/legal/routes';
import { agendaRoutes } from './pages/meetings/agenda/agenda';
import { memberRoutes } from './pages/meetings/member/member';
import { overviewRoutes } from './pages/meetings/overview/overview';
import { planRoutes } from './pages/meetings/plan/plan';
import { summonsRoutes } from './pages/meetings/summons/summons';
import { attendanceBeforeRoutes } from './pages/meetings/member/attendance-before';
import { beforeRoutes } from './pages/meetings/member/before';
import { participationRoutes } from './pages/meetings/member/member-acts';
import { sessionRoutes } from './pages/meetings/session/session';
import { minutesCorrectRoutes } from './pages/meetings/minutes/minutes-correct';
import { minutesEditRoutes } from './pages/meetings/minutes/minutes-edit';
import { minutesRoutes } from './pages/meetings/minutes/minutes-page';
import { minutesStepRoutes } from './pages/meetings/minutes/minutes-steps';
import { noticeRoutes } from './pages/meetings/notice/notice-page';
import { verificationRoutes } from './pages/meetings/minutes/verification-page';
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
  ...attendanceBeforeRoutes,
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
