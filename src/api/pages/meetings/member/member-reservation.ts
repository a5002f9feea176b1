import { servingSeatIds } from '../../../../domain/meetings/session/attendance';
import { canMove, hasReached } from '../../../../domain/meetings/phases';
import { text } from '../../../../i18n/texts';
import { attendanceAt } from '../../../../store/queries/meetings/session/session';
import type { OwnActs } from '../../../../store/queries/meetings/before/before-members';
import { blockedBy, itemOption, labelOf, type Part } from './member-part';
import { statementText, withdrawStatement } from '../session/session-decision';
import { choice, sessionForm } from '../session/session-forms';

/** What the reader has reserved against, what may still be, and where a written reason is handed in (KL 4:27). */
export function reservationView(part: Part) {
  const { context, session, own, seat, address, head } = part;
  const { lang } = context;
  const waiting = own.statements.find(({ reason }) => reason === null);
  const open = canMove(head.phase, 'announceReservation').ok;
  const statements = own.statements.map(({ id, version, kind, itemId, reason }) => {
    const line = `${labelOf(session, itemId)}: ${statementText(lang, kind)}`;
    return {
      line,
      reason: text(lang, reason === null ? 'session.statementWithoutReason' : 'session.statementWithReason'),
      ...(open ? { takeBack: withdrawStatement(lang, address, { id, version }, line) } : {}),
    };
  });
  const reason =
    waiting === undefined || !canMove(head.phase, 'writeMinutes').ok
      ? {}
      : { reason: reasonForm(part, waiting) };
  const blocked = hasReached(head.phase, 'inSession')
    ? blockedBy(part, 'announceReservation')
    : { blocked: text(lang, 'before.reservationLater') };
  if (blocked.blocked !== undefined) return { statements, ...reason, ...blocked };
  const taken = session.items.filter((item) => {
    const attendance = item.decided ? attendanceAt(session, item.id) : null;
    return attendance !== null && servingSeatIds(attendance).has(seat.id);
  });
  if (taken.length === 0) return { statements, ...reason, blocked: text(lang, 'before.nothingToDecide') };
  const { form, of } = sessionForm(context, address, 'announceReservation', { seatId: seat.id });
  const { reservations, separateStatements, minutesNotes } = session.rules;
  const kinds = [
    ...(reservations ? (['reservation'] as const) : []),
    ...(separateStatements ? (['separateStatement'] as const) : []),
    ...(minutesNotes ? (['minutesNote'] as const) : []),
  ];
  return {
    statements,
    ...reason,
    form,
    item: choice(of.field('itemId', ''), taken.map(itemOption)),
    kind: choice(
      of.field('kind', 'reservation'),
      kinds.map((value) => ({ value, text: statementText(lang, value) })),
    ),
  };
}

function reasonForm(
  { context, session, address }: Part,
  { id, itemId, version }: OwnActs['statements'][number],
) {
  const { form, of } = sessionForm(context, address, 'handInReservationReason', {
    reservationId: id,
    version,
  });
  return {
    form,
    words: of.field('reason', ''),
    label: text(context.lang, 'before.reasonLabel', { item: labelOf(session, itemId) }),
  };
}
