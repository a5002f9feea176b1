import { EndSeatHolder } from '../../contracts/bodies/bodies';
import type { Nothing } from '../../contracts/people';
import { refuse } from '../../domain/refusals/refusal';
import { asDay } from '../../domain/time/day';
import { Body, Seat, SeatHolder } from '../../store/entities/bodies';
import { defineCommand } from '../runner/command';
import { findRow, lockRow } from '../runner/transaction';
import { administer, wakeMeetingsOf } from './administration';

/** Ends a term on its last day. Only the end of a term that runs is written; the rest of the row stays for ever (B-2). */
export const endSeatHolder = defineCommand<EndSeatHolder, Nothing>({
  name: 'endSeatHolder',
  kind: 'step',
  input: EndSeatHolder,
  permission: administer,
  handle: async (tx, { seatHolderId, ...input }) => {
    const found = await findRow(tx, SeatHolder, { id: seatHolderId });
    if (!found.ok) return found;
    const seat = await findRow(tx, Seat, { id: found.row.seatId });
    if (!seat.ok) return seat;
    const body = await lockRow(tx, Body, { id: seat.row.bodyId });
    if (!body.ok) return body;
    const holder = await lockRow(tx, SeatHolder, { id: seatHolderId });
    if (!holder.ok) return holder;
    const validTo = asDay(input.validTo);
    const ended = holder.row.validTo ?? null;
    if (ended !== null) return refuse('holder-already-ended', { day: ended });
    if (validTo < holder.row.validFrom) {
      return refuse('seat-period-reversed', { from: holder.row.validFrom, until: validTo });
    }
    holder.row.validTo = validTo;
    return {
      ok: true,
      result: {},
      subject: { kind: 'seat', id: seat.row.id, authorityId: body.row.authorityId },
      wakes: await wakeMeetingsOf(tx, body.row.id, true),
    };
  },
});
