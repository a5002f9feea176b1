import type { EntityManager } from '@mikro-orm/postgresql';
import type { AccessObject } from '../../../../domain/access/capacities';
import type { MeetingPhase } from '../../../../domain/meetings/phases';
import { refuse, type Refusal } from '../../../../domain/refusals/refusal';
import type { Day } from '../../../../domain/time/day';
import type { ClockTime } from '../../../../domain/time/stockholm';

/** What every page about a meeting begins with. */
export interface MeetingHead {
  readonly id: string;
  readonly authorityId: string;
  readonly bodyId: string;
  readonly body: string;
  readonly year: number;
  readonly number: number;
  readonly phase: MeetingPhase;
  readonly day: Day;
  readonly startTime: ClockTime;
  readonly endTime: ClockTime;
  readonly place: string;
  readonly rulesId: string | null;
  readonly lastAgendaNumber: number;
  /** The notice of its minutes; null until they are verified. */
  readonly noticeId: string | null;
  readonly version: number;
}

const headColumns = `m.id, m.authority_id as "authorityId", m.body_id as "bodyId", b.name as body, m.year, m.number, m.phase,
  m.day::text as day, m.start_time as "startTime", m.end_time as "endTime", m.place, m.rules_id as "rulesId",
  m.last_agenda_number as "lastAgendaNumber", m.version,
  (select n.id from notice n where n.meeting_id = m.id order by n.id desc limit 1) as "noticeId"`;

/** A meeting; null when there is none. */
export async function readMeetingHead(em: EntityManager, meetingId: string): Promise<MeetingHead | null> {
  const rows: MeetingHead[] = await em.execute(
    `select ${headColumns} from meeting m join body b on b.id = m.body_id where m.id = ?`,
    [meetingId],
  );
  return rows[0] ?? null;
}

/** The object of access that a meeting's address names: its body, and whoever is called to single items. */
export async function meetingAccess(em: EntityManager, meetingId: string): Promise<AccessObject | Refusal> {
  const rows: { bodyId: string }[] = await em.execute(
    'select body_id as "bodyId" from meeting where id = ?',
    [meetingId],
  );
  const [meeting] = rows;
  return meeting === undefined ? refuse('not-found') : { bodyId: meeting.bodyId };
}

export interface MeetingRow extends MeetingHead {
  /** Whether the reader's own copy of the latest summons is opened; null for those who are not called. */
  readonly opened: boolean | null;
  readonly summoned: boolean;
}

/** The meetings of bodies, newest day first. @param personId whose summons is asked about */
export async function readMeetings(
  em: EntityManager,
  bodyIds: readonly string[],
  personId: string,
): Promise<MeetingRow[]> {
  if (bodyIds.length === 0) return [];
  return em.execute(
    `select ${headColumns}, s.id is not null as summoned,
       (select r.opened_at is not null from summons_recipient r where r.summons_id = s.id and r.person_id = ?) as opened
     from meeting m join body b on b.id = m.body_id
     left join lateral (select id from summons where meeting_id = m.id order by number desc limit 1) s on true
     where m.body_id in (?) order by m.day desc limit 200`,
    [personId, bodyIds],
  );
}

/** A deadline of the meeting as it stands. */
export interface DeadlineRow {
  readonly kind: string;
  readonly day: Day;
  readonly rule: string;
  readonly doneOn: Day | null;
}

/** The meeting's deadlines in order, those that were closed by a move left out. */
export async function readDeadlines(em: EntityManager, meetingId: string): Promise<DeadlineRow[]> {
  return em.execute(
    `select kind, day::text as day, rule, done_on::text as "doneOn" from deadline
     where owner_kind = 'meeting' and owner_id = ? and closed_on is null order by at, kind limit 50`,
    [meetingId],
  );
}

/** An act as the audit log has it. */
export interface DoneAct<Act extends string> {
  readonly act: Act;
  readonly at: Date;
  readonly by: string | null;
  /** Whose notice board it was done at. */
  readonly board: string | null;
}

/** Which of the named acts were done with the meeting, its minutes, its notice and the notice's boards, newest first. */
export async function readDoneActs<Act extends string>(
  em: EntityManager,
  meetingId: string,
  acts: readonly Act[],
): Promise<DoneAct<Act>[]> {
  const rows: (Omit<DoneAct<Act>, 'at'> & { at: string })[] = await em.execute(
    `with about (kind, id, board) as (
       select 'meeting', ?::uuid, null union all select 'minutes', id, null from minutes where meeting_id = ?
       union all select 'notice', id, null from notice where meeting_id = ?
       union all select 'posting', b.id, pr.name from notice_posting b join notice n on n.id = b.notice_id
         join principal pr on pr.id = b.principal_id where n.meeting_id = ?)
     select e.act, e.happened_at as at, p.name as by, about.board from about
     join audit_event e on e.subject_kind = about.kind and e.subject_id = about.id and e.result = 'done' and e.act in (?)
     left join person p on e.actor = 'person:' || p.id
     order by e.seq desc limit 200`,
    [meetingId, meetingId, meetingId, meetingId, acts],
  );
  return rows.map((row) => ({ ...row, at: new Date(row.at) }));
}
