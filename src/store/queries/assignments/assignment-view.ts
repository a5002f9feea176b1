import type { EntityManager } from '@mikro-orm/postgresql';
import type { AccessObject } from '../../../domain/access/capacities';
import { refuse, type Refusal } from '../../../domain/refusals/refusal';
import type { Day } from '../../../domain/time/day';

/** An assignment or condition with where it came from and where it comes back. */
export interface AssignmentView {
  readonly id: string;
  readonly version: number;
  readonly bodyId: string;
  readonly body: string;
  readonly kind: 'assignment' | 'condition';
  readonly text: string;
  readonly ownerPersonId: string;
  readonly owner: string;
  /** The words that the body used, such as "hösten 2026". */
  readonly dueWords: string | null;
  readonly proposedDay: Day | null;
  /** The day that holds; null while none is confirmed. */
  readonly dueDay: Day | null;
  readonly state: 'open' | 'reported' | 'closed';
  readonly report: string | null;
  readonly reportedOn: Date | null;
  readonly closedReason: string | null;
  readonly item: string;
  readonly paragraph: number | null;
  readonly meetingId: string;
  readonly meetingDay: Day;
  /** The meeting whose agenda it stands on again. */
  readonly returnMeetingId: string | null;
  readonly returnDay: Day | null;
}

const selected = `select a.id, a.version, a.body_id as "bodyId", b.name as body, a.kind, a.text,
    a.owner_person_id as "ownerPersonId", o.name as owner, a.due_words as "dueWords",
    a.proposed_day::text as "proposedDay", case when a.confirmed_at is not null then a.due_day::text end as "dueDay",
    a.state, a.report, a.reported_at as "reportedOn", a.closed_reason as "closedReason", i.title as item,
    p.number as paragraph, m.id as "meetingId", m.day::text as "meetingDay",
    rm.id as "returnMeetingId", rm.day::text as "returnDay"
  from assignment a join body b on b.id = a.body_id join person o on o.id = a.owner_person_id
  join agenda_item i on i.id = a.item_id join meeting m on m.id = i.meeting_id
  left join paragraph p on p.item_id = i.id
  left join agenda_item r on r.id = a.return_item_id left join meeting rm on rm.id = r.meeting_id`;

type Row = Omit<AssignmentView, 'reportedOn'> & { reportedOn: string | null };

const viewOf = (row: Row): AssignmentView => ({
  ...row,
  reportedOn: row.reportedOn === null ? null : new Date(row.reportedOn),
});

/** Null when there is no such assignment, or it belongs to a closed item that is not for the reader. */
export async function readAssignment(
  em: EntityManager,
  assignmentId: string,
): Promise<AssignmentView | null> {
  const rows: Row[] = await em.execute(`${selected} where a.id = ?`, [assignmentId]);
  return rows[0] === undefined ? null : viewOf(rows[0]);
}

const MOST = 500;

/**
 * What is followed of the given bodies, and what the person is to report; only of meetings that are closed.
 * Earliest day first, those without a day before them: they need one.
 */
export async function readAssignments(
  em: EntityManager,
  personId: string,
  bodyIds: readonly string[],
): Promise<AssignmentView[]> {
  const rows: Row[] = await em.execute(
    `${selected} where m.phase in ('closed', 'verified', 'ended') and (a.owner_person_id = ? or a.body_id in (?))
     order by a.state = 'closed', case when a.confirmed_at is not null then a.due_day end nulls first, m.day, a.id
     limit ${MOST}`,
    [personId, bodyIds.length === 0 ? [personId] : bodyIds],
  );
  return rows.map(viewOf);
}

/** Who owns the assignment and which body gave it. */
export async function assignmentAccess(
  em: EntityManager,
  assignmentId: string,
): Promise<AccessObject | Refusal> {
  const rows: { bodyId: string; owner: string }[] = await em.execute(
    'select body_id as "bodyId", owner_person_id as owner from assignment where id = ?',
    [assignmentId],
  );
  const row = rows[0];
  return row === undefined ? refuse('not-found') : { bodyId: row.bodyId, ownerIds: [row.owner] };
}
