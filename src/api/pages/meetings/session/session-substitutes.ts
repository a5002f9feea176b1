import { canRecordPresence } from '../../../../domain/meetings/session/presence';
import { recusedSeats } from '../../../../domain/meetings/session/recusal';
import type { NamedSeat } from '../../../../store/queries/bodies/composition';
import {
  attendanceNow,
  presenceItem,
  sessionRecord,
  type Session,
} from '../../../../store/queries/meetings/session/session';

/** The member seats that the substitute may go into now, by the rule that the command asks. */
export function vacantFor(session: Session, substitute: NamedSeat): NamedSeat[] {
  const item = presenceItem(session);
  if (item === null) return [];
  const record = sessionRecord(session, item);
  return session.board.filter(
    (member) =>
      member.kind === 'member' &&
      member.principalId === substitute.principalId &&
      canRecordPresence(
        record,
        {
          kind: 'seated',
          seatId: substitute.id,
          forSeatId: member.id,
          itemId: item.id,
          mode: 'room',
          reason: null,
        },
        item.id,
      ).ok,
  );
}

/** A member who is recused from the item that is open, and the substitute first in turn who is here and may go in (KL 6:16). */
export interface Replacement {
  readonly member: NamedSeat;
  readonly substitute: NamedSeat;
}

/** The first such pair; null where every recused member is replaced, or nobody is here who may. */
export function replacementNow(session: Session): Replacement | null {
  const item = presenceItem(session);
  const attendance = attendanceNow(session);
  if (item === null || attendance === null || item.id !== session.current?.id) return null;
  const recused = recusedSeats(session.recusals, item.id);
  if (recused.size === 0) return null;
  const here = new Set(attendance.room.flatMap(({ seat, serving }) => (serving ? [] : [seat.id])));
  const pairs = session.board
    .filter(({ id, kind }) => kind === 'substitute' && here.has(id))
    .flatMap((substitute) => vacantFor(session, substitute).map((member) => ({ member, substitute })));
  return pairs.find(({ member }) => recused.has(member.id)) ?? null;
}
