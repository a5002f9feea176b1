import type { Language } from '../../../i18n/languages';
import { dayText } from '../../../i18n/dates';
import { text } from '../../../i18n/texts';
import { paths } from '../../paths';
import { page, type ReadRoute } from '../../route';
import type { LegalSettings } from './settings';

/** The accessibility statement in words (2018:1937 13 §). */
export function accessibilityView(lang: Language, settings: LegalSettings) {
  const { accessibility } = settings;
  return {
    owner: settings.owner,
    service: settings.service,
    contact: settings.contact,
    isFull: accessibility.conformance === 'full',
    shortcomings: accessibility.shortcomings.map((shortcoming) => shortcoming[lang]),
    method: accessibility.method[lang],
    supervisor: accessibility.supervisor,
    assessedOn: { datetime: accessibility.assessedOn, text: dayText(lang, accessibility.assessedOn) },
    updatedOn: { datetime: accessibility.updatedOn, text: dayText(lang, accessibility.updatedOn) },
  };
}

/** The privacy notice in words (GDPR art. 13). */
export function privacyView(lang: Language, settings: LegalSettings) {
  const { privacy } = settings;
  return {
    controller: privacy.controller,
    service: settings.service,
    contact: settings.contact,
    protectionOfficer: privacy.protectionOfficer,
    logMonths: privacy.logMonths,
    supervisor: privacy.supervisor,
    updatedOn: { datetime: privacy.updatedOn, text: dayText(lang, privacy.updatedOn) },
  };
}

/** The pages that law asks for, open to everyone. */
export const legalRoutes: readonly ReadRoute[] = [
  page({
    path: paths.accessibility,
    permission: 'public',
    auditEvent: 'readAccessibilityStatement',
    template: 'public/accessibility-statement',
    audience: 'public',
    view: ({ lang, site }) =>
      Promise.resolve({
        title: text(lang, 'legal.accessibilityTitle'),
        heading: { lead: text(lang, 'legal.accessibilityLead') },
        view: accessibilityView(lang, site.legal),
      }),
  }),
  page({
    path: paths.privacy,
    permission: 'public',
    auditEvent: 'readPrivacyNotice',
    template: 'public/privacy-notice',
    audience: 'public',
    view: ({ lang, site }) =>
      Promise.resolve({
        title: text(lang, 'legal.privacyTitle'),
        heading: { lead: text(lang, 'legal.privacyLead') },
        view: privacyView(lang, site.legal),
      }),
  }),
];
