import fc from 'fast-check';
import { mayTakeSeat, seatFaults } from '../../../src/domain/bodies/composition';
import { compositionOn, holderOn, type SeatHolder } from '../../../src/domain/bodies/seats';
import { addDays, asDay } from '../../../src/domain/time/day';
import { holders, principals, seats } from './board-of-fifteen';

const codes = (faults: readonly { code: string }[]) => faults.map((fault) => fault.code);

describe('the seats of a joint board (KL 9:24)', () => {
  it('finds nothing wrong with fifteen members and fifteen substitutes of eleven principals', () => {
    expect(seatFaults(seats, principals)).toEqual([]);
  });

  it('refuses a board with one substitute less than members, and names the principal left without', () => {
    const faults = seatFaults(
      seats.filter((seat) => seat.id !== 's12'),
      principals,
    );
    expect(codes(faults)).toEqual(['substitutes-not-as-many-as-members', 'principal-without-substitute']);
    expect(faults[1]?.facts).toEqual({ principal: 'Kvarnby kommun' });
  });

  it('refuses a principal without a member', () => {
    const moved = seats.map((seat) => (seat.id === 'm15' ? { ...seat, principalId: 'region' } : seat));
    expect(codes(seatFaults(moved, principals))).toEqual(['principal-without-member']);
  });

  it('refuses two member seats with one number', () => {
    const twice = seats.map((seat) => (seat.id === 'm15' ? { ...seat, ordinal: 14 } : seat));
    expect(codes(seatFaults(twice, principals))).toEqual(['seat-number-twice']);
  });
});

describe('who holds a seat', () => {
  const base: SeatHolder = {
    seatId: 'm2',
    personId: 'first',
    party: 'M',
    office: null,
    validFrom: asDay('2023-01-01'),
    validTo: asDay('2024-06-30'),
  };
  const next: SeatHolder = { ...base, personId: 'second', validFrom: asDay('2024-07-01'), validTo: null };

  it.each([
    ['2022-12-31', undefined],
    ['2023-01-01', 'first'],
    ['2024-06-30', 'first'],
    ['2024-07-01', 'second'],
    ['2031-01-01', 'second'],
  ])('on %s it is %s', (day, person) => {
    expect(holderOn([base, next], 'm2', asDay(day))?.personId).toBe(person);
  });

  it('shows the board of an old day with the people of that day', () => {
    const later = { ...next, seatId: 'm1', office: 'chair' as const, validFrom: asDay('2027-01-01') };
    const then = compositionOn(seats, [...holders, later], asDay('2026-02-20'));
    expect(then).toHaveLength(30);
    expect(then[0]?.holder?.personId).toBe('member-1');
    expect(then.map((seat) => seat.kind).lastIndexOf('member')).toBe(14);
    expect(compositionOn(seats, [...holders, later], asDay('2027-01-01'))[0]?.holder?.personId).toBe(
      'second',
    );
  });

  it.each<[string, Partial<SeatHolder>]>([
    ['seat-taken', { personId: 'second', validFrom: asDay('2024-06-30') }],
    ['person-has-a-seat', { seatId: 'm3', validFrom: asDay('2023-05-01') }],
    [
      'seat-period-reversed',
      { personId: 'second', validFrom: asDay('2024-06-30'), validTo: asDay('2024-06-01') },
    ],
  ])('refuses with %s', (code, changed) => {
    expect(mayTakeSeat({ ...base, validTo: null, ...changed }, [base])).toMatchObject({ ok: false, code });
  });

  it('refuses a second chair and a second vice chair at the same time', () => {
    const chair: SeatHolder = { ...base, office: 'chair' };
    const other: SeatHolder = { ...base, seatId: 'm9', personId: 'second', office: 'chair' };
    expect(mayTakeSeat(other, [chair])).toMatchObject({ code: 'chair-taken' });
    expect(mayTakeSeat({ ...other, office: 'viceChair' }, [chair])).toEqual({ ok: true });
    expect(mayTakeSeat({ ...other, office: 'viceChair' }, [{ ...chair, office: 'viceChair' }])).toMatchObject(
      {
        code: 'vice-chair-taken',
      },
    );
  });

  it('lets the next one in on the day after', () => {
    expect(mayTakeSeat(next, [base])).toEqual({ ok: true });
  });

  it('never lets two hold one seat on one day', () => {
    const period = fc.tuple(fc.integer({ min: 0, max: 400 }), fc.integer({ min: 0, max: 400 }));
    fc.assert(
      fc.property(period, period, ([from, length], [otherFrom, otherLength]) => {
        const start = asDay('2023-01-01');
        const holder = (personId: string, at: number, days: number): SeatHolder => ({
          ...base,
          personId,
          validFrom: addDays(start, at),
          validTo: addDays(start, at + days),
        });
        const first = holder('first', from, length);
        const second = holder('second', otherFrom, otherLength);
        const shared = from <= otherFrom + otherLength && otherFrom <= from + length;
        expect(mayTakeSeat(second, [first]).ok).toBe(!shared);
      }),
    );
  });
});
