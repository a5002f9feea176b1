import { addDays, isDay } from '../../../domain/time/day';
import { refuse } from '../../../domain/refusals/refusal';
import { momentAt } from '../../../domain/time/stockholm';
import { dayText, momentText } from '../../../i18n/dates';
import { text } from '../../../i18n/texts';
import { nextInstant } from '../../../store/queries/case-files/unsettled';
import { sendRefusal } from '../../middleware/faults';
import { localAddress, paths } from '../../paths';
import type { PostRoute } from '../people/posts';
import { page, type ReadRoute } from '../../route';

/** When the office opens on a day that was moved to. */
const OPENING = '08:00';

/** Which day it is in the demo county, and how to go on to the next one: a case of weeks is tried in minutes. */
const trainingDayPage = page({
  path: paths.trainingDay,
  permission: 'signedIn',
  auditEvent: 'readTrainingDay',
  template: 'training/day',
  view: async ({ em, site, now, today, lang }) => {
    if (site.moveTime === undefined) return refuse('not-found');
    const next = await nextInstant(em, now, false);
    const tomorrow = addDays(today, 1);
    const moveTo = (words: string, to: string) => ({
      text: words,
      postTo: paths.trainingDay.to(),
      fields: [{ name: 'to', value: to }],
    });
    return {
      title: text(lang, 'training.title'),
      heading: {
        lead: text(lang, 'training.lead'),
        facts: [{ term: text(lang, 'training.term'), text: dayText(lang, today), datetime: today }],
      },
      nextStep: {
        title: text(lang, 'training.nextTitle'),
        text:
          next === null
            ? text(lang, 'training.nothingWaits')
            : text(lang, 'training.nextText', { moment: momentText(lang, next) }),
        ...(next === null ? {} : { action: moveTo(text(lang, 'training.nextAct'), next.toISOString()) }),
      },
      view: {
        postTo: paths.trainingDay.to(),
        tomorrow: moveTo(text(lang, 'training.tomorrowAct', { day: dayText(lang, tomorrow) }), tomorrow),
        min: tomorrow,
      },
    };
  },
});

/** Moves the demo county's time forward, never back: what was done on a day stays done on it. */
export const trainingDayPost: PostRoute = {
  path: paths.trainingDay.pattern,
  permission: 'signedIn',
  auditEvent: 'moveTrainingDay',
  needsToken: true,
  handle: async (deps, req, res, fields) => {
    const { moveTime } = deps.settings;
    const now = await deps.clock.now();
    const to = momentOf(fields['to'] ?? '');
    if (moveTime === undefined || to === null || to <= now || daysAhead(now, to) > MOST_DAYS) {
      const why = moveTime === undefined ? refuse('not-found') : refuse('training-day-invalid');
      await sendRefusal(deps, req, res, why);
      return;
    }
    await moveTime(to);
    res.redirect(303, localAddress(paths.trainingDay.to(), '/'));
  },
};

/** Years are not tried in the demo county: roles and rules end. */
const MOST_DAYS = 400;

function daysAhead(now: Date, to: Date): number {
  return (to.getTime() - now.getTime()) / 86_400_000;
}

/** A day is its opening; an instant is itself. */
function momentOf(typed: string): Date | null {
  if (isDay(typed)) return momentAt(typed, OPENING);
  const at = new Date(typed);
  return Number.isNaN(at.getTime()) ? null : at;
}

export const trainingRoutes: readonly ReadRoute[] = [trainingDayPage];
