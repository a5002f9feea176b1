import type { EntityManager } from '@mikro-orm/postgresql';
import type { RecusalGround } from '../../../../domain/meetings/session/recusal';

/** A substitute who is asked, or has said yes, for a seat. */
export interface CallView {
  /** The member's seat. */
  readonly seatId: string;
  readonly state: 'asking' | 'filled' | 'exhausted';
  /** Null where nobody is asked now. */
  readonly personId: string | null;
  readonly name: string | null;
}

/** The calls for substitutes that stand, one for each seat. */
export async function readCalls(em: EntityManager, meetingId: string): Promise<CallView[]> {
  return em.execute(
    `select c.seat_id as "seatId", c.state, asked.id as "personId", asked.name
     from substitute_call c left join lateral (
       select p.id, p.name from substitute_ask a join person p on p.id = a.person_id
       where a.call_id = c.id and (a.answer is null or a.answer = 'accepted') order by a.ordinal desc limit 1) asked on true
     where c.meeting_id = ? and c.state <> 'withdrawn' limit 500`,
    [meetingId],
  );
}

/** Who has asked to take part remotely and has no answer yet. */
export async function readRemoteAsked(em: EntityManager, meetingId: string): Promise<ReadonlySet<string>> {
  const rows: { personId: string }[] = await em.execute(
    `select person_id as "personId" from remote_request where meeting_id = ? and state = 'asked' limit 500`,
    [meetingId],
  );
  return new Set(rows.map(({ personId }) => personId));
}

/** Someone who has told, or about whom it is noted, that they are recused from an item. */
export interface RecusedBefore {
  readonly name: string;
  /** Its number on the agenda; null before the agenda is approved. */
  readonly agendaNumber: number | null;
  readonly title: string;
  readonly ground: RecusalGround;
  /** The circumstance where the ground is another. */
  readonly note: string | null;
}

/** Who is recused from which of the items that the reader may read, in the order of the agenda. */
export async function readRecusedBefore(em: EntityManager, meetingId: string): Promise<RecusedBefore[]> {
  return em.execute(
    `select p.name, i.agenda_number as "agendaNumber", i.title, r.ground, r.note from recusal r
       join person p on p.id = r.person_id join agenda_item i on i.id = r.item_id
     where r.meeting_id = ? and r.withdrawn_at is null order by i.ordinal, p.name limit 200`,
    [meetingId],
  );
}
