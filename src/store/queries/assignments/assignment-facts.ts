import type { EntityManager } from '@mikro-orm/postgresql';
import type { AssignmentFacts } from '../../../domain/assignments/assignment-follow-up-due';
import { hasReached, type MeetingPhase } from '../../../domain/meetings/phases';
import type { Day } from '../../../domain/time/day';
import { dayOf, endOfDay } from '../../../domain/time/stockholm';

interface Row {
  version: number;
  state: AssignmentFacts['state'];
  phase: MeetingPhase;
  due_day: Day | null;
  confirmed: boolean;
  asked: boolean;
  deadline_set: boolean;
  late: boolean;
  on_agenda: boolean;
  takes_report: boolean;
  body_id: string;
}

/** What the rows of an assignment say to its process; null when there is no such assignment. */
export async function readAssignmentFacts(
  em: EntityManager,
  assignmentId: string,
  now: Date,
): Promise<{ readonly version: number; readonly facts: AssignmentFacts } | null> {
  const rows: Row[] = await em.execute(
    `select a.version, a.state, m.phase, a.due_day::text, a.confirmed_at is not null as confirmed, a.body_id,
       exists (select from task t where t.subject_id = a.id and t.kind = 'confirmDueDay') as asked,
       exists (select from deadline d where d.owner_id = a.id and d.kind = 'report' and d.closed_on is null
         and d.day = a.due_day) as deadline_set,
       exists (select from task t where t.subject_id = a.id and t.kind = 'assignmentLate' and t.closed_at is null) as late,
       r.id is not null as on_agenda, r.id is not null and r.treated_at is null as takes_report
     from assignment a join agenda_item i on i.id = a.item_id join meeting m on m.id = i.meeting_id
     left join (agenda_item r join meeting rm on rm.id = r.meeting_id
       and rm.phase in ('planned', 'agendaApproved', 'summoned', 'inSession'))
       on r.id = a.return_item_id and r.state = 'listed'
     where a.id = ?`,
    [assignmentId],
  );
  const row = rows[0];
  if (row === undefined) return null;
  const reminders: { due_at: string }[] = await em.execute(
    `select r.due_at from reminder r join deadline d on d.id = r.deadline_id
     where d.owner_id = ? and r.state = 'waiting' and d.done_on is null and d.closed_on is null`,
    [assignmentId],
  );
  const day = row.confirmed ? row.due_day : null;
  return {
    version: row.version,
    facts: {
      id: assignmentId,
      meetingClosed: hasReached(row.phase, 'closed'),
      state: row.state,
      takenUp: day === null ? row.asked : row.deadline_set,
      reminders: reminders.map((each) => new Date(each.due_at)),
      passesAt: day === null ? null : endOfDay(day),
      markedLate: row.late,
      onAgenda: row.on_agenda,
      takesReport: row.takes_report,
      meetingPlanned: (await nextPlannedMeeting(em, row.body_id, dayOf(now))) !== null,
    },
  };
}

/** The body's next meeting whose agenda the chair has not approved yet: what comes back is put there (M-13). */
export async function nextPlannedMeeting(
  em: EntityManager,
  bodyId: string,
  today: Day,
): Promise<string | null> {
  const rows: { id: string }[] = await em.execute(
    `select id from meeting where body_id = ? and day > ?::date and phase = 'planned' order by day limit 1`,
    [bodyId, today],
  );
  return rows[0]?.id ?? null;
}
