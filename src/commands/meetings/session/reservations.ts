import type { Loaded } from '@mikro-orm/core';
import { v7 as uuidv7 } from 'uuid';
import {
  AnnounceReservation,
  HandInReservationReason,
  WithdrawReservation,
} from '../../../contracts/meetings/session/statements';
import { servingSeatIds } from '../../../domain/meetings/session/attendance';
import { canMove } from '../../../domain/meetings/phases';
import {
  canAnnounceStatement,
  canHandInReason,
  canWithdrawStatement,
} from '../../../domain/meetings/session/reservations';
import { refuse, type Refusal } from '../../../domain/refusals/refusal';
import { momentAt } from '../../../domain/time/stockholm';
import { AgendaItem, Meeting } from '../../../store/entities/meetings';
import { Minutes } from '../../../store/entities/minutes';
import { Reservation, VerificationPlan } from '../../../store/entities/sessions';
import { readSigning } from '../../../store/queries/meetings/minutes/minutes-signing';
import { closeTasks } from '../../notifications/tasks';
import { defineCommand, type Permission, type WakeFor } from '../../runner/command';
import { findRow, lockRow, type Transaction } from '../../runner/transaction';
import { verificationWake } from '../minutes/open-minutes';
import { renderRecord } from '../minutes/render-record';
import { closeRound, openRound } from '../minutes/rounds';
import { openTreatedItem } from './open-session';
import { ofItemSeat } from './seat-permission';

/** Why a round is closed whose text got a member's written reason. */
const REASON_CAME = 'En skriftlig motivering till en reservation lämnades in i tid';

/** KL 4:27: announced before the meeting closes, by one who took part in deciding; the written reason may come later. */
export const announceReservation = defineCommand<AnnounceReservation, { reservationId: string }>({
  name: 'announceReservation',
  kind: 'edit',
  input: AnnounceReservation,
  permission: (tx, input) => ofItemSeat(tx, 'reservation.announce', input.itemId, input.seatId),
  handle: async (tx, input) => {
    const open = await openTreatedItem(tx, input.itemId, 'announceReservation');
    if (!open.ok) return open;
    const { attendance, meeting, planned } = open;
    const holder = open.session.board.find(({ id }) => id === input.seatId)?.holder ?? null;
    if (holder === null) return refuse('seat-unknown');
    const { personId } = holder;
    const own = { itemId: input.itemId, personId, kind: input.kind, withdrawnAt: null };
    const earlier = await tx.em.count(Reservation, own);
    const verdict = canAnnounceStatement(open.inForce.rules, input.kind, {
      phase: meeting.phase,
      decided: planned.decided,
      tookPart: servingSeatIds(attendance).has(input.seatId),
      alreadyAnnounced: earlier > 0,
    });
    if (!verdict.ok) return verdict;
    const id = uuidv7();
    const { authorityId } = meeting;
    const reason = (input.reason ?? '') === '' ? null : (input.reason ?? null);
    tx.em.persist(
      tx.em.create(Reservation, {
        id,
        authorityId,
        itemId: input.itemId,
        kind: input.kind,
        seatId: input.seatId,
        personId,
        announcedAt: tx.now,
        reason,
        reasonAt: reason === null ? null : tx.now,
        withdrawnAt: null,
      }),
    );
    return { ok: true, result: { reservationId: id }, subject: { kind: 'reservation', id, authorityId } };
  },
});

/** KL 4:27: what was announced by mistake is taken back until the meeting closes; the row stays, the minutes do not name it. */
export const withdrawReservation = defineCommand<WithdrawReservation, { reservationId: string }>({
  name: 'withdrawReservation',
  kind: 'edit',
  input: WithdrawReservation,
  permission: (tx, input) => onReservation(tx, input.reservationId),
  handle: async (tx, input) => {
    const meeting = await lockMeetingOf(tx, input.reservationId);
    if (!meeting.ok) return meeting;
    const found = await lockRow(tx, Reservation, { id: input.reservationId }, input.version);
    if (!found.ok) return found;
    const verdict = canWithdrawStatement(meeting.row.phase, (found.row.withdrawnAt ?? null) !== null);
    if (!verdict.ok) return verdict;
    found.row.withdrawnAt = tx.now;
    const { id, authorityId } = found.row;
    return { ok: true, result: { reservationId: id }, subject: { kind: 'reservation', id, authorityId } };
  },
});

/**
 * M-8, law.md A15: the written reason is taken until the fixed time of verification. After the meeting it is written into
 * the record of the paragraph; where the text is out for signing it is presented anew, and signatures given are void (M-10).
 */
export const handInReservationReason = defineCommand<HandInReservationReason, { reservationId: string }>({
  name: 'handInReservationReason',
  kind: 'step',
  input: HandInReservationReason,
  permission: (tx, input) => onReservation(tx, input.reservationId),
  handle: async (tx, input) => {
    const meeting = await lockMeetingOf(tx, input.reservationId);
    if (!meeting.ok) return meeting;
    const meetingId = meeting.row.id;
    const phase = canMove(meeting.row.phase, 'writeMinutes');
    if (!phase.ok) return phase;
    const minutes = await tx.em.findOne(Minutes, { meetingId });
    if (minutes !== null) await lockRow(tx, Minutes, { id: minutes.id });
    const found = await lockRow(tx, Reservation, { id: input.reservationId }, input.version);
    if (!found.ok) return found;
    const fixed = await fixedTime(tx, meetingId, minutes);
    const verdict = canHandInReason(
      { announced: (found.row.withdrawnAt ?? null) === null, handedInAt: tx.now },
      fixed ?? new Date(tx.now.getTime() + 1),
      minutes?.state === 'verified',
    );
    if (!verdict.ok) return verdict;
    found.row.reason = input.reason;
    found.row.reasonAt = tx.now;
    await closeTasks(tx, found.row.id, ['writeReservationReason']);
    await tx.em.flush();
    if (minutes !== null) await renderRecord(tx, meeting.row, found.row.itemId);
    const wakes = minutes?.state === 'verifying' ? await presentAnew(tx, minutes) : [];
    const { id, authorityId } = found.row;
    return {
      ok: true,
      result: { reservationId: id },
      subject: { kind: 'reservation', id, authorityId },
      wakes,
    };
  },
});

/** The moment the body fixed for verification; null while it has fixed none. */
async function fixedTime(tx: Transaction, meetingId: string, minutes: Minutes | null): Promise<Date | null> {
  if (minutes !== null) return momentAt(minutes.verificationDay, minutes.verificationTime);
  const plan = await tx.em.findOne(VerificationPlan, meetingId);
  return plan === null ? null : momentAt(plan.day, plan.time);
}

/** M-10: the text that was out for signing is not the text any more; who had signed reads and signs the new one. */
async function presentAnew(tx: Transaction, minutes: Minutes): Promise<WakeFor[]> {
  const signing = await readSigning(tx.em, minutes.id);
  if (signing?.round === null || signing === null) return [];
  await closeRound(tx, minutes, signing.round.id, REASON_CAME);
  openRound(tx, minutes, signing.rounds + 1);
  await tx.em.flush();
  // The version moves, so that what the process read of the old round is superseded.
  await tx.em.execute('update minutes set version = version + 1 where id = ?', [minutes.id]);
  return [verificationWake(minutes)];
}

async function onReservation(tx: Transaction, reservationId: string): Promise<Permission | Refusal> {
  const found = await findRow(tx, Reservation, { id: reservationId });
  return found.ok ? ofItemSeat(tx, 'reservation.announce', found.row.itemId, found.row.seatId) : found;
}

/** The meeting is locked before what was announced in it (wake.md 5). */
async function lockMeetingOf(
  tx: Transaction,
  reservationId: string,
): Promise<{ readonly ok: true; readonly row: Loaded<Meeting> } | Refusal> {
  const found = await findRow(tx, Reservation, { id: reservationId });
  if (!found.ok) return found;
  const { meetingId } = await tx.em.findOneOrFail(AgendaItem, found.row.itemId);
  return lockRow(tx, Meeting, { id: meetingId });
}
