import { acts, type Act } from '../../../src/domain/access/acts';
import { capacities, type Capacity, type Holder, type Holding } from '../../../src/domain/access/capacities';
import { may } from '../../../src/domain/access/may';
import { asDay } from '../../../src/domain/time/day';
import { whoMay } from '../../support/access-matrix';

const today = asDay('2026-02-20');
const board = '0198c0de-0000-7000-8000-0000000000b1';
const otherBoard = '0198c0de-0000-7000-8000-0000000000b2';
const me = '0198c0de-0000-7000-8000-0000000000a1';
const held = (capacity: Holding['capacity'], days: Partial<Pick<Holding, 'from' | 'to'>> = {}): Holder => ({
  personId: me,
  holdings: [{ capacity, scope: { kind: 'body', id: board }, from: asDay('2023-01-01'), to: null, ...days }],
});
const pairs = (Object.keys(acts) as Act[]).flatMap((act) =>
  capacities
    .filter((capacity): capacity is Exclude<Capacity, 'self'> => capacity !== 'self')
    .map((capacity) => [act, capacity] as const),
);

describe('may this person do this to that, on this day', () => {
  it('is told by one table, which says what the written one says', () => {
    const sorted = (roles: Iterable<Capacity>) => [...roles].sort();
    const told = Object.entries(acts).map(([act, roles]) => [act, sorted(roles)] as const);
    const written = [...whoMay].map(([act, roles]) => [act, sorted(roles)] as const);
    expect(Object.fromEntries(told)).toEqual(Object.fromEntries(written));
    expect([...whoMay.keys()]).toEqual([...whoMay.keys()].sort());
  });

  it.each(pairs)(
    '%s by a %s: only where the act names the role, only within its body, only while it is held',
    (act, capacity) => {
      const named = whoMay.get(act)?.has(capacity);
      const within = (holder: Holder, bodyId: string) => may(holder, act, { bodyId }, today).ok;
      expect(within(held(capacity), board)).toBe(named);
      expect(within(held(capacity), otherBoard)).toBe(false);
      expect(within(held(capacity, { to: asDay('2026-02-19') }), board)).toBe(false);
      expect(within(held(capacity, { from: asDay('2026-02-21') }), board)).toBe(false);
      expect(within(held(capacity, { to: today, from: today }), board)).toBe(named);
    },
  );

  it.each(Object.keys(acts) as Act[])(
    '%s is denied to who is not signed in and to who holds nothing',
    (act) => {
      expect(may(null, act, { bodyId: board }, today)).toMatchObject({ ok: false, code: 'sign-in-needed' });
      expect(may({ personId: me, holdings: [] }, act, { bodyId: board }, today)).toMatchObject({
        ok: false,
        code: 'not-allowed',
      });
    },
  );

  it.each((Object.keys(acts) as Act[]).filter((act) => whoMay.get(act)?.has('self')))(
    "%s is allowed on what is one's own, and on nobody else's",
    (act) => {
      const nobody = { personId: me, holdings: [] };
      expect(may(nobody, act, { ownerIds: [me] }, today).ok).toBe(true);
      expect(may(nobody, act, { ownerIds: ['0198c0de-0000-7000-8000-0000000000a2'] }, today).ok).toBe(false);
    },
  );

  it.each(['motion.hand-in', 'reservation.announce'] as const)(
    '%s is closed to a member who is recused from the item (KL 6:30)',
    (act) => {
      const item = { bodyId: board, ownerIds: [me] };
      expect(may(held('member'), act, item, today).ok).toBe(true);
      expect(may(held('member'), act, { ...item, recusedIds: [me] }, today)).toMatchObject({
        code: 'recused-from-item',
      });
    },
  );

  it('says which role has ended and when, where it would have done', () => {
    const ended = held('secretary', { to: asDay('2025-12-31') });
    expect(may(ended, 'summons.issue', { bodyId: board }, today)).toEqual({
      ok: false,
      code: 'role-ended',
      facts: { role: 'secretary', day: '2025-12-31' },
    });
    expect(may(ended, 'summons.issue', { bodyId: otherBoard }, today)).toMatchObject({ code: 'not-allowed' });
  });

  it('lets an operator of the installation operate everywhere, and read no paper anywhere', () => {
    const operator: Holder = {
      personId: me,
      holdings: [
        {
          capacity: 'operator',
          scope: { kind: 'installation', id: null },
          from: asDay('2023-01-01'),
          to: null,
        },
      ],
    };
    expect(may(operator, 'operate', {}, today).ok).toBe(true);
    expect(may(operator, 'papers.read', { bodyId: board }, today).ok).toBe(false);
  });
});
