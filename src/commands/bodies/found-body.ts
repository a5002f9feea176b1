import { v7 as uuidv7 } from 'uuid';
import { FoundBody, type BodyFounded } from '../../contracts/bodies/bodies';
import { seatFaults } from '../../domain/bodies/composition';
import type { Seat as SeatOfRule } from '../../domain/bodies/seats';
import { allowed, refuse, type Verdict } from '../../domain/refusals/refusal';
import { Body, BodyPrincipal, Seat } from '../../store/entities/bodies';
import { Authority, Principal } from '../../store/entities/people';
import { NumberSeries } from '../../store/entities/register';
import { defineCommand } from '../runner/command';
import { findRow, type Transaction } from '../runner/transaction';
import { administer } from './administration';

/** Founds a body with its principals and seats (B-1, B-2). KL 9:24 is held from the first day for a joint board. */
export const foundBody = defineCommand<FoundBody, BodyFounded>({
  name: 'foundBody',
  kind: 'edit',
  input: FoundBody,
  permission: administer,
  handle: async (tx, body) => {
    const authority = await findRow(tx, Authority, { id: body.authorityId });
    if (!authority.ok) return authority;
    const composed = await mayBeComposed(tx, body);
    if (!composed.ok) return composed;
    const bodyId = uuidv7();
    const { seats, principalIds, ...facts } = body;
    tx.em.persist(tx.em.create(Body, { id: bodyId, ...facts }));
    for (const [index, principalId] of principalIds.entries()) {
      tx.em.persist(tx.em.create(BodyPrincipal, { bodyId, principalId, ordinal: index + 1 }));
    }
    const numbered = withIds(seats);
    for (const seat of numbered) tx.em.persist(tx.em.create(Seat, { bodyId, ...seat }));
    return {
      ok: true,
      result: { bodyId, seats: numbered.map(({ id, kind, ordinal }) => ({ seatId: id, kind, ordinal })) },
      subject: { kind: 'body', id: bodyId, authorityId: body.authorityId },
    };
  },
});

async function mayBeComposed(tx: Transaction, body: FoundBody): Promise<Verdict> {
  const principals = await tx.em.find(Principal, { id: { $in: body.principalIds } });
  if (principals.length !== new Set(body.principalIds).size) return refuse('not-found');
  if (!body.principalIds.includes(body.hostPrincipalId)) return refuse('host-not-among-principals');
  if ((await tx.em.count(Body, { slug: body.slug })) > 0)
    return refuse('body-name-taken', { slug: body.slug });
  if (body.seriesId !== null) {
    const series = await findRow(tx, NumberSeries, { id: body.seriesId });
    if (!series.ok) return series;
    if (series.row.authorityId !== body.authorityId) return refuse('series-of-other-authority');
  }
  const members = new Set(body.seats.filter((seat) => seat.kind === 'member').map((seat) => seat.ordinal));
  for (const { kind, ordinal, principalId, pairedWith } of body.seats) {
    if (!body.principalIds.includes(principalId)) return refuse('seat-of-other-principal', { kind, ordinal });
    if (pairedWith !== null && !members.has(pairedWith)) {
      return refuse('paired-seat-unknown', { ordinal, paired: pairedWith });
    }
  }
  const [fault] = body.kind === 'jointBoard' ? seatFaults(withIds(body.seats), principals) : [];
  return fault ?? allowed;
}

function withIds(seats: FoundBody['seats']): SeatOfRule[] {
  const ids = seats.map(() => uuidv7());
  const idOfMember = (ordinal: number | null) =>
    ids[seats.findIndex((seat) => seat.kind === 'member' && seat.ordinal === ordinal)] ?? null;
  return seats.map(({ principalId, kind, ordinal, pairedWith }, index) => ({
    id: ids[index] ?? uuidv7(),
    principalId,
    kind,
    ordinal,
    pairedSeatId: kind === 'substitute' ? idOfMember(pairedWith) : null,
  }));
}
