/**
 * What the components in `templates/components` are given. Every text is finished words in the reader's language;
 * a template never decides anything but which of these words to show.
 */

/** Colours carry a meaning that the words say too. `danger` is only for a broken rule or a passed day. */
export type Tone = 'neutral' | 'info' | 'success' | 'warning' | 'danger';

/** `{{> status-tag status}}` */
export interface StatusTag {
  readonly text: string;
  readonly tone: Tone;
}

/** `{{> action act variant="primary"}}`: a link where `href` is set, a posting button where `postTo` is. */
export type Action = LinkAction | PostAction;

export interface LinkAction {
  /** A verb in the office's words: "Läs kallelsen". */
  readonly text: string;
  readonly href: string;
}

export interface PostAction {
  /** A verb in the office's words: "Utfärda kallelsen". */
  readonly text: string;
  readonly postTo: string;
  readonly fields?: readonly HiddenField[];
  /** The key that does it on the session's page. */
  readonly hotkey?: string;
}

export interface HiddenField {
  readonly name: string;
  readonly value: string | number;
}

/** `{{> next-step nextStep}}`: the one card that says what happens next, by when, by which rule and by whom. */
export interface NextStep {
  /** The act: "Utfärda kallelsen"; or what the process does by itself: "Kallelsen görs". */
  readonly title: string;
  /** "Kallelsen ska vara utfärdad senast fredag 13 februari 2026, om 3 dagar." */
  readonly text?: string;
  /** "fredag 13 februari 2026", with its machine form and whether it has passed. */
  readonly deadline?: DeadlineWords;
  readonly who?: string;
  readonly rule?: string;
  /** What happens if it is not done. */
  readonly consequence?: string;
  /** Absent while the process works by itself or the act is someone else's. */
  readonly action?: Action;
  /** Why the act cannot be done now: a refusal's sentence. The act's name is still shown. */
  readonly blocked?: string;
}

export interface DeadlineWords {
  readonly text: string;
  /** `YYYY-MM-DD` or an ISO moment, for the `datetime` attribute. */
  readonly datetime: string;
  /** "om 3 dagar" */
  readonly relative?: string;
  readonly passed: boolean;
}

/** `{{> missing-list missing}}`; no items says that nothing is missing. */
export interface MissingList {
  readonly items: readonly MissingItem[];
  /** Instead of "Ingenting saknas.", such as "Kallelsen är komplett." */
  readonly complete?: string;
}

export interface MissingItem {
  readonly text: string;
  readonly href?: string;
  /** A rule is broken or its day has passed. */
  readonly broken?: boolean;
}

/** `{{> stepper stepper}}`: where a process stands. */
export interface Stepper {
  readonly label: string;
  readonly steps: readonly Step[];
}

export interface Step {
  readonly text: string;
  readonly state: 'done' | 'current' | 'later' | 'problem';
  /** "Klart 13 februari" or "senast 6 mars" */
  readonly note?: string;
  readonly href?: string;
}

/** `{{> timeline timeline}}`: what has happened, newest first. */
export interface Timeline {
  readonly heading?: string;
  readonly entries: readonly TimelineEntry[];
}

export interface TimelineEntry {
  readonly title: string;
  readonly datetime: string;
  readonly when: string;
  readonly by?: string;
  readonly text?: string;
  readonly href?: string;
  readonly tone?: Tone;
}

/** `{{> task-list tasks}}` (N-1): each task with its rule, its consequence and its button. */
export interface TaskList {
  readonly heading?: string;
  readonly tasks: readonly TaskRow[];
}

export interface TaskRow {
  readonly title: string;
  /** The body and meeting or matter that it is about. */
  readonly about: string;
  readonly deadline?: DeadlineWords;
  readonly rule?: string;
  readonly consequence?: string;
  readonly action: Action;
}

/** `{{> file-row file}}` */
export interface FileRow {
  readonly name: string;
  /** Absent while the file is not there. */
  readonly href?: string;
  /** "PDF, 4 sidor, 120 kB" */
  readonly facts: string;
  /** "version 2, fredag 13 februari 2026" */
  readonly note?: string;
  readonly tag?: StatusTag;
  readonly actions?: readonly Action[];
}

/** `{{> notice notice}}` */
export interface Notice {
  readonly tone: Tone;
  readonly title?: string;
  readonly text: string;
  readonly action?: Action;
}

/** `{{> definition-list facts}}` */
export interface DefinitionItem {
  readonly term: string;
  readonly text: string;
  readonly href?: string;
  /** Set for days and moments: the machine form. */
  readonly datetime?: string;
}

/** `{{> tabs tabs}}`: views of one thing, each with its own address. */
export interface Tabs {
  readonly label: string;
  readonly tabs: readonly Tab[];
}

export interface Tab {
  readonly text: string;
  readonly href: string;
  readonly current: boolean;
  readonly count?: number;
}

/** `{{> error-summary errors}}`: takes focus when the page opens. `href` is "#" and the field's id. */
export interface FieldError {
  readonly text: string;
  readonly href: string;
  /** The fault of one field, whose name is said with it. */
  readonly ofField?: boolean;
}

/** `{{> empty-state empty}}`: the first-day state teaches. */
export interface EmptyState {
  readonly title: string;
  readonly text: string;
  readonly action?: Action;
}
