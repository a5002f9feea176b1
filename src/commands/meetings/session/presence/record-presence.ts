import { RecordPresence, type RecordedPresence } from '../../../../contracts/meetings/session/presence';
import { defineCommand } from '../../../runner/command';
import { onMeeting } from '../../plan/objects';
import { openSession } from '../open-session';
import { keepNotes, note } from './presence-rows';

/** M-6: who comes, goes, is seated or unseated, from the item that is open on. */
export const recordPresence = defineCommand<RecordPresence, RecordedPresence>({
  name: 'recordPresence',
  kind: 'edit',
  input: RecordPresence,
  permission: (tx, input) => onMeeting(tx, 'session.run', input.meetingId),
  handle: async (tx, input) => {
    const open = await openSession(tx, input.meetingId, 'recordPresence');
    if (!open.ok) return open;
    const noted = note(open.session, input.events, tx.now);
    if (!noted.ok) return noted;
    const serving = await keepNotes(tx, open, noted);
    const { id, authorityId } = open.meeting;
    return {
      ok: true,
      result: { meetingId: id, events: noted.added.length, serving },
      subject: { kind: 'meeting', id, authorityId },
    };
  },
});
