import { assignments as assignmentsEn } from './en/pages/assignments';
import { components as componentsEn } from './en/pages/components';
import { dispatch as dispatchEn } from './en/pages/dispatch';
import { examples as examplesEn } from './en/pages/examples';
import { general as generalEn } from './en/pages/general';
import { legal as legalEn } from './en/pages/legal';
import { plan as planEn } from './en/pages/plan';
import { agenda as agendaEn } from './en/pages/agenda';
import { summons as summonsEn } from './en/pages/summons';
import { meetings as meetingsEn } from './en/pages/meetings';
import { memos as memosEn } from './en/pages/memos';
import { operations as operationsEn } from './en/pages/operations';
import { training as trainingEn } from './en/pages/training';
import { people as peopleEn } from './en/pages/people';
import { register as registerEn } from './en/pages/register';
import { before as beforeEn } from './en/pages/before';
import { session as sessionEn } from './en/pages/session';
import { sessionSteps as sessionStepsEn } from './en/pages/session-steps';
import { notice as noticeEn } from './en/pages/notice';
import { minutes as minutesEn } from './en/pages/minutes';
import { notices as noticesEn } from './en/pages/notices';
import { template as templateEn } from './en/pages/template';
import { shell as shellEn } from './en/pages/shell';
import { fillText, type Text, type TextFacts } from './fill';
import type { Language } from './languages';
import { assignments } from './sv/pages/assignments';
import { components } from './sv/pages/components';
import { dispatch } from './sv/pages/dispatch';
import { examples } from './sv/pages/examples';
import { general } from './sv/pages/general';
import { legal } from './sv/pages/legal';
import { plan } from './sv/pages/plan';
import { agenda } from './sv/pages/agenda';
import { summons } from './sv/pages/summons';
import { meetings } from './sv/pages/meetings';
import { memos } from './sv/pages/memos';
import { operations } from './sv/pages/operations';
import { training } from './sv/pages/training';
import { people } from './sv/pages/people';
import { register } from './sv/pages/register';
import { before } from './sv/pages/before';
import { session } from './sv/pages/session';
import { sessionSteps } from './sv/pages/session-steps';
import { notice } from './sv/pages/notice';
import { minutes } from './sv/pages/minutes';
import { notices } from './sv/pages/notices';
import { template } from './sv/pages/template';
import { shell } from './sv/pages/shell';

/**
 * Every text of the pages, by area. An area is one file in `sv/pages` and one in `en/pages` with the same keys
 * (`SameTexts` makes a difference a compile error) and one line in each of the two tables here.
 */
const sv = {
  shell,
  dispatch,
  notice,
  components,
  examples,
  general,
  people,
  legal,
  plan,
  agenda,
  summons,
  meetings,
  before,
  session,
  sessionSteps,
  assignments,
  minutes,
  notices,
  operations,
  training,
  register,
  memos,
  template,
};
const en: { readonly [Area in keyof typeof sv]: Readonly<Record<keyof (typeof sv)[Area], Text>> } = {
  shell: shellEn,
  dispatch: dispatchEn,
  notice: noticeEn,
  components: componentsEn,
  examples: examplesEn,
  general: generalEn,
  people: peopleEn,
  legal: legalEn,
  plan: planEn,
  agenda: agendaEn,
  summons: summonsEn,
  meetings: meetingsEn,
  before: beforeEn,
  session: sessionEn,
  sessionSteps: sessionStepsEn,
  assignments: assignmentsEn,
  minutes: minutesEn,
  notices: noticesEn,
  operations: operationsEn,
  training: trainingEn,
  register: registerEn,
  memos: memosEn,
  template: templateEn,
};

type Texts = typeof sv;

/** "area.key" of a text that exists. */
export type TextKey = {
  [Area in keyof Texts]: `${Area}.${Extract<keyof Texts[Area], string>}`;
}[keyof Texts];

const flat = (areas: Readonly<Record<string, Readonly<Record<string, Text>>>>): ReadonlyMap<string, Text> =>
  new Map(
    Object.entries(areas).flatMap(([area, texts]) =>
      Object.entries(texts).map(([key, text]): [string, Text] => [`${area}.${key}`, text]),
    ),
  );

/** All page texts, by "area.key", with their `{placeholders}`. */
export const pageTexts: Record<Language, ReadonlyMap<string, Text>> = { sv: flat(sv), en: flat(en) };

/** Whether a key, such as one written in a template, names a text. */
export function isTextKey(key: string): key is TextKey {
  return pageTexts.sv.has(key);
}

/**
 * The text of a key in a language, its placeholders filled.
 * @throws RangeError when a placeholder has no fact, or the key came from outside the type checker and is unknown
 */
export function text(lang: Language, key: TextKey, facts: TextFacts = {}): string {
  const found = pageTexts[lang].get(key);
  if (found === undefined) throw new RangeError(`No text for ${key}`);
  return fillText(found, facts);
}
