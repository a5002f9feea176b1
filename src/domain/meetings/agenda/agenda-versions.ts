/** An item as an approved version of the agenda shows it. */
export interface AgendaSnapshotItem {
  readonly id: string;
  readonly label: string;
  readonly title: string;
  readonly kind: string;
  readonly closed: boolean;
  readonly withdrawn: boolean;
  /** Points of the proposed decision, in order. */
  readonly points: readonly string[];
  /** Names of the supporting documents, in order. */
  readonly documents: readonly string[];
}

/** «Vad som ändrats»: one change between two versions (M-3, M-4). */
export type AgendaChange =
  | {
      readonly change: 'added' | 'withdrawn' | 'removed' | 'closed' | 'opened';
      readonly item: AgendaSnapshotItem;
    }
  | { readonly change: 'moved'; readonly item: AgendaSnapshotItem; readonly after: AgendaSnapshotItem | null }
  | { readonly change: 'retitled'; readonly item: AgendaSnapshotItem; readonly before: string }
  | { readonly change: 'kind' | 'proposal' | 'documents'; readonly item: AgendaSnapshotItem };

/** The letter of the nth approved version: 1 A, 26 Z, 27 AA. */
export function versionLetter(number: number): string {
  const rest = Math.floor((number - 1) / 26);
  const letter = String.fromCharCode(65 + ((number - 1) % 26));
  return rest === 0 ? letter : versionLetter(rest) + letter;
}

/** The longest run of ids that keep their order: whatever is outside it has been moved. */
function stayed(newIds: readonly string[], oldIds: readonly string[]): ReadonlySet<string> {
  const places = newIds.map((id) => oldIds.indexOf(id));
  const runs: number[][] = [];
  places.forEach((place, index) => {
    const before = runs.filter((_, earlier) => (places[earlier] ?? 0) < place);
    const longest = before.reduce<number[]>((best, run) => (run.length > best.length ? run : best), []);
    runs[index] = [...longest, index];
  });
  const longest = runs.reduce<number[]>((best, run) => (run.length > best.length ? run : best), []);
  return new Set(longest.map((index) => newIds[index] ?? ''));
}

const same = (a: readonly string[], b: readonly string[]): boolean =>
  a.length === b.length && a.every((each, index) => each === b[index]);

function changesOfItem(before: AgendaSnapshotItem, item: AgendaSnapshotItem): AgendaChange[] {
  const changes: AgendaChange[] = [];
  if (item.withdrawn && !before.withdrawn) changes.push({ change: 'withdrawn', item });
  if (item.title !== before.title) changes.push({ change: 'retitled', item, before: before.title });
  if (item.closed !== before.closed) changes.push({ change: item.closed ? 'closed' : 'opened', item });
  if (item.kind !== before.kind) changes.push({ change: 'kind', item });
  if (!same(item.points, before.points)) changes.push({ change: 'proposal', item });
  if (!same(item.documents, before.documents)) changes.push({ change: 'documents', item });
  return changes;
}

/** What differs between two versions, in the order of the newer agenda; what is gone from it comes last. */
export function diffAgenda(
  older: readonly AgendaSnapshotItem[],
  newer: readonly AgendaSnapshotItem[],
): AgendaChange[] {
  const oldById = new Map(older.map((item) => [item.id, item]));
  const newIds = new Set(newer.map((item) => item.id));
  const common = newer.filter((item) => oldById.has(item.id)).map((item) => item.id);
  const unmoved = stayed(
    common,
    older.filter((item) => newIds.has(item.id)).map((item) => item.id),
  );
  const changes = newer.flatMap((item, index): AgendaChange[] => {
    const before = oldById.get(item.id);
    if (before === undefined) return [{ change: 'added', item }];
    const moved: AgendaChange[] = unmoved.has(item.id)
      ? []
      : [{ change: 'moved', item, after: newer[index - 1] ?? null }];
    return [...moved, ...changesOfItem(before, item)];
  });
  const removed = older.filter((item) => !newIds.has(item.id));
  return [...changes, ...removed.map((item): AgendaChange => ({ change: 'removed', item }))];
}
