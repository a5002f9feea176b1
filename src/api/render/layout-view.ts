import { languages, type Language } from '../../i18n/languages';
import { text } from '../../i18n/texts';
import { preferenceHref } from './preferences';
import { legalPaths, themeChoices, type PageShell, type ThemeChoice } from './shell';

interface Choice {
  readonly text: string;
  readonly value: string;
  readonly href: string;
  readonly current: boolean;
}

/** The shell with everything that the layout can compute itself: window title, choices, links of the footer. */
export interface LayoutView extends PageShell {
  readonly lang: Language;
  readonly windowTitle: string;
  readonly homeHref: string;
  readonly languageChoices: readonly Choice[];
  readonly themeChoices: readonly Choice[];
  readonly legal: typeof legalPaths;
  readonly tasksText: string;
  readonly showBodies: boolean;
  readonly isPublic: boolean;
  /** Whether the second and third answers stand beside each other. */
  readonly twoCards: boolean;
}

const ownName: Record<Language, string> = { sv: 'Svenska', en: 'English' };

const themeName = (lang: Language, theme: ThemeChoice): string =>
  text(
    lang,
    theme === 'auto' ? 'shell.themeAuto' : theme === 'light' ? 'shell.themeLight' : 'shell.themeDark',
  );

const tasksText = (lang: Language, open: number): string =>
  open === 0 ? text(lang, 'shell.tasksNone') : text(lang, 'shell.tasks', { count: open });

/** Completes a shell for the layout. */
export function layoutView(lang: Language, shell: PageShell): LayoutView {
  const hasErrors = shell.errors !== undefined && shell.errors.length > 0;
  const title = hasErrors ? text(lang, 'shell.errorTitle', { title: shell.title }) : shell.title;
  return {
    ...shell,
    lang,
    windowTitle: `${title} – ${text(lang, 'shell.product')}`,
    homeHref: '/',
    languageChoices: languages.map((language) => ({
      text: ownName[language],
      value: language,
      href: preferenceHref(shell.path, { lang: language }),
      current: language === lang,
    })),
    themeChoices: themeChoices.map((theme) => ({
      text: themeName(lang, theme),
      value: theme,
      href: preferenceHref(shell.path, { theme }),
      current: theme === shell.theme,
    })),
    legal: legalPaths,
    tasksText: tasksText(lang, shell.person?.openTasks ?? 0),
    showBodies: (shell.bodies?.length ?? 0) > 1,
    isPublic: shell.audience === 'public',
    twoCards: shell.nextStep !== undefined && shell.missing !== undefined,
  };
}
