import { paths } from '../../paths';
import { page, type ReadRoute } from '../../route';
import { componentsShell } from './shell';
import { componentsView } from './view';

/** The examples: for whoever builds pages, tests them or wants to see how the product speaks. */
export const componentsRoutes: readonly ReadRoute[] = [
  page({
    path: paths.components,
    permission: 'public',
    auditEvent: 'readComponents',
    template: 'components/show',
    view: ({ lang, today }) => {
      const { title, heading, nextStep, missing, breadcrumbs, owner } = componentsShell(lang, 'auto', today);
      return Promise.resolve({
        title,
        view: componentsView,
        ...(heading === undefined ? {} : { heading }),
        ...(nextStep === undefined ? {} : { nextStep }),
        ...(missing === undefined ? {} : { missing }),
        ...(breadcrumbs === undefined ? {} : { breadcrumbs }),
        ...(owner === undefined ? {} : { owner }),
      });
    },
  }),
];
