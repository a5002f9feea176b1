import type { Day } from '../../domain/time/day';
import type { Language } from '../../i18n/languages';
import type { DefinitionItem, FieldError, MissingList, NextStep, Notice, StatusTag } from './components';

/** The addresses of the pages that every page links to (law 2018:1937, 13 §; GDPR art. 13). */
export const legalPaths = {
  accessibility: '/tillganglighetsredogorelse',
  privacy: '/integritetsmeddelande',
} as const;

export const themeChoices = ['auto', 'light', 'dark'] as const;
export type ThemeChoice = (typeof themeChoices)[number];

/** Everything around a page's own content. Texts are finished words in the reader's language. */
export interface PageShell {
  /** The page's one `h1` and its window title. */
  readonly title: string;
  /** The page's address with its query: language and theme links lead back to it. */
  readonly path: string;
  readonly today: Day;
  readonly theme: ThemeChoice;
  /** Goes into every form that `{{csrf}}` stands in; absent for a reader without a session. */
  readonly csrfToken?: string;
  /** `work` is compact, for the office; `public` is airy, for everyone else. */
  readonly audience: 'work' | 'public';
  /** Whose board this is: shown beside the product's name on public pages. */
  readonly owner?: string;
  readonly person?: SignedIn;
  readonly signInHref?: string;
  /** The bodies that the person works with; the switch is shown when there are two or more. */
  readonly bodies?: readonly NavItem[];
  readonly nav?: readonly NavItem[];
  readonly breadcrumbs?: readonly Breadcrumb[];
  readonly heading?: PageHeading;
  /** The second answer of a page's top: what happens next. */
  readonly nextStep?: NextStep;
  /** The third: what is missing. Left out where nothing can be missing. */
  readonly missing?: MissingList;
  /** What the act just before led to, shown once. */
  readonly flash?: Notice;
  /** Faults of the posted form; sets "Fel:" before the window title. */
  readonly errors?: readonly FieldError[];
  /** Says in a strip at the top that persons and municipalities are invented. */
  readonly demo?: boolean;
  /** Which day it is in the demo county, and where it is moved. */
  readonly trainingDay?: { readonly text: string; readonly href: string };
  /** Keeps the page out of search engines; every page with a session. */
  readonly noIndex?: boolean;
}

export interface SignedIn {
  readonly name: string;
  /** "Sekreterare, Gemensam hjälpmedelsnämnd" */
  readonly role?: string;
  readonly openTasks: number;
  readonly tasksHref: string;
  readonly signOutTo: string;
}

export interface NavItem {
  readonly text: string;
  readonly href: string;
  readonly current: boolean;
}

export interface Breadcrumb {
  readonly text: string;
  readonly href: string;
}

/** The first answer of a page's top: where am I. */
export interface PageHeading {
  /** Above the title: number and body, "Sammanträde 2 · Gemensam hjälpmedelsnämnd". */
  readonly eyebrow?: string;
  readonly state?: StatusTag;
  readonly lead?: string;
  readonly facts?: readonly DefinitionItem[];
}

/** How a page is rendered: in whose language, inside which shell. */
export interface RenderOptions {
  readonly lang: Language;
  readonly shell: PageShell;
}

/** How a fragment is rendered: what htmx swaps into a page that is open. */
export interface FragmentOptions {
  readonly lang: Language;
  readonly today: Day;
  readonly csrfToken?: string;
}
