import { moveTrainingDay } from '../../../commands/operations/move-training-day';
import { MoveTrainingDay } from '../../../contracts/operations';
import { addDays } from '../../../domain/time/day';
import { refuse } from '../../../domain/refusals/refusal';
import { dayText, momentText } from '../../../i18n/dates';
import { text } from '../../../i18n/texts';
import { nextHappening } from '../../../store/queries/operations/next-happening';
import { sendRefusal } from '../../middleware/faults';
import { paths } from '../../paths';
import type { PostRoute } from '../people/posts';
import { noteRefusedAct } from '../../posts/refused-act';
import { page, type ReadRoute } from '../../route';
import { visitOf } from '../../visit';

/** Which day it is in the demo county, and how to go on to the next one: a case of weeks is tried in minutes. */
const trainingDayPage = page({
  path: paths.trainingDay,
  permission: 'signedIn',
  auditEvent: 'readTrainingDay',
  template: 'training/day',
  view: async ({ em, site, now, today, lang }) => {
    if (site.moveTime === undefined) return refuse('not-found');
    const next = await nextHappening(em, now);
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

/** Moves the demo county's time on, for every process. */
export const trainingDayPost: PostRoute = {
  path: paths.trainingDay.pattern,
  permission: 'signedIn',
  auditEvent: 'moveTrainingDay',
  needsToken: true,
  handle: async (deps, req, res, fields) => {
    const { moveTime } = deps.settings;
    const { session, traceId } = visitOf(req);
    const input = MoveTrainingDay.safeParse({ personId: session?.personId, to: fields['to'] });
    const barred =
      moveTime === undefined ? refuse('not-found') : input.success ? null : refuse('training-day-invalid');
    if (barred !== null) await noteRefusedAct(deps, req, 'moveTrainingDay', barred);
    const moved = barred ?? (await deps.run(moveTrainingDay, { kind: 'system' }, input.data, { traceId }));
    if (moved.ok) {
      await moveTime?.(new Date(moved.result.at));
      res.redirect(303, paths.trainingDay.to());
    } else await sendRefusal(deps, req, res, moved);
  },
};

export const trainingRoutes: readonly ReadRoute[] = [trainingDayPage];
