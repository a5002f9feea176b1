import { taskKinds, type TaskKind } from '../domain/notifications/task-kinds';
import { tasks as en } from './en/tasks';
import { factsInWords } from './facts';
import { fillText, type TextFacts } from './fill';
import type { Language } from './languages';
import { tasks as sv, type TaskTexts } from './sv/tasks';
import { text } from './texts';

const texts: Readonly<Record<Language, Readonly<Record<TaskKind, TaskTexts>>>> = { sv, en };
const known: ReadonlySet<string> = new Set(taskKinds);

/** Whether a stored kind is one that this release knows. */
export function isTaskKind(kind: string): kind is TaskKind {
  return known.has(kind);
}

/** A task as its reader meets it (N-1). @throws RangeError when the facts lack what the sentence needs */
export function taskWords(lang: Language, kind: TaskKind, facts: TextFacts): TaskTexts {
  const { what, rule, consequence, button } = texts[lang][kind];
  const words = factsInWords(lang, facts);
  return {
    what: fillText(what, words),
    ...(rule === undefined ? {} : { rule }),
    consequence: fillText(consequence, words),
    button,
  };
}

/** Kinds whose sentence holds somebody's name or a text of somebody's. */
const personal: ReadonlySet<TaskKind> = new Set([
  'writeMemo',
  'addMemo',
  'decideRemote',
  'receiptMissing',
  'confirmDueDay',
  'reportAssignment',
  'assignmentLate',
]);

/** What a task is, as it may be told outside the product: no names and no matters (N-1). Null for a kind of a newer release. */
export function outsideWords(lang: Language, kind: string, facts: TextFacts): string | null {
  if (!isTaskKind(kind)) return null;
  const body = String(facts['body'] ?? '');
  const what = personal.has(kind) ? text(lang, 'people.calendarTask') : taskWords(lang, kind, facts).what;
  return body === '' ? what : `${what} (${body})`;
}
