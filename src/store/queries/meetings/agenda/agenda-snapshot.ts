import { createHash } from 'node:crypto';
import type {
  AgendaVersionChange,
  AgendaVersionItem,
} from '../../../../domain/meetings/agenda/agenda-version-items';
import { diffAgenda } from '../../../../domain/meetings/agenda/agenda-versions';
import type { AgendaItemView } from './agenda-items';

const fingerprint = (...parts: readonly unknown[]): string =>
  createHash('sha256').update(JSON.stringify(parts)).digest('hex').slice(0, 24);

/** The items as an approval freezes them. */
export function snapshotItems(items: readonly AgendaItemView[]): AgendaVersionItem[] {
  return items.map((item) => {
    const common = {
      id: item.id,
      parentId: item.parentId,
      templateKey: item.templateKey,
      label: item.label,
      kind: item.kind,
      closed: item.closed,
      withdrawn: item.withdrawn,
      late: item.late,
      plannedTime: item.plannedTime,
      documentIds: item.documents.map((document) => document.documentId),
    };
    const labels = item.documents.map((document) => document.label);
    if (!item.closed) {
      const { title, registryNumber, summary, presenters, recipients, points } = item;
      return { ...common, title, registryNumber, summary, presenters, recipients, points, documents: labels };
    }
    return {
      ...common,
      title: item.publicTitle ?? '',
      registryNumber: null,
      summary: item.summary === null ? null : fingerprint(item.id, item.summary),
      presenters: item.presenters.map(({ personId }) => ({ personId, name: '' })),
      recipients: [],
      points: [fingerprint(item.id, item.title, item.points)],
      documents: labels.map((label) => fingerprint(item.id, label)),
    };
  });
}

/** What changed from the older version to the newer: the domain's list, then items whose other words differ. */
export function changesBetween(
  older: readonly AgendaVersionItem[],
  newer: readonly AgendaVersionItem[],
): AgendaVersionChange[] {
  const changes: AgendaVersionChange[] = diffAgenda(older, newer);
  const told = new Set(changes.map((change) => change.item.id));
  const before = new Map(older.map((item) => [item.id, words(item)]));
  const texts = newer.filter(
    (item) => !told.has(item.id) && before.has(item.id) && before.get(item.id) !== words(item),
  );
  return [...changes, ...texts.map((item) => ({ change: 'text' as const, item }))];
}

const words = (item: AgendaVersionItem): string =>
  JSON.stringify([
    item.registryNumber,
    item.summary,
    item.presenters,
    item.recipients,
    item.plannedTime,
    item.documentIds,
  ]);

/**
 * A number that differs when anything on the agenda has changed: forms send back the one they were made from. Reading it
 * takes no lock, and an edit of one item does not touch the meeting's own version.
 */
export function agendaStamp(
  items: readonly Pick<AgendaItemView, 'id' | 'version' | 'ordinal' | 'withdrawn'>[],
): number {
  const text = items
    .map((item) => `${item.id}:${item.version}:${item.ordinal}:${String(item.withdrawn)}`)
    .join();
  return Number.parseInt(createHash('sha256').update(text).digest('hex').slice(0, 12), 16);
}
