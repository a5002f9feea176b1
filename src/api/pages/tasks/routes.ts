import { addDays, type Day } from '../../../domain/time/day';
import { dayText, relativeDayText } from '../../../i18n/dates';
import type { Language } from '../../../i18n/languages';
import { ruleText } from '../../../i18n/rules';
import { isTaskKind, taskWords } from '../../../i18n/task-words';
import { text } from '../../../i18n/texts';
import { readMyTasks, type MyTask } from '../../../store/queries/tasks/my-tasks';
import { paths } from '../../paths';
import type { TaskList, TaskRow } from '../../render/components';
import { page, type ReadRoute } from '../../route';

/** Days ahead that count as now. */
const NOW_DAYS = 7;

const tasksPage = page({
  path: paths.tasks,
  permission: 'signedIn',
  auditEvent: 'readMyTasks',
  template: 'tasks/list',
  view: async ({ em, holder, today, lang }) => {
    const tasks = holder === null ? [] : await readMyTasks(em, holder, today);
    return {
      title: text(lang, 'people.tasksTitle'),
      heading: { lead: text(lang, 'people.tasksLead') },
      view: { groups: groupsOf(lang, tasks, today) },
    };
  },
});

/** Late, within a week, and later; groups without tasks are not shown. */
export function groupsOf(lang: Language, tasks: readonly MyTask[], today: Day): TaskList[] {
  const soon = addDays(today, NOW_DAYS);
  const late = tasks.filter(({ dueDay }) => dueDay !== null && dueDay < today);
  const now = tasks.filter(({ dueDay }) => dueDay === null || (dueDay >= today && dueDay <= soon));
  const later = tasks.filter(({ dueDay }) => dueDay !== null && dueDay > soon);
  const groups = [
    { heading: text(lang, 'people.tasksLate'), rows: late },
    { heading: text(lang, 'people.tasksNow'), rows: now },
    { heading: text(lang, 'people.tasksLater'), rows: later },
  ];
  return groups
    .map(({ heading, rows }) => ({ heading, tasks: rows.flatMap((task) => rowOf(lang, task, today)) }))
    .filter((group) => group.tasks.length > 0);
}

/** A kind that this release does not know, written by a newer one, is left to that release. */
function rowOf(lang: Language, task: MyTask, today: Day): TaskRow[] {
  if (!isTaskKind(task.kind)) return [];
  const words = taskWords(lang, task.kind, { body: task.body ?? '', ...task.facts });
  const rule = [task.rule, words.rule].map((source) => ruleText(lang, source ?? '')).find(Boolean);
  return [
    {
      title:
        task.count === 1
          ? words.what
          : text(lang, 'people.tasksMore', { what: words.what, more: task.count - 1 }),
      about: task.body ?? text(lang, 'shell.product'),
      ...(task.dueDay === null ? {} : { deadline: deadlineOf(lang, task.dueDay, today) }),
      ...(rule === undefined ? {} : { rule }),
      consequence: words.consequence,
      action: { text: words.button, href: task.link },
    },
  ];
}

function deadlineOf(lang: Language, day: Day, today: Day) {
  return {
    text: dayText(lang, day),
    datetime: day,
    relative: relativeDayText(lang, day, today),
    passed: day < today,
  };
}

export const tasksRoutes: readonly ReadRoute[] = [tasksPage];
