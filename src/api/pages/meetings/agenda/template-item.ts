import type { AccessObject } from '../../../../domain/access/capacities';
import type { AgendaTemplateItem } from '../../../../domain/meetings/agenda/agenda-template';
import { templateFactNames } from '../../../../domain/meetings/agenda/agenda-template-edits';
import { refuse, type Refusal } from '../../../../domain/refusals/refusal';
import type { Language } from '../../../../i18n/languages';
import { text } from '../../../../i18n/texts';
import { readTemplateVersion } from '../../../../store/queries/meetings/plan/plan-template';
import { readBody } from '../../../../store/queries/meetings/plan/plan-year';
import type { ReadContext } from '../../../context';
import { formFields } from '../../../forms';
import { paths } from '../../../paths';
import { page, type ReadRoute } from '../../../route';
import { kindOptions } from './agenda-kinds';

const BLANK_SENTENCES = 2;

/** Who edits the template of a body: its secretary. */
export const ofTemplate = {
  act: 'plan.write',
  object: async (
    { em }: ReadContext,
    { bodyId }: { readonly bodyId: string },
  ): Promise<AccessObject | Refusal> =>
    (await readBody(em, { id: bodyId })) === null ? refuse('not-found') : { bodyId },
} as const;

/** The way to the template: meetings, the body's plan, and from an item the template itself. */
export function templateCrumbs(lang: Language, bodyId: string, item = false) {
  return [
    { text: text(lang, 'meetings.meetingsTitle'), href: paths.meetings.to() },
    { text: text(lang, 'template.planCrumb'), href: paths.meetingPlan.to({ bodyId }) },
    ...(item ? [{ text: text(lang, 'template.title'), href: paths.agendaTemplate.to({ bodyId }) }] : []),
  ];
}

const addPage = page({
  path: paths.agendaTemplateAdd,
  permission: ofTemplate,
  auditEvent: 'openAddTemplateItem',
  template: 'meetings/template-item',
  view: async (context, { bodyId }) => {
    const { em, lang } = context;
    const body = await readBody(em, { id: bodyId });
    if (body === null) return refuse('not-found');
    const { version } = await readTemplateVersion(em, body);
    return {
      title: text(lang, 'template.addTitle'),
      heading: { lead: text(lang, 'template.itemLead') },
      breadcrumbs: templateCrumbs(lang, bodyId, true),
      view: {
        ...staleOf(context, null),
        form: itemForm(context, bodyId, version, null, paths.agendaTemplateAdd.to({ bodyId })),
      },
    };
  },
});

const itemPage = page({
  path: paths.agendaTemplateItem,
  permission: ofTemplate,
  auditEvent: 'openTemplateItem',
  template: 'meetings/template-item',
  view: async (context, { bodyId, itemKey }) => {
    const { em, lang } = context;
    const body = await readBody(em, { id: bodyId });
    if (body === null) return refuse('not-found');
    const { template, version } = await readTemplateVersion(em, body);
    const item = template.items.find(({ key }) => key === itemKey);
    if (item === undefined) return refuse('not-found');
    const here = paths.agendaTemplateItem.to({ bodyId, itemKey });
    const remove = formFields(context.form, 'removeTemplateItem');
    return {
      title: text(lang, 'template.itemTitle', { title: item.title }),
      heading: { lead: text(lang, 'template.itemLead') },
      breadcrumbs: templateCrumbs(lang, bodyId, true),
      view: {
        ...staleOf(context, item),
        form: itemForm(context, bodyId, version, item, here),
        remove: {
          id: remove.id,
          postTo: remove.postTo,
          page: here,
          next: paths.agendaTemplate.to({ bodyId }),
          bodyId,
          version,
          key: itemKey,
        },
      },
    };
  },
});

/** Someone else has saved in between: what was typed stays, beside how the item is now. */
function staleOf({ form, lang }: ReadContext, item: AgendaTemplateItem | null) {
  if (form?.refusal.code !== 'stale-version') return {};
  const now =
    item === null ? text(lang, 'template.staleNew') : [item.title, ...item.proposal, item.note ?? ''];
  const words = typeof now === 'string' ? now : now.filter((each) => each !== '').join(' · ');
  return {
    stale: {
      title: text(lang, 'template.staleTitle'),
      text: text(lang, 'template.staleText', { now: words }),
    },
  };
}

function itemForm(
  context: ReadContext,
  bodyId: string,
  version: number,
  item: AgendaTemplateItem | null,
  here: string,
) {
  const { lang } = context;
  const form = formFields(context.form, 'setTemplateItem');
  const kind = form.field('kind', item?.kind ?? 'formality');
  const placement = form.field('placement', item?.placement ?? 'first');
  const proposal = item?.proposal ?? [];
  const typed = Object.keys(context.form?.values ?? {}).filter((name) => name.startsWith('proposal['));
  const rows = Math.max(proposal.length + BLANK_SENTENCES, typed.length);
  return {
    id: form.id,
    postTo: form.postTo,
    page: here,
    next: paths.agendaTemplate.to({ bodyId }),
    cancelHref: paths.agendaTemplate.to({ bodyId }),
    act: text(lang, item === null ? 'template.addAct' : 'template.act'),
    hidden: [
      { name: 'bodyId', value: bodyId },
      { name: 'version', value: version },
      ...(item === null ? [] : [{ name: 'key', value: item.key }]),
    ],
    title: form.field('title', item?.title),
    kind: { ...kind, options: kindOptions(lang, kind.value) },
    placement: {
      ...placement,
      options: (['first', 'last'] as const).map((value) => ({
        value,
        text: text(lang, value === 'first' ? 'template.placementFirst' : 'template.placementLast'),
        selected: value === placement.value,
      })),
    },
    proposalsHint: text(
      lang,
      'template.proposalsHint',
      Object.fromEntries(templateFactNames.map((name) => [name, `{${name}}`])),
    ),
    proposals: Array.from({ length: rows }, (_, index) => ({
      ...form.field(`proposal[${index}]`, proposal[index]),
      label: text(lang, 'template.fieldProposal', { number: index + 1 }),
    })),
    note: form.field('note', item?.note),
  };
}

export const templateItemRoutes: readonly ReadRoute[] = [addPage, itemPage];
