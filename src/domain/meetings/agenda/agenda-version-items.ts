import type { AgendaChange, AgendaSnapshotItem } from './agenda-versions';

/**
 * An item as the chair approved it: what the summons is made from. Of a closed item it holds the public title and
 * fingerprints alone, so that a version can be read by everyone and still tells that something changed.
 */
export interface AgendaVersionItem extends AgendaSnapshotItem {
  readonly parentId: string | null;
  readonly templateKey: string | null;
  readonly registryNumber: string | null;
  readonly summary: string | null;
  readonly presenters: readonly { readonly personId: string | null; readonly name: string }[];
  readonly recipients: readonly string[];
  readonly documentIds: readonly string[];
  readonly plannedTime: string | null;
  readonly late: boolean;
}

/** A change between two versions; `text` where only the words around the proposal differ. */
export type AgendaVersionChange =
  AgendaChange | { readonly change: 'text'; readonly item: AgendaSnapshotItem };

export interface AgendaVersionSnapshot {
  readonly items: readonly AgendaVersionItem[];
  /** Against the version before; empty for version A. */
  readonly changes: readonly AgendaVersionChange[];
}
