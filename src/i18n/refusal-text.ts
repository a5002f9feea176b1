import type { RefusalCode } from '../domain/refusals/catalogue';
import type { Refusal } from '../domain/refusals/refusal';
import { access as accessEn } from './en/refusals/access';
import { assignments as assignmentsEn } from './en/refusals/assignments';
import { bodies as bodiesEn } from './en/refusals/bodies';
import { dispatch as dispatchEn } from './en/refusals/dispatch';
import { general as generalEn } from './en/refusals/general';
import { meetings as meetingsEn } from './en/refusals/meetings';
import { minutes as minutesEn } from './en/refusals/minutes';
import { people as peopleEn } from './en/refusals/people';
import { register as registerEn } from './en/refusals/register';
import { fillText } from './fill';
import { citedInFull } from './rules';
import type { Language } from './languages';
import { access } from './sv/refusals/access';
import { assignments } from './sv/refusals/assignments';
import { bodies } from './sv/refusals/bodies';
import { dispatch } from './sv/refusals/dispatch';
import { general } from './sv/refusals/general';
import { meetings } from './sv/refusals/meetings';
import { minutes } from './sv/refusals/minutes';
import { people } from './sv/refusals/people';
import { register } from './sv/refusals/register';

const sv: Record<RefusalCode, string> = {
  ...general,
  ...access,
  ...people,
  ...bodies,
  ...register,
  ...meetings,
  ...minutes,
  ...dispatch,
  ...assignments,
};

const en: Record<RefusalCode, string> = {
  ...generalEn,
  ...accessEn,
  ...peopleEn,
  ...bodiesEn,
  ...registerEn,
  ...meetingsEn,
  ...minutesEn,
  ...dispatchEn,
  ...assignmentsEn,
};

/** The sentences of every refusal, with their `{placeholders}`; a code without one does not compile. */
export const refusalTexts: Record<Language, Record<RefusalCode, string>> = { sv, en };

/**
 * A refusal as its reader meets it: what was refused, by which rule, and what to do instead.
 * @throws RangeError when the refusal lacks a fact that its sentence needs
 */
export function refusalText(lang: Language, refusal: Refusal): string {
  return fillText(citedInFull(lang, refusalTexts[lang][refusal.code]), refusal.facts);
}
