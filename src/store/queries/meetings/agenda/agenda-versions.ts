import type { EntityManager } from '@mikro-orm/postgresql';
import type { AgendaVersionSnapshot } from '../../../../domain/meetings/agenda/agenda-version-items';

/** An approved version of an agenda: insert only (M-3). */
export interface AgendaVersionView {
  readonly id: string;
  readonly letter: string;
  readonly approvedBy: string;
  readonly approvedByName: string;
  readonly approvedAt: Date;
  readonly snapshot: AgendaVersionSnapshot;
}

/** The approved versions of a meeting's agenda, A first. */
export async function readAgendaVersions(em: EntityManager, meetingId: string): Promise<AgendaVersionView[]> {
  const rows: (Omit<AgendaVersionView, 'approvedAt'> & { approvedAt: string })[] = await em.execute(
    `select v.id, v.letter, v.approved_by as "approvedBy", p.name as "approvedByName", v.approved_at as "approvedAt", v.snapshot
     from agenda_version v join person p on p.id = v.approved_by where v.meeting_id = ?
     order by length(v.letter), v.letter limit 200`,
    [meetingId],
  );
  return rows.map((row) => ({ ...row, approvedAt: new Date(row.approvedAt) }));
}

/** Whether an approved version holds the item. */
export function isInVersion(versions: readonly AgendaVersionView[], itemId: string): boolean {
  return versions.some(({ snapshot }) => snapshot.items.some(({ id }) => id === itemId));
}
