import { v7 as uuidv7 } from 'uuid';
import { RecordAttendee } from '../../../../contracts/meetings/session/presence';
import { refuse } from '../../../../domain/refusals/refusal';
import { Person } from '../../../../store/entities/people';
import { Attendee } from '../../../../store/entities/sessions';
import { defineCommand } from '../../../runner/command';
import { findRow } from '../../../runner/transaction';
import { onMeeting } from '../../plan/objects';
import { openSession } from '../open-session';

/** M-6: someone else is in the room, such as a presenter, for one item or the whole meeting. */
export const recordAttendee = defineCommand<RecordAttendee, { attendeeId: string }>({
  name: 'recordAttendee',
  kind: 'edit',
  input: RecordAttendee,
  permission: (tx, input) => onMeeting(tx, 'session.run', input.meetingId),
  handle: async (tx, input) => {
    const open = await openSession(tx, input.meetingId, 'recordPresence');
    if (!open.ok) return open;
    const { id: meetingId, authorityId } = open.meeting;
    const itemId = input.itemId ?? null;
    if (itemId !== null && !open.session.items.some(({ id }) => id === itemId))
      return refuse('item-of-other-meeting');
    const personId = input.personId ?? null;
    if (personId !== null) {
      const person = await findRow(tx, Person, { id: personId });
      if (!person.ok) return person;
    }
    const said = { itemId, personId, name: input.name, capacity: input.capacity, mode: input.mode };
    const attendeeId = input.attendeeId ?? null;
    if (attendeeId !== null) {
      const found = await findRow(tx, Attendee, { id: attendeeId, meetingId });
      if (!found.ok) return found;
      tx.em.assign(found.row, said);
    }
    const id = attendeeId ?? uuidv7();
    if (attendeeId === null) tx.em.persist(tx.em.create(Attendee, { id, authorityId, meetingId, ...said }));
    return { ok: true, result: { attendeeId: id }, subject: { kind: 'meeting', id: meetingId, authorityId } };
  },
});
