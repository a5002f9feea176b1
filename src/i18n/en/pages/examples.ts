import type { SameTexts } from '../../fill';
import type { examples as swedish } from '../../sv/pages/examples';

export const examples: SameTexts<typeof swedish> = {
  title: 'Components',
  lead: 'Every part that pages are built of, in every state. The examples are invented and in Swedish.',
};
