import { z } from 'zod';
import { refuse } from '../../../domain/refusals/refusal';
import { text } from '../../../i18n/texts';
import {
  bodiesFor,
  seriesOf,
  type BodyChoice,
  type SeriesChoice,
} from '../../../store/queries/register/readers';
import type { ReadContext } from '../../context';
import { formFields, type FormFields } from '../../forms';
import { paths } from '../../paths';
import type { Option } from '../../render/lists';
import { page } from '../../route';

/** Opens a matter. Who works with several bodies first says whose. */
export const openMatterPage = page({
  path: paths.openMatter,
  permission: 'signedIn',
  auditEvent: 'readOpenMatter',
  template: 'register/open-matter',
  query: z.object({ organ: z.uuid().nullable().catch(null) }),
  view: async (context, _params, query) => {
    const { em, holder, today, lang } = context;
    if (holder === null) return refuse('sign-in-needed');
    const bodies = await bodiesFor(em, holder, 'matter.register', today);
    const body = bodies.find(({ id }) => id === query.organ) ?? bodies[0];
    if (body === undefined) return refuse('not-allowed', { who: 'secretary, official, headOfCentre' });
    const series = await seriesOf(em, body.id);
    const form = formFields(context.form, 'openMatter');
    return {
      title: text(lang, 'register.openMatterTitle'),
      heading: { eyebrow: body.name, lead: text(lang, 'register.openMatterLead') },
      breadcrumbs: [{ text: text(lang, 'register.mattersTitle'), href: paths.matters.to() }],
      view: {
        form: formView(context, form, body, series),
        bodies: bodies.length > 1 ? bodyOptions(bodies, body) : undefined,
        chooseTo: paths.openMatter.to(),
        cancelHref: paths.matters.to(),
      },
    };
  },
});

function bodyOptions(bodies: readonly BodyChoice[], chosen: BodyChoice): Option[] {
  return bodies.map(({ id, name }) => ({ value: id, text: name, selected: id === chosen.id }));
}

function formView(
  { lang, today }: ReadContext,
  form: FormFields,
  body: BodyChoice,
  series: readonly SeriesChoice[],
) {
  const chosen = form.field('seriesId', series[0]?.id);
  const options: Option[] = series.map(({ id, name, code, keptHere }) => ({
    value: id,
    text: text(lang, keptHere ? 'register.seriesHere' : 'register.seriesElsewhere', { name, code }),
    selected: chosen.value === id,
  }));
  return {
    id: form.id,
    postTo: form.postTo,
    page: paths.openMatter.to({}, { organ: body.id }),
    next: '/arenden/{matterId}',
    bodyId: body.id,
    series: { ...chosen, options },
    elsewhere: series.some(({ keptHere }) => !keptHere),
    title: form.field('title', ''),
    protectedTitle: form.field('protectedTitle', ''),
    party: form.field('party', ''),
    openedOn: form.field('openedOn', today),
    registryNumber: form.field('registryNumber', ''),
    numberLater: { ...form.field('numberLater', ''), checked: form.ticked('numberLater', false) },
  };
}
