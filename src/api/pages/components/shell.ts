import type { Day } from '../../../domain/time/day';
import type { Language } from '../../../i18n/languages';
import { text } from '../../../i18n/texts';
import { paths } from '../../paths';
import type { PageShell, ThemeChoice } from '../../render/shell';

/** Where the examples are shown. */
export const componentsPath = paths.components.to();

/** The examples' own shell shows everything that a shell can hold. */
export function componentsShell(lang: Language, theme: ThemeChoice, today: Day): PageShell {
  return {
    title: text(lang, 'examples.title'),
    path: componentsPath,
    today,
    theme,
    audience: 'work',
    csrfToken: 'exempel',
    owner: 'Region Västerdal',
    demo: true,
    noIndex: true,
    person: {
      name: 'Ylva Sandgren',
      role: 'Sekreterare',
      openTasks: 3,
      tasksHref: '#uppgifter',
      signOutTo: componentsPath,
    },
    nav: [
      { text: 'Sammanträden', href: componentsPath, current: true },
      { text: 'Ärenden', href: '#lista', current: false },
      { text: 'Årsplan', href: '#tidslinje', current: false },
    ],
    bodies: [
      { text: 'Gemensam hjälpmedelsnämnd', href: componentsPath, current: true },
      { text: 'Gemensam nämnd för tolkservice', href: '#lista', current: false },
    ],
    breadcrumbs: [{ text: 'Start', href: '#start' }],
    heading: {
      eyebrow: 'Sammanträde 1/2026 · Gemensam hjälpmedelsnämnd',
      state: { text: 'Dagordning klar', tone: 'info' },
      lead: text(lang, 'examples.lead'),
      facts: [
        { term: 'Tid', text: 'fredag 20 februari 2026 kl. 09.00', datetime: '2026-02-20T08:00:00.000Z' },
        { term: 'Plats', text: 'Hjälpmedelscentrum, sal Linden' },
      ],
    },
    nextStep: {
      title: 'Utfärda kallelsen',
      text: 'Kallelsen går till 15 ledamöter och 15 ersättare, med de handlingar som hör till punkterna.',
      deadline: {
        text: 'fredag 13 februari 2026',
        datetime: '2026-02-13',
        relative: 'om 3 dagar',
        passed: false,
      },
      who: 'Sekreteraren',
      rule: 'Reglementet 7 §',
      consequence: 'Ärendet kan inte avgöras på sammanträdet.',
      action: { text: 'Utfärda kallelsen', postTo: componentsPath },
    },
    missing: {
      items: [
        { text: 'Ordförandens godkännande av dagordningen', href: '#godkannande' },
        { text: 'Bilaga 2 till punkt 7 saknar sökbar text', href: '#filer', broken: true },
      ],
    },
    errors: [{ text: 'Skriv en rubrik.', href: '#rubrik' }],
    flash: { tone: 'success', text: 'Dagordningen är sparad.' },
  };
}
