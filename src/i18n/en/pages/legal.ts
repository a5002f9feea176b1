import type { SameTexts } from '../../fill';
import type { legal as swedish } from '../../sv/pages/legal';

export const legal: SameTexts<typeof swedish> = {
  accessibilityTitle: 'Accessibility statement',
  accessibilityLead: 'How accessible the service is, what falls short, and how to tell us.',
  privacyTitle: 'How personal data is handled',
  privacyLead: 'Who is responsible, what is processed, why, for how long, and what your rights are.',
};
