import type { NamedPrincipal } from '../../../src/domain/bodies/composition';
import type { HeldSeat, Seat, SeatHolder } from '../../../src/domain/bodies/seats';
import { asDay } from '../../../src/domain/time/day';

/** Party of the member and of the substitute, seat by seat, as on the board of 2026-02-20; the region has the first five. */
const rows: readonly (readonly [principal: string, member: string, substitute: string])[] = [
  ['region', 'L', 'KD'],
  ['region', 'M', 'M'],
  ['region', 'SD', 'SD'],
  ['region', 'S', 'S'],
  ['region', 'C', 'V'],
  ['almby', 'KD', 'S'],
  ['bjorksele', 'S', 'M'],
  ['dalbo', 'S', 'M'],
  ['ekfors', 'S', 'S'],
  ['granhult', 'S', 'S'],
  ['hallnas', 'S', 'M'],
  ['kvarnby', 'S', 'C'],
  ['lindfors', 'S', 'SD'],
  ['sjovik', 'C', 'S'],
  ['vasterdal', 'S', 'C'],
];

export const principals: readonly NamedPrincipal[] = [
  { id: 'region', name: 'Region Västerdal' },
  { id: 'almby', name: 'Almby kommun' },
  { id: 'bjorksele', name: 'Björksele kommun' },
  { id: 'dalbo', name: 'Dalbo kommun' },
  { id: 'ekfors', name: 'Ekfors kommun' },
  { id: 'granhult', name: 'Granhults kommun' },
  { id: 'hallnas', name: 'Hallnäs kommun' },
  { id: 'kvarnby', name: 'Kvarnby kommun' },
  { id: 'lindfors', name: 'Lindfors kommun' },
  { id: 'sjovik', name: 'Sjöviks kommun' },
  { id: 'vasterdal', name: 'Västerdals kommun' },
];

const office = (order: number): SeatHolder['office'] =>
  order === 1 ? 'chair' : order === 15 ? 'viceChair' : null;

/** Seats `m1`-`m15` and `s1`-`s15`. */
export const seats: readonly Seat[] = rows.flatMap(([principalId], index) => [
  { id: `m${index + 1}`, principalId, kind: 'member' as const, ordinal: index + 1, pairedSeatId: null },
  {
    id: `s${index + 1}`,
    principalId,
    kind: 'substitute' as const,
    ordinal: index + 1,
    pairedSeatId: `m${index + 1}`,
  },
]);

export const holders: readonly SeatHolder[] = rows.flatMap(([, member, substitute], index) => {
  const term = { validFrom: asDay('2023-01-01'), validTo: asDay('2026-12-31') };
  const order = index + 1;
  return [
    { seatId: `m${order}`, personId: `member-${order}`, party: member, office: office(order), ...term },
    { seatId: `s${order}`, personId: `substitute-${order}`, party: substitute, office: null, ...term },
  ];
});

export const board: readonly HeldSeat[] = seats.map((seat) => ({
  ...seat,
  holder: holders.find((holder) => holder.seatId === seat.id) ?? null,
}));
