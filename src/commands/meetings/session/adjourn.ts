import { v7 as uuidv7 } from 'uuid';
import { Adjourn } from '../../../contracts/meetings/session/meeting';
import { Adjournment } from '../../../store/entities/sessions';
import { defineCommand } from '../../runner/command';
import { onMeeting } from '../plan/objects';
import { openSession } from './open-session';

/** M-6: the meeting is adjourned for some minutes from now, within the item that is open. */
export const adjourn = defineCommand<Adjourn, { adjournmentId: string }>({
  name: 'adjourn',
  kind: 'edit',
  input: Adjourn,
  permission: (tx, input) => onMeeting(tx, 'session.run', input.meetingId),
  handle: async (tx, input) => {
    const open = await openSession(tx, input.meetingId, 'treatItem');
    if (!open.ok) return open;
    const { authorityId, id: meetingId } = open.meeting;
    const id = uuidv7();
    tx.em.persist(
      tx.em.create(Adjournment, {
        id,
        authorityId,
        meetingId,
        itemId: open.session.current?.id ?? null,
        from: tx.now,
        minutes: input.minutes,
      }),
    );
    return {
      ok: true,
      result: { adjournmentId: id },
      subject: { kind: 'meeting', id: meetingId, authorityId },
    };
  },
});
