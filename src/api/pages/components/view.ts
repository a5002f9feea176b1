import type { ConfirmPage, Option } from '../../render/lists';
import * as lists from './list-examples';
import * as processes from './process-examples';
import { componentsPath } from './shell';

const choices: readonly Option[] = [
  { value: 'approved', text: 'Bifall', selected: true },
  { value: 'referredBack', text: 'Återremiss', hint: 'Ärendet kommer tillbaka som en ny punkt.' },
];

const confirm: ConfirmPage = {
  lead: 'Utfärda kallelsen till 30 personer?',
  consequences: [
    'Dagordningen låses. En ändring blir en ny version.',
    'Var och en får ett brev med en länk.',
  ],
  postTo: componentsPath,
  act: 'Utfärda kallelsen',
  cancelHref: componentsPath,
};

const richText = [
  '## Bakgrund',
  '',
  'Nämnden beslutade i december om **ny plan** för 2026.',
  '',
  '- Första punkten',
  '- Andra punkten',
  '',
  '| Post | Belopp |',
  '| - | -: |',
  '| Drift | 2 600 000 |',
].join('\n');

/** The view of the page `components/show`: one example of each component and its states. */
export const componentsView = {
  ...processes,
  ...lists,
  choices,
  confirm,
  richText,
  path: componentsPath,
  actions: [
    { text: 'Skriv ut', href: '#utskrift' },
    { text: 'Skapa ny version', postTo: componentsPath },
  ],
  emptyMissing: { items: [], complete: 'Kallelsen är komplett.' },
};
