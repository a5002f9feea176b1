import type { EntityManager } from '@mikro-orm/postgresql';
import { deadlinesBefore } from '../../../../domain/meetings/plan/deadlines';
import type { NoticeBoards } from '../../../../domain/bodies/rules-of-procedure';
import type {
  MeetingCycleFacts,
  MeetingDeadlineKind,
  MeetingReminderKind,
} from '../../../../domain/meetings/plan/meeting-cycle-due';
import type { MeetingPhase } from '../../../../domain/meetings/phases';
import type { Day } from '../../../../domain/time/day';
import { rulesOfMeeting } from './plan-rules';

interface MeetingRow {
  readonly id: string;
  readonly bodyId: string;
  readonly rulesId: string | null;
  readonly phase: MeetingPhase;
  readonly day: Day;
  readonly version: number;
}

/** What the rows of a meeting say to its process; the version is what its acts compare under lock. */
export async function readCycleFacts(
  em: EntityManager,
  meetingId: string,
): Promise<{ readonly version: number; readonly facts: MeetingCycleFacts } | null> {
  const rows: MeetingRow[] = await em.execute(
    `select id, body_id as "bodyId", rules_id as "rulesId", phase, day::text as day, version from meeting where id = ?`,
    [meetingId],
  );
  const meeting = rows[0];
  if (meeting === undefined) return null;
  const counts = await readSummonsCounts(em, meetingId);
  const after =
    meeting.phase === 'verified'
      ? await readAfter(em, meeting)
      : { noticesEnded: false, dispatchesClosed: false };
  return {
    version: meeting.version,
    facts: {
      phase: meeting.phase,
      day: meeting.day,
      openDeadlines: await readDeadlines(em, meetingId),
      waitingReminders: await readReminders(em, meetingId),
      deadlinesStale: await deadlinesStale(em, meeting),
      memosToMake: (await memosToMake(em, meetingId)).length > 0,
      agendaVersions: counts.versions,
      approvalsAsked: await approvalsAsked(em, meetingId),
      summons: counts.made === null ? null : { made: counts.made, sent: counts.unsent === 0 },
      askedToOpen: counts.askedToOpen,
      ...after,
    },
  };
}

/**
 * Whether a meeting that is not summoned has other deadlines than the rules of procedure in force on its day give: new
 * rules were decided after it was planned (B-1).
 */
async function deadlinesStale(em: EntityManager, meeting: MeetingRow): Promise<boolean> {
  if (meeting.phase !== 'planned' && meeting.phase !== 'agendaApproved') return false;
  const inForce = await rulesOfMeeting(em, meeting);
  if (inForce === null) return false;
  const rows: { kind: string; day: Day }[] = await em.execute(
    `select kind, day::text as day from deadline where owner_kind = 'meeting' and owner_id = ? and closed_on is null
       and kind in ('submission', 'papers', 'summons', 'remoteRequest')`,
    [meeting.id],
  );
  const standing = rows.map(({ kind, day }) => `${kind} ${day}`).sort();
  const counted = deadlinesBefore(inForce.rules, meeting.day).map(({ kind, day }) => `${kind} ${day}`);
  return standing.join() !== counted.sort().join();
}

/** Memos at the items of a meeting not yet held whose document is not made since they were made ready. */
export async function memosToMake(em: EntityManager, meetingId: string): Promise<string[]> {
  const rows: { id: string }[] = await em.execute(
    `select distinct m.id from memo m join item_document a on a.document_id = m.document_id
     join agenda_item i on i.id = a.item_id and i.state = 'listed' join meeting on meeting.id = i.meeting_id
     where i.meeting_id = ? and meeting.phase in ('planned', 'agendaApproved', 'summoned') and m.ready_content is not null
       and not exists (select from document_version v where v.document_id = m.document_id and v.made_key = 'memo/' || m.id || '/' || m.ready_number)
     limit 200`,
    [meetingId],
  );
  return rows.map(({ id }) => id);
}

/** How many times the chair has been asked to approve the agenda: the tasks count it, done ones too. */
async function approvalsAsked(em: EntityManager, meetingId: string): Promise<number> {
  const rows: { asked: number }[] = await em.execute(
    `select coalesce(max(cycle), 0)::int as asked from task where subject_id = ? and kind = 'approveAgenda'`,
    [meetingId],
  );
  return rows[0]?.asked ?? 0;
}

async function readDeadlines(em: EntityManager, meetingId: string) {
  const rows: { kind: MeetingDeadlineKind; at: string }[] = await em.execute(
    `select kind, at from deadline where owner_kind = 'meeting' and owner_id = ? and done_on is null and closed_on is null
       and kind in ('submission', 'papers', 'summons', 'remoteRequest', 'session')`,
    [meetingId],
  );
  return rows.map(({ kind, at }) => ({ kind, at: new Date(at) }));
}

async function readReminders(em: EntityManager, meetingId: string) {
  const rows: { kind: MeetingReminderKind; dueAt: string }[] = await em.execute(
    `select r.kind, r.due_at as "dueAt" from reminder r join deadline d on d.id = r.deadline_id
     where d.owner_kind = 'meeting' and d.owner_id = ? and d.done_on is null and d.closed_on is null and r.state = 'waiting'`,
    [meetingId],
  );
  return rows.map(({ kind, dueAt }) => ({ kind, dueAt: new Date(dueAt) }));
}

interface Counts {
  readonly versions: number;
  /** Of the latest summons; null before the first. */
  readonly made: boolean | null;
  readonly unsent: number;
  readonly askedToOpen: boolean;
}

/** How far the latest summons has come, and what has been asked. */
export async function readSummonsCounts(em: EntityManager, meetingId: string): Promise<Counts> {
  const rows: Counts[] = await em.execute(
    `select (select count(*)::int from agenda_version where meeting_id = ?) as versions,
       case when s.id is not null then s.letter_document_id is not null and s.package_document_id is not null end as made,
       (select count(*)::int from summons_recipient r where r.summons_id = s.id and not exists (
          select from mail where subject_kind = 'summons' and subject_id = s.id and to_person_id = r.person_id)) as unsent,
       exists (select from task where subject_id = ? and kind = 'openMeeting') as "askedToOpen"
     from (select 1) one left join lateral (select * from summons where meeting_id = ? order by number desc limit 1) s on true`,
    [meetingId, meetingId, meetingId],
  );
  const counts = rows[0];
  if (counts === undefined) throw new Error('No counts');
  return counts;
}

/**
 * Whether nothing is left: every notice down with its certificate and the court's answer recorded, every item with
 * recipients in an extract, and every extract received or closed.
 */
async function readAfter(em: EntityManager, meeting: MeetingRow) {
  const inForce = await rulesOfMeeting(em, meeting);
  const boards: NoticeBoards = inForce?.rules.noticeBoards ?? 'everyPrincipal';
  const rows: { notices: number; running: number; extractsOpen: number; withoutExtract: number }[] =
    await em.execute(
      `select (select count(*)::int from notice where meeting_id = ?) as notices,
       (select count(*)::int from notice where meeting_id = ? and (state not in ('legalForce', 'appealed')
          or taken_down_on is null or certificate_document_id is null)) as running,
       (select count(*)::int from minutes_extract where meeting_id = ? and state <> 'closed') as "extractsOpen",
       (select count(*)::int from paragraph p join agenda_item i on i.id = p.item_id or i.parent_id = p.item_id
          join decision d on d.item_id = i.id and d.outcome <> 'withdrawn' where i.meeting_id = ?
          and i.state = 'listed' and i.recipient_ids <> '[]'::jsonb and not exists (select from minutes_extract e
            where e.meeting_id = i.meeting_id and e.paragraph_ids @> to_jsonb(p.id::text))) as "withoutExtract"`,
      [meeting.id, meeting.id, meeting.id, meeting.id],
    );
  const left = rows[0];
  if (left === undefined) throw new Error('No counts');
  return {
    noticesEnded: left.running === 0 && (boards === 'none' || left.notices > 0),
    dispatchesClosed: left.extractsOpen === 0 && left.withoutExtract === 0,
  };
}
