import type { EntityManager } from '@mikro-orm/postgresql';
import type { RecusalDecider, RecusalGround } from '../../../../domain/meetings/session/recusal';
import type { StatementKind } from '../../../../domain/meetings/session/reservations';
import type { Day } from '../../../../domain/time/day';
import type { ClockTime } from '../../../../domain/time/stockholm';
import { recusalOrigin, type RecusalOrigin } from './recusal-origin';

export interface RemoteRequestView {
  readonly id: string;
  readonly meetingId: string;
  readonly bodyId: string;
  readonly personId: string;
  readonly name: string;
  readonly state: 'asked' | 'approved' | 'refused' | 'withdrawn';
  readonly reason: string | null;
  readonly version: number;
}

const remoteColumns = `r.id, r.meeting_id as "meetingId", m.body_id as "bodyId", r.person_id as "personId", p.name, r.state,
  r.reason, r.version from remote_request r join meeting m on m.id = r.meeting_id join person p on p.id = r.person_id`;

/** A request to take part remotely; null when there is none. */
export async function readRemoteRequest(
  em: EntityManager,
  requestId: string,
): Promise<RemoteRequestView | null> {
  const rows: RemoteRequestView[] = await em.execute(`select ${remoteColumns} where r.id = ?`, [requestId]);
  return rows[0] ?? null;
}

/** The requests of a meeting, the oldest first. */
export async function readRemoteRequests(em: EntityManager, meetingId: string): Promise<RemoteRequestView[]> {
  return em.execute(`select ${remoteColumns} where r.meeting_id = ? order by r.requested_at limit 200`, [
    meetingId,
  ]);
}

/** What one person has told about a meeting. */
export interface OwnActs {
  readonly absent: boolean;
  readonly recusals: readonly {
    readonly id: string;
    readonly itemId: string;
    /** The item's number in the approved agenda, also of one that is hidden from the person; null before. */
    readonly label: string | null;
    readonly ground: RecusalGround;
    readonly decidedBy: RecusalDecider;
    readonly from: RecusalOrigin | null;
    readonly version: number;
  }[];
  readonly motions: readonly {
    readonly id: string;
    readonly itemId: string;
    readonly text: string;
    readonly version: number;
  }[];
  readonly statements: readonly {
    readonly id: string;
    readonly itemId: string;
    readonly kind: StatementKind;
    readonly reason: string | null;
    readonly version: number;
  }[];
}

export async function readOwnActs(em: EntityManager, meetingId: string, personId: string): Promise<OwnActs> {
  const own = [meetingId, personId];
  const absences: unknown[] = await em.execute(
    'select 1 from absence where meeting_id = ? and person_id = ? and withdrawn_at is null limit 1',
    own,
  );
  return {
    absent: absences.length > 0,
    recusals: await em.execute(
      `select r.id, r.item_id as "itemId", r.ground, r.decided_by as "decidedBy", r.version, ${recusalOrigin} as "from",
         (select i->>'label' from agenda_version v, jsonb_array_elements(v.snapshot->'items') as i
          where v.meeting_id = r.meeting_id and i->>'id' = r.item_id::text order by v.approved_at desc limit 1) as label
       from recusal r where r.meeting_id = ? and r.person_id = ? and r.withdrawn_at is null order by r.announced_at limit 200`,
      own,
    ),
    motions: await em.execute(
      `select m.id, m.item_id as "itemId", m.text, m.version from motion m join agenda_item i on i.id = m.item_id
       where i.meeting_id = ? and m.person_id = ? and m.withdrawn_at is null order by m.id limit 200`,
      own,
    ),
    statements: await em.execute(
      `select r.id, r.item_id as "itemId", r.kind, r.reason, r.version from reservation r
       join agenda_item i on i.id = r.item_id where i.meeting_id = ? and r.person_id = ? and r.withdrawn_at is null
       order by r.announced_at limit 200`,
      own,
    ),
  };
}

/** The question to a substitute, with what they need to answer it. */
export interface AskView {
  readonly id: string;
  readonly personId: string;
  readonly bodyId: string;
  readonly body: string;
  readonly meetingId: string;
  readonly day: Day;
  readonly startTime: ClockTime;
  readonly answerBy: Date;
  readonly answer: 'accepted' | 'declined' | 'expired' | null;
  readonly callState: 'asking' | 'filled' | 'exhausted' | 'withdrawn';
  /** The meeting has been opened: the roll call tells who serves. */
  readonly opened: boolean;
  /** Who cannot come. */
  readonly member: string;
}

export async function readAsk(em: EntityManager, askId: string): Promise<AskView | null> {
  const rows: (Omit<AskView, 'answerBy'> & { answerBy: string })[] = await em.execute(
    `select a.id, a.person_id as "personId", m.body_id as "bodyId", b.name as body, m.id as "meetingId",
       m.day::text as day, m.start_time as "startTime", a.answer_by as "answerBy", a.answer, c.state as "callState",
       m.opened_at is not null as opened,
       coalesce((select p.name from absence x join person p on p.id = x.person_id
         where x.meeting_id = m.id and x.seat_id = c.seat_id), '') as member
     from substitute_ask a join substitute_call c on c.id = a.call_id join meeting m on m.id = c.meeting_id
     join body b on b.id = m.body_id where a.id = ?`,
    [askId],
  );
  const row = rows[0];
  return row === undefined ? null : { ...row, answerBy: new Date(row.answerBy) };
}
