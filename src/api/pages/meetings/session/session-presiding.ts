import type { NamedSeat } from '../../../../store/queries/bodies/composition';
import type { MeetingHead } from '../../../../store/queries/meetings/plan/overview';
import {
  attendanceNow,
  presidingSeat,
  type Session,
} from '../../../../store/queries/meetings/session/session';
import type { ReadContext } from '../../../context';
import { choice, seatName, sessionForm } from './session-forms';

/** Asks who presides, while neither the chair nor the vice chair serves; nothing otherwise. */
export function presidingView(context: ReadContext, head: MeetingHead, session: Session, address: string) {
  const attendance = attendanceNow(session);
  if (attendance === null) return null;
  const led = presidingSeat({ ...session, presidingSeatId: null }, attendance);
  const serving = attendance.seats.flatMap(({ servedBy }) =>
    servedBy?.holder === null || servedBy === null ? [] : [servedBy as NamedSeat],
  );
  if (led !== null || serving.length === 0) return null;
  const { form, of } = sessionForm(context, address, 'setPresiding', { meetingId: head.id });
  return {
    form,
    open: presidingSeat(session, attendance) === null,
    seat: choice(
      of.field('seatId', session.presidingSeatId),
      serving.map((seat) => ({ value: seat.id, text: seatName(seat) })),
    ),
  };
}
