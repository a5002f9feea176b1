import { refuse } from '../../../domain/refusals/refusal';
import { text } from '../../../i18n/texts';
import { bodyName, seriesOf, type SeriesChoice } from '../../../store/queries/register/readers';
import type { ReadContext } from '../../context';
import { formFields } from '../../forms';
import { paths } from '../../paths';
import type { Option } from '../../render/lists';
import { page } from '../../route';

/** Opens a matter of a body. */
export const openMatterPage = page({
  path: paths.openMatter,
  permission: { act: 'matter.register', object: (_context, { bodyId }) => Promise.resolve({ bodyId }) },
  auditEvent: 'readOpenMatter',
  template: 'register/open-matter',
  view: async (context, { bodyId }) => {
    const { em, lang } = context;
    const body = await bodyName(em, bodyId);
    if (body === null) return refuse('not-found');
    return {
      title: text(lang, 'register.openMatterTitle'),
      heading: { eyebrow: body, lead: text(lang, 'register.openMatterLead') },
      breadcrumbs: [{ text: text(lang, 'register.mattersTitle'), href: paths.matters.to() }],
      view: {
        ...formView(context, bodyId, await seriesOf(em, bodyId)),
        cancelHref: paths.matters.to(),
      },
    };
  },
});

function formView(context: ReadContext, bodyId: string, series: readonly SeriesChoice[]) {
  const { lang, today } = context;
  const form = formFields(context.form, 'openMatter');
  const chosen = form.field('seriesId', series[0]?.id);
  const options: Option[] = series.map(({ id, name, code, keptHere }) => ({
    value: id,
    text: text(lang, keptHere ? 'register.seriesHere' : 'register.seriesElsewhere', { name, code }),
    selected: chosen.value === id,
  }));
  return {
    id: form.id,
    postTo: form.postTo,
    page: paths.openMatter.to({ bodyId }),
    next: '/arenden/{matterId}',
    bodyId,
    series: { ...chosen, options },
    elsewhere: series.some(({ keptHere }) => !keptHere),
    matterTitle: form.field('title', ''),
    protectedTitle: form.field('protectedTitle', ''),
    party: form.field('party', ''),
    openedOn: form.field('openedOn', today),
    registryNumber: form.field('registryNumber', ''),
    numberLater: { ...form.field('numberLater', ''), checked: form.ticked('numberLater', false) },
  };
}
