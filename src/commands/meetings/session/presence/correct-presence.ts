import { CorrectPresence, type RecordedPresence } from '../../../../contracts/meetings/session/presence';
import { attendanceByItem } from '../../../../domain/meetings/session/attendance';
import { canCorrectPresence, canRecordPresence } from '../../../../domain/meetings/session/presence';
import { refuse } from '../../../../domain/refusals/refusal';
import { PresenceEvent } from '../../../../store/entities/sessions';
import {
  attendanceNow,
  openedItems,
  presenceItem,
  sessionRecord,
  treatedItems,
  type Session,
  type SessionEvent,
} from '../../../../store/queries/meetings/session/session';
import { v7 as uuidv7 } from 'uuid';
import { defineCommand } from '../../../runner/command';
import { findRow } from '../../../runner/transaction';
import { onMeeting } from '../../plan/objects';
import { openSession } from '../open-session';
import { keepNotes } from './presence-rows';
import { countedBallots } from '../decisions/vote-rows';

/**
 * M-6: a note of the room was wrong. The right one takes its place, from the same item on; the wrong one stays as
 * corrected. Without a right one it is struck out: it points at itself.
 */
export const correctPresence = defineCommand<CorrectPresence, RecordedPresence>({
  name: 'correctPresence',
  kind: 'edit',
  input: CorrectPresence,
  permission: async (tx, input) => {
    const event = await findRow(tx, PresenceEvent, { id: input.eventId });
    return event.ok ? onMeeting(tx, 'session.run', event.row.meetingId) : event;
  },
  handle: async (tx, input) => {
    const wrong = await findRow(tx, PresenceEvent, { id: input.eventId });
    if (!wrong.ok) return wrong;
    const open = await openSession(tx, wrong.row.meetingId, 'recordPresence');
    if (!open.ok) return open;
    if ((wrong.row.correctedById ?? null) !== null) return refuse('presence-corrected-already');
    const { session } = open;
    const struck: Session = { ...session, events: session.events.filter(({ id }) => id !== input.eventId) };
    const right = input.replacement ?? null;
    const event: SessionEvent | null =
      right === null
        ? null
        : {
            id: uuidv7(),
            kind: right.kind,
            seatId: right.seatId,
            forSeatId: right.forSeatId ?? null,
            itemId: wrong.row.itemId ?? null,
            mode: right.mode,
            reason: right.kind === 'leaves' ? (right.reason ?? 'other') : null,
            at: wrong.row.at,
          };
    if (event !== null) {
      const verdict = checkAt(struck, event);
      if (!verdict.ok) return verdict;
    }
    const added = event === null ? [] : [event];
    const after = { ...struck, events: [...struck.events, ...added] };
    const ballots = await countedBallots(tx, open.meeting.id);
    const verdict = canCorrectPresence(
      treatedItems(session.items).map(({ id: itemId, label, decided }) => ({
        itemId,
        label,
        decided,
        ballots: ballots.get(itemId) ?? null,
      })),
      attendanceByItem(sessionRecord(session)),
      attendanceByItem(sessionRecord(after)),
    );
    if (!verdict.ok) return verdict;
    await keepNotes(tx, open, { ok: true, session: after, added });
    await tx.em.flush();
    wrong.row.correctedById = event?.id ?? wrong.row.id;
    const { id, authorityId } = open.meeting;
    return {
      ok: true,
      result: { meetingId: id, events: added.length, serving: attendanceNow(after)?.quorum.serving ?? 0 },
      subject: { kind: 'meeting', id, authorityId },
    };
  },
});

/** Asks the rule about the note as of its own item: what was seen later does not count. */
function checkAt(session: Session, event: SessionEvent) {
  const opened = openedItems(session.items);
  const upTo = opened.findIndex(({ id }) => id === event.itemId);
  const item = upTo < 0 ? (opened[0] ?? presenceItem(session)) : (opened[upTo] ?? null);
  if (item === null) return refuse('item-not-open');
  const known = new Set(opened.slice(0, upTo < 0 ? 0 : upTo + 1).map(({ id }) => id));
  const record = sessionRecord(session, item);
  return canRecordPresence(
    {
      ...record,
      withdrawn: new Set(),
      items: record.items.filter((id) => known.has(id) || id === item.id),
      events: session.events.filter(({ itemId }) => itemId === null || known.has(itemId)),
    },
    event,
    item.id,
  );
}
