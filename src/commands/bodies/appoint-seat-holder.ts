import { v7 as uuidv7 } from 'uuid';
import { AppointSeatHolder, type SeatHolderAppointed } from '../../contracts/bodies/bodies';
import { mayTakeSeat } from '../../domain/bodies/composition';
import type { SeatHolder as SeatHolderOfRule } from '../../domain/bodies/seats';
import { asDay } from '../../domain/time/day';
import { Body, Seat, SeatHolder } from '../../store/entities/bodies';
import { Person } from '../../store/entities/people';
import { defineCommand } from '../runner/command';
import { findRow, lockRow } from '../runner/transaction';
import { administer, wakeMeetingsOf } from './administration';

/** Seats a person from a day on: one holder a day, one seat a person, one chair and one vice chair (B-2). */
export const appointSeatHolder = defineCommand<AppointSeatHolder, SeatHolderAppointed>({
  name: 'appointSeatHolder',
  kind: 'step',
  input: AppointSeatHolder,
  permission: administer,
  handle: async (tx, { seatId, personId, party, office, ...input }) => {
    const seat = await findRow(tx, Seat, { id: seatId });
    if (!seat.ok) return seat;
    const body = await lockRow(tx, Body, { id: seat.row.bodyId });
    if (!body.ok) return body;
    const person = await findRow(tx, Person, { id: personId });
    if (!person.ok) return person;
    const candidate = {
      seatId,
      personId,
      party,
      office,
      validFrom: asDay(input.validFrom),
      validTo: input.validTo === null ? null : asDay(input.validTo),
    };
    const seats = await tx.em.find(Seat, { bodyId: body.row.id });
    const holders = await tx.em.find(SeatHolder, { seatId: { $in: seats.map(({ id }) => id) } });
    const verdict = mayTakeSeat(candidate, holders.map(asHolder));
    if (!verdict.ok) return verdict;
    const seatHolderId = uuidv7();
    tx.em.persist(tx.em.create(SeatHolder, { id: seatHolderId, ...candidate }));
    return {
      ok: true,
      result: { seatHolderId },
      subject: { kind: 'seat', id: seatId, authorityId: body.row.authorityId },
      wakes: await wakeMeetingsOf(tx, body.row.id, true),
    };
  },
});

function asHolder({ seatId, personId, party, office, validFrom, validTo }: SeatHolder): SeatHolderOfRule {
  return { seatId, personId, party, office: office ?? null, validFrom, validTo: validTo ?? null };
}
