import { v7 as uuidv7 } from 'uuid';
import {
  RecordMotion,
  SetPropositions,
  WithdrawMotion,
} from '../../../../contracts/meetings/session/motions';
import { recusedSeats } from '../../../../domain/meetings/session/recusal';
import { servingSeatIds } from '../../../../domain/meetings/session/attendance';
import { refuse } from '../../../../domain/refusals/refusal';
import { AgendaItem, Meeting } from '../../../../store/entities/meetings';
import { Motion, Proposition } from '../../../../store/entities/sessions';
import { attendanceAt } from '../../../../store/queries/meetings/session/session';
import { defineCommand } from '../../../runner/command';
import { findRow, lockRow } from '../../../runner/transaction';
import { onItem } from '../../plan/objects';
import { openSessionItem, openTreatedItem } from '../open-session';
import { ofItemSeat } from '../seat-permission';

/** M-7: a motion, handed in before the meeting or moved at it by one who serves for the item. */
export const recordMotion = defineCommand<RecordMotion, { motionId: string }>({
  name: 'recordMotion',
  kind: 'edit',
  input: RecordMotion,
  permission: (tx, input) => ofItemSeat(tx, 'motion.hand-in', input.itemId, input.seatId),
  handle: async (tx, input) => {
    const open = await openSessionItem(tx, input.itemId, 'handInMotion');
    if (!open.ok) return open;
    const { session, planned, label } = open;
    if (planned.decided) return refuse('item-decided-already', { item: label });
    const seat = session.board.find(({ id }) => id === input.seatId);
    if (seat?.holder === null || seat === undefined) return refuse('seat-unknown');
    if (recusedSeats(session.recusals, input.itemId).has(seat.id)) return refuse('recused-from-item');
    const attendance = attendanceAt(session, input.itemId);
    if (attendance !== null && !servingSeatIds(attendance).has(seat.id))
      return refuse('motion-of-one-who-does-not-serve');
    const last: { ordinal: number | null }[] = await tx.em.execute(
      'select max(ordinal)::int as ordinal from motion where item_id = ?',
      [input.itemId],
    );
    const id = uuidv7();
    tx.em.persist(
      tx.em.create(Motion, {
        id,
        authorityId: open.meeting.authorityId,
        itemId: input.itemId,
        ordinal: (last[0]?.ordinal ?? 0) + 1,
        kind: input.kind,
        seatId: seat.id,
        personId: seat.holder.personId,
        text: input.text,
        withdrawnAt: null,
      }),
    );
    return {
      ok: true,
      result: { motionId: id },
      subject: { kind: 'motion', id, authorityId: open.meeting.authorityId },
    };
  },
});

/** M-7: the motion is taken back, by whoever made it or the secretary, before the item is decided. */
export const withdrawMotion = defineCommand<WithdrawMotion, { motionId: string }>({
  name: 'withdrawMotion',
  kind: 'edit',
  input: WithdrawMotion,
  permission: async (tx, input) => {
    const motion = await findRow(tx, Motion, { id: input.motionId });
    if (!motion.ok) return motion;
    const item = await tx.em.findOneOrFail(AgendaItem, motion.row.itemId);
    const meeting = await tx.em.findOneOrFail(Meeting, item.meetingId);
    return { act: 'motion.hand-in', object: { bodyId: meeting.bodyId, ownerIds: [motion.row.personId] } };
  },
  handle: async (tx, input) => {
    const unlocked = await findRow(tx, Motion, { id: input.motionId });
    if (!unlocked.ok) return unlocked;
    const open = await openSessionItem(tx, unlocked.row.itemId, 'handInMotion');
    if (!open.ok) return open;
    if (open.planned.decided) return refuse('item-decided-already', { item: open.label });
    const motion = await lockRow(tx, Motion, { id: input.motionId }, input.version);
    if (!motion.ok) return motion;
    if ((motion.row.withdrawnAt ?? null) !== null) return refuse('motion-withdrawn-already');
    motion.row.withdrawnAt = tx.now;
    const { id, authorityId } = motion.row;
    return { ok: true, result: { motionId: id }, subject: { kind: 'motion', id, authorityId } };
  },
});

/** KL 5:53 via 6:33: the chair's order of propositions and what was found carried, the whole list each time. */
export const setPropositions = defineCommand<SetPropositions, { itemId: string }>({
  name: 'setPropositions',
  kind: 'edit',
  input: SetPropositions,
  permission: (tx, input) => onItem(tx, 'session.run', input.itemId),
  handle: async (tx, input) => {
    const open = await openTreatedItem(tx, input.itemId, 'treatItem');
    if (!open.ok) return open;
    const motions = await tx.em.find(Motion, { itemId: input.itemId, withdrawnAt: null });
    const known = new Set(motions.map(({ id }) => id));
    for (const { motionId } of input.propositions) {
      if ((motionId ?? null) !== null && !known.has(motionId ?? '')) return refuse('motion-of-other-item');
    }
    await tx.em.execute('delete from proposition where item_id = ?', [input.itemId]);
    for (const [index, { motionId, words, carried }] of input.propositions.entries()) {
      tx.em.persist(
        tx.em.create(Proposition, {
          id: uuidv7(),
          itemId: input.itemId,
          ordinal: index + 1,
          motionId: motionId ?? null,
          words,
          carried: carried ?? null,
        }),
      );
    }
    const { id, authorityId } = open.item;
    return { ok: true, result: { itemId: id }, subject: { kind: 'agendaItem', id, authorityId } };
  },
});
