import { v7 as uuidv7 } from 'uuid';
import type { Seen } from '../../../../contracts/meetings/session/presence';
import { canRecordPresence } from '../../../../domain/meetings/session/presence';
import { refuse, type Refusal } from '../../../../domain/refusals/refusal';
import { PresenceEvent } from '../../../../store/entities/sessions';
import {
  attendanceNow,
  isOpenForNotes,
  openedItems,
  presenceItem,
  sessionRecord,
  type Session,
  type SessionEvent,
} from '../../../../store/queries/meetings/session/session';
import type { Transaction } from '../../../runner/transaction';
import type { OpenSession } from '../open-session';

/** The session with notes added to it, checked one after the other. */
export interface NotedSession {
  readonly ok: true;
  readonly session: Session;
  readonly added: readonly SessionEvent[];
}

/**
 * Adds notes to the session as the rules allow, each seen in the light of those before it.
 * @returns the session as it then is, or the first refusal
 */
export function note(session: Session, seen: readonly Seen[], now: Date): NotedSession | Refusal {
  let after = session;
  const added: SessionEvent[] = [];
  const item = presenceItem(session);
  if (item === null) return refuse('item-not-open');
  const opened = openedItems(session.items).length > 0;
  // Nothing follows that it could hold from: the item that is done keeps those who took part in it.
  if (item.id === session.current?.id && !isOpenForNotes(session, item))
    return refuse('presence-after-last-item', { item: item.label });
  for (const each of seen) {
    const event: SessionEvent = {
      id: uuidv7(),
      kind: each.kind === 'arrives' && !opened ? 'present' : each.kind,
      seatId: each.seatId,
      forSeatId: each.forSeatId ?? null,
      itemId: opened ? item.id : null,
      mode: each.mode,
      reason: each.kind === 'leaves' ? (each.reason ?? 'other') : null,
      at: now,
    };
    const verdict = canRecordPresence(sessionRecord(after, item), event, item.id);
    if (!verdict.ok) return verdict;
    added.push(event);
    after = { ...after, events: [...after.events, event] };
  }
  return { ok: true, session: after, added };
}

/** Writes notes that have been checked, in order after those of the meeting. @returns how many serve now */
export async function keepNotes(tx: Transaction, open: OpenSession, noted: NotedSession): Promise<number> {
  const { meeting } = open;
  const last: { seq: number | null }[] = await tx.em.execute(
    'select max(seq)::int as seq from presence_event where meeting_id = ?',
    [meeting.id],
  );
  const from = (last[0]?.seq ?? 0) + 1;
  for (const [index, event] of noted.added.entries()) {
    const personId = noted.session.board.find(({ id }) => id === event.seatId)?.holder?.personId;
    if (personId === undefined) continue;
    tx.em.persist(
      tx.em.create(PresenceEvent, {
        ...event,
        authorityId: meeting.authorityId,
        meetingId: meeting.id,
        seq: from + index,
        personId,
        correctedById: null,
      }),
    );
  }
  return attendanceNow(noted.session)?.quorum.serving ?? 0;
}

/** What was noted while no item was open for it holds from this one. */
export async function holdWaitingNotes(tx: Transaction, meetingId: string, itemId: string): Promise<void> {
  await tx.em.execute(
    `update presence_event set item_id = ? where meeting_id = ? and item_id in (
       select id from agenda_item where meeting_id = ? and treated_order is null)`,
    [itemId, meetingId, meetingId],
  );
}
