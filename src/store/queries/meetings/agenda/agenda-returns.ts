import type { EntityManager } from '@mikro-orm/postgresql';

/** The agenda as the chair handed it back (M-3). */
export interface AgendaReturnView {
  readonly number: number;
  readonly words: string;
  readonly returnedByName: string;
  readonly returnedAt: Date;
}

/** How the chair has handed back the agenda of a meeting, the first time first. */
export async function readAgendaReturns(em: EntityManager, meetingId: string): Promise<AgendaReturnView[]> {
  const rows: (Omit<AgendaReturnView, 'returnedAt'> & { returnedAt: string })[] = await em.execute(
    `select r.number, r.words, p.name as "returnedByName", r.returned_at as "returnedAt"
     from agenda_return r join person p on p.id = r.returned_by where r.meeting_id = ? order by r.number limit 200`,
    [meetingId],
  );
  return rows.map((row) => ({ ...row, returnedAt: new Date(row.returnedAt) }));
}

/**
 * The round in which the chair is next asked to approve the agenda, and whether the chair has been asked in it already: every
 * approval and every return ends a round. The tasks count the askings, done ones too.
 */
export async function readApprovalRound(
  em: EntityManager,
  meetingId: string,
): Promise<{ readonly round: number; readonly awaitsChair: boolean }> {
  const rows: { round: number; asked: number }[] = await em.execute(
    `select (select count(*)::int from agenda_version where meeting_id = ?)
       + (select count(*)::int from agenda_return where meeting_id = ?) + 1 as round,
       (select coalesce(max(cycle), 0)::int from task where subject_id = ? and kind = 'approveAgenda') as asked`,
    [meetingId, meetingId, meetingId],
  );
  const { round, asked } = rows[0] ?? { round: 1, asked: 0 };
  return { round, awaitsChair: asked >= round };
}
