import type { AgendaTemplateItem } from '../../../../domain/meetings/agenda/agenda-template';
import { refuse } from '../../../../domain/refusals/refusal';
import { monthNameText } from '../../../../i18n/dates';
import type { Language } from '../../../../i18n/languages';
import { text } from '../../../../i18n/texts';
import { readBody, type BodyHead } from '../../../../store/queries/meetings/plan/plan-year';
import { readTemplateVersion } from '../../../../store/queries/meetings/plan/plan-template';
import { paths } from '../../../paths';
import type { AgendaOrder } from '../../../render/lists';
import { page, type ReadRoute } from '../../../route';
import { kindText } from './agenda-kinds';
import { ofTemplate, templateCrumbs, templateItemRoutes } from './template-item';

const templatePage = page({
  path: paths.agendaTemplate,
  permission: ofTemplate,
  auditEvent: 'openAgendaTemplate',
  template: 'meetings/template',
  view: async ({ em, lang }, { bodyId }) => {
    const body = await readBody(em, { id: bodyId });
    if (body === null) return refuse('not-found');
    const { template, version } = await readTemplateVersion(em, body);
    const part = (placement: AgendaTemplateItem['placement'], heading: string) =>
      section(lang, body, version, placement, heading, template.items);
    return {
      title: text(lang, 'template.title'),
      heading: {
        eyebrow: text(lang, 'plan.eyebrow', { body: body.name }),
        lead: text(lang, 'template.lead'),
        state: {
          text: text(lang, version === 0 ? 'template.stateShipped' : 'template.stateOwn'),
          tone: 'neutral' as const,
        },
      },
      breadcrumbs: templateCrumbs(lang, bodyId),
      view: {
        addHref: paths.agendaTemplateAdd.to({ bodyId }),
        parts: [
          part('first', text(lang, 'template.firstHeading')),
          part('last', text(lang, 'template.lastHeading')),
        ],
        yearly: template.yearly.map(({ title, month }) =>
          text(lang, 'template.yearlyRow', { title, month: monthNameText(lang, month) }),
        ),
      },
    };
  },
});

interface TemplatePart extends AgendaOrder {
  readonly id: string;
  readonly heading: string;
}

function section(
  lang: Language,
  { id: bodyId }: BodyHead,
  version: number,
  placement: AgendaTemplateItem['placement'],
  heading: string,
  items: readonly AgendaTemplateItem[],
): TemplatePart {
  const page = paths.agendaTemplate.to({ bodyId });
  return {
    id: placement,
    heading,
    postTo: '/gor/orderTemplate',
    version,
    fields: [
      { name: 'bodyId', value: bodyId },
      { name: '_page', value: page },
      { name: '_next', value: page },
    ],
    items: items
      .filter((item) => item.placement === placement)
      .map(({ key, title, kind, proposal, note }, index) => ({
        id: key,
        position: index + 1,
        href: paths.agendaTemplateItem.to({ bodyId, itemKey: key }),
        title,
        note: [kindText(lang, kind), ...proposal, ...(note === undefined ? [] : [note])].join(' · '),
      })),
  };
}

export const templateRoutes: readonly ReadRoute[] = [templatePage, ...templateItemRoutes];
