import {
  RecordRollCall,
  type RecordedPresence,
  type Seen,
} from '../../../../contracts/meetings/session/presence';
import { refuse } from '../../../../domain/refusals/refusal';
import { substituteQueue } from '../../../../domain/meetings/before/substitutes';
import { attendanceNow, type Session } from '../../../../store/queries/meetings/session/session';
import { defineCommand } from '../../../runner/command';
import { onMeeting } from '../../plan/objects';
import { openSession } from '../open-session';
import { keepNotes, note, type NotedSession } from './presence-rows';

/**
 * M-6: the roll call in one act. Whoever is there already stays so; present substitutes are seated in turn where the
 * member is absent (KL 6:16-17, 9:24).
 */
export const recordRollCall = defineCommand<RecordRollCall, RecordedPresence>({
  name: 'recordRollCall',
  kind: 'edit',
  input: RecordRollCall,
  permission: (tx, input) => onMeeting(tx, 'session.run', input.meetingId),
  handle: async (tx, input) => {
    const open = await openSession(tx, input.meetingId, 'recordPresence');
    if (!open.ok) return open;
    const here = new Set((attendanceNow(open.session)?.room ?? []).map(({ seat }) => seat.id));
    const coming = input.seats.flatMap(({ seatId, mode }): Seen[] =>
      mode === 'absent' || here.has(seatId) ? [] : [{ kind: 'arrives', seatId, mode }],
    );
    let noted: NotedSession = { ok: true, session: open.session, added: [] };
    if (coming.length > 0) {
      const present = note(open.session, coming, tx.now);
      if (!present.ok) return present;
      noted = present;
    } else if (here.size === 0) return refuse('not-present');
    if (input.seatSubstitutes) noted = seated(noted, tx.now);
    const serving = await keepNotes(tx, open, noted);
    const { id, authorityId } = open.meeting;
    return {
      ok: true,
      result: { meetingId: id, events: noted.added.length, serving },
      subject: { kind: 'meeting', id, authorityId },
    };
  },
});

/** Seats one present substitute after the other, seat by seat, until no more may be. */
function seated(noted: NotedSession, now: Date): NotedSession {
  let after = noted;
  for (const member of noted.session.board.filter(({ kind }) => kind === 'member')) {
    const attendance = attendanceNow(after.session);
    const service = attendance?.seats.find(({ seat }) => seat.id === member.id);
    if (service === undefined || service.servedBy !== null) continue;
    for (const substitute of queueFor(after.session, member.id)) {
      const next = note(
        after.session,
        [{ kind: 'seated', seatId: substitute, forSeatId: member.id, mode: 'room' }],
        now,
      );
      if (!next.ok) continue;
      after = { ok: true, session: next.session, added: [...after.added, ...next.added] };
      break;
    }
  }
  return after;
}

function queueFor(session: Session, memberId: string): string[] {
  const member = session.board.find(({ id }) => id === memberId);
  if (member === undefined) return [];
  const begun = attendanceNow(session)?.begunToServe ?? new Set<string>();
  return substituteQueue(session.board, member, session.rules, begun).map(({ id }) => id);
}
