import type { Action, EmptyState, HiddenField, StatusTag } from './components';

/** `{{> data-list list}}`: a table whose filter, order and page live in the address. */
export interface DataList {
  /** The table's name, read by screen readers: "Ärenden". */
  readonly caption: string;
  readonly columns: readonly Column[];
  readonly rows: readonly Row[];
  /** Names the last column for screen readers where rows have an act: "Åtgärd". Without it no acts are shown. */
  readonly actsText?: string;
  /** "12 ärenden" or "Visar 1–50 av 312" */
  readonly countText: string;
  readonly filter?: ListFilter;
  readonly pagination?: Pagination;
  readonly empty: EmptyState;
}

export interface Column {
  readonly text: string;
  /** Where the column can be sorted by: the address that does it. */
  readonly sortHref?: string;
  readonly sorted?: 'ascending' | 'descending';
  readonly numeric?: boolean;
}

export interface Row {
  readonly cells: readonly Cell[];
  /** The row's main act, at its end. */
  readonly action?: Action;
}

export interface Cell {
  readonly text: string;
  readonly href?: string;
  readonly datetime?: string;
  readonly tag?: StatusTag;
  readonly numeric?: boolean;
}

export interface ListFilter {
  /** The list's own address, without query. */
  readonly action: string;
  readonly fields: readonly FilterField[];
  /** The address without filters, when one is set. */
  readonly clearHref?: string;
}

export interface FilterField {
  readonly name: string;
  readonly label: string;
  readonly value: string;
  /** A select where given, else a search field. */
  readonly options?: readonly Option[];
  readonly type?: 'search' | 'date';
}

/** A choice in a select, a radio group or check boxes. */
export interface Option {
  readonly value: string;
  readonly text: string;
  readonly hint?: string;
  readonly selected?: boolean;
}

export interface Pagination {
  readonly previousHref?: string;
  readonly nextHref?: string;
  readonly pages: readonly PageLink[];
}

export interface PageLink {
  readonly number: number;
  readonly href: string;
  readonly current: boolean;
}

/** `{{> vote-table vote}}`: an open roll call (KL 5:54). Names as the member is called, ballots in words. */
export interface VoteTable {
  readonly caption: string;
  readonly ballots: readonly { readonly name: string; readonly party?: string; readonly ballot: string }[];
  /** "8 ja, 6 nej, 1 avstår" */
  readonly totals: string;
}

/** `{{> decision-box decision}}` */
export interface DecisionBox {
  /** "Beslut" or "Förslag till beslut" */
  readonly heading: string;
  /** "Gemensam hjälpmedelsnämnd beslutar" */
  readonly lead?: string;
  readonly points: readonly string[];
  readonly proposed?: boolean;
}

/** `{{> conflict-view conflict}}`: two changed the same text; neither is lost. */
export interface ConflictView {
  readonly name: string;
  readonly label: string;
  readonly mine: string;
  readonly theirs: string;
  /** "Sparad av Karin Ek i dag kl. 14.32" */
  readonly theirsBy: string;
  readonly postTo: string;
  /** The version that the choice builds on. */
  readonly version: number;
  /** What else the form posts, such as whose text it is. */
  readonly fields?: readonly { readonly name: string; readonly value: string | number }[];
}

/** `{{> agenda-order order}}`: a position per item, buttons, and drag where there are scripts. */
export interface AgendaOrder {
  readonly postTo: string;
  readonly version: number;
  /** Hidden fields beside the order, such as the meeting's id. */
  readonly fields?: readonly HiddenField[];
  readonly items: readonly {
    readonly id: string;
    readonly position: number;
    /** The item's number on the agenda. */
    readonly label?: string;
    /** Where the item is opened. */
    readonly href?: string;
    readonly title: string;
    readonly tags?: readonly StatusTag[];
    readonly note?: string;
  }[];
}

/** `{{> upload-row upload}}`: plain multipart without scripts, progress with them. */
export interface UploadRow {
  readonly id: string;
  readonly name: string;
  readonly label: string;
  readonly postTo: string;
  readonly hint: string;
  /** "application/pdf,.pdf" */
  readonly accept: string;
  readonly act: string;
  readonly error?: string;
  readonly fields?: readonly { readonly name: string; readonly value: string | number }[];
}

/** `{{> confirm-page confirm}}`: the last question before a step that cannot be taken back. */
export interface ConfirmPage {
  readonly lead: string;
  readonly consequences: readonly string[];
  readonly postTo: string;
  readonly act: string;
  readonly cancelHref: string;
  readonly fields?: readonly { readonly name: string; readonly value: string | number }[];
}

/** `{{> meeting-header meeting}}`: body, number, day and place of a meeting. */
export interface MeetingHeader {
  readonly body: string;
  readonly number: string;
  readonly day: string;
  readonly datetime: string;
  readonly place: string;
  readonly state: StatusTag;
}
