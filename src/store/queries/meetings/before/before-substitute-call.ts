import type { EntityManager } from '@mikro-orm/postgresql';
import type { SubstituteAsked } from '../../../../domain/meetings/before/substitutes';
import type { MeetingPhase } from '../../../../domain/meetings/phases';

export interface AskRow extends SubstituteAsked {
  readonly id: string;
  readonly answerBy: Date;
}

export interface SubstituteCallFacts {
  readonly version: number;
  readonly state: 'asking' | 'filled' | 'exhausted' | 'withdrawn';
  readonly phase: MeetingPhase;
  readonly asks: readonly AskRow[];
}

/** A call for a substitute with everyone asked, in order; null when there is no such call. */
export async function readSubstituteCall(
  em: EntityManager,
  callId: string,
): Promise<SubstituteCallFacts | null> {
  const rows: { version: number; state: SubstituteCallFacts['state']; phase: MeetingPhase }[] =
    await em.execute(
      'select c.version, c.state, m.phase from substitute_call c join meeting m on m.id = c.meeting_id where c.id = ?',
      [callId],
    );
  const call = rows[0];
  return call === undefined ? null : { ...call, asks: await readAsks(em, callId) };
}

/** Everyone asked, in order. */
export async function readAsks(em: EntityManager, callId: string): Promise<AskRow[]> {
  const asks: { id: string; seat_id: string; answer: AskRow['answer']; answer_by: string }[] =
    await em.execute(
      'select id, seat_id, answer, answer_by from substitute_ask where call_id = ? order by ordinal',
      [callId],
    );
  return asks.map((ask) => ({
    id: ask.id,
    seatId: ask.seat_id,
    answer: ask.answer,
    answerBy: new Date(ask.answer_by),
  }));
}

/** Seats whose holders cannot be asked: absent, or asked by or promised to another call of the meeting. */
export async function readUnavailableSeats(
  em: EntityManager,
  meetingId: string,
  callId: string,
): Promise<Set<string>> {
  const rows: { seat_id: string }[] = await em.execute(
    `select seat_id from absence where meeting_id = ? and withdrawn_at is null
     union
     select a.seat_id from substitute_ask a join substitute_call c on c.id = a.call_id
       where c.meeting_id = ? and c.id <> ? and c.state <> 'withdrawn' and (a.answer is null or a.answer = 'accepted')`,
    [meetingId, meetingId, callId],
  );
  return new Set(rows.map((row) => row.seat_id));
}
