import type { EntityManager } from '@mikro-orm/postgresql';
import type { NoticeState } from '../../../../domain/meetings/notice/notices';
import { isPublished } from '../../../../domain/meetings/notice/publication';
import { compareDays, type Day } from '../../../../domain/time/day';

/** A notice as everyone may read it. */
export interface PublicNotice {
  readonly id: string;
  readonly minutesId: string;
  readonly body: string;
  readonly host: string;
  readonly hostMailbox: string;
  readonly meetingDay: Day;
  readonly paragraphs: readonly number[];
  readonly verifiedOn: Day;
  readonly postingDay: Day;
  /** The latest stated day and the last day of appeal, once every board carries the notice. */
  readonly startsOn: Day | null;
  readonly endsOn: Day | null;
  readonly state: NoticeState;
  readonly takenDownOn: Day | null;
  /** How long it is shown after that, by the body's rules of procedure of today; null for no end. */
  readonly publishedDays: number | null;
  /** The court that tries the decisions and its address (KL 13:1, 13:5), by the rules that the meeting was bound to. */
  readonly court: string | null;
  readonly courtAddress: readonly string[];
  /** Whether the copy for the public is made. */
  readonly published: boolean;
}

const select = `select n.id, n.minutes_id as "minutesId", b.name as body, h.name as host, h.mailbox as "hostMailbox",
    m.day::text as "meetingDay",
    coalesce((v.snapshot->'numbers')::jsonb, '[]'::jsonb) as paragraphs, n.verified_on::text as "verifiedOn",
    n.posting_day::text as "postingDay", a.starts_on::text as "startsOn", a.ends_on::text as "endsOn", n.state,
    n.taken_down_on::text as "takenDownOn",
    (coalesce(f.settings, r.settings)->>'publishedDays')::int as "publishedDays",
    r.settings->>'appealCourt' as court, coalesce(r.settings->'appealCourtAddress', '[]'::jsonb) as "courtAddress", v.id is not null as published
  from notice n join meeting m on m.id = n.meeting_id join body b on b.id = n.body_id
  join principal h on h.id = b.host_principal_id
  left join rules_of_procedure r on r.id = m.rules_id
  left join rules_of_procedure f on f.body_id = n.body_id and f.valid_from <= ?::date and (f.valid_to is null or f.valid_to >= ?::date)
  left join lateral (select v.id, v.snapshot from document d join document_version v on v.document_id = d.id
    where d.owner_kind = 'publicMinutes' and d.owner_id = n.minutes_id and v.made_key = 'minutes/' || n.minutes_id || '/public'
    limit 1) v on true
  left join lateral (select starts_on, ends_on from appeal_time t where t.notice_id = n.id and t.state <> 'annulled'
    order by t.number desc limit 1) a on true`;

/** The notices of all bodies, newest first: those that are up, and those that are still published after it (M-16). */
export async function readPublicNotices(em: EntityManager, today: Day): Promise<PublicNotice[]> {
  const rows: PublicNotice[] = await em.execute(
    `${select} order by n.taken_down_on is null desc, n.verified_on desc, n.id desc limit 200`,
    [today, today],
  );
  return rows
    .filter((notice) => isPublished(notice, notice.takenDownOn, today))
    .sort((a, b) => compareDays(b.verifiedOn, a.verifiedOn) || (a.id < b.id ? 1 : -1));
}

/** The notice of one set of minutes; null when they are not announced. */
export async function readPublicNotice(
  em: EntityManager,
  minutesId: string,
  today: Day,
): Promise<PublicNotice | null> {
  const rows: PublicNotice[] = await em.execute(`${select} where n.minutes_id = ?`, [
    today,
    today,
    minutesId,
  ]);
  return rows[0] ?? null;
}

/** The published copy of minutes: what it was made from, and which version holds its file. Null before it is made. */
export async function readPublicMinutes(
  em: EntityManager,
  minutesId: string,
): Promise<{
  readonly versionId: string;
  readonly fileName: string;
  readonly sha256: string;
  readonly words: unknown;
} | null> {
  const rows: { versionId: string; fileName: string; sha256: string; words: unknown }[] = await em.execute(
    `select id as "versionId", file_name as "fileName", sha256, snapshot->'words' as words from document_version
     where made_key = ?`,
    [`minutes/${minutesId}/public`],
  );
  return rows[0] ?? null;
}

/** Where the decisions of a body are appealed. */
export interface CourtOfBody {
  readonly body: string;
  readonly court: string;
  readonly address: readonly string[];
}

/** KL 8:10: the court of each body by the rules of procedure in force on a day; bodies that name none are left out. */
export async function readCourts(em: EntityManager, today: Day): Promise<CourtOfBody[]> {
  return em.execute(
    `select b.name as body, r.settings->>'appealCourt' as court, r.settings->'appealCourtAddress' as address
     from body b join rules_of_procedure r on r.body_id = b.id and r.valid_from <= ?::date
       and (r.valid_to is null or r.valid_to >= ?::date)
     where r.settings->>'appealCourt' is not null order by b.name limit 100`,
    [today, today],
  );
}
