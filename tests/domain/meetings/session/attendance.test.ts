import fc from 'fast-check';
import {
  attendanceByItem,
  services,
  servingSeatIds,
  type PresenceEvent,
  type SessionRecord,
} from '../../../../src/domain/meetings/session/attendance';
import {
  canCorrectPresence,
  canRecordPresence,
  type SettledItem,
} from '../../../../src/domain/meetings/session/presence';
import {
  canDecide,
  extraordinaryMeetingDemand,
  quorum,
  quorumNeeded,
} from '../../../../src/domain/meetings/session/quorum';
import {
  canChangeRecusals,
  canDeclareRecusal,
  isDeclaredAlready,
  recusedSeats,
  type SeatRecusal,
} from '../../../../src/domain/meetings/session/recusal';
import { board } from '../../bodies/board-of-fifteen';
import { expectRefused } from '../../expect-refused';
import { boardRules } from '../rules';

const event = (
  kind: PresenceEvent['kind'],
  seatId: string,
  more: Partial<PresenceEvent> = {},
): PresenceEvent => ({
  kind,
  seatId,
  forSeatId: null,
  itemId: null,
  mode: 'room',
  reason: null,
  ...more,
});

const members = Array.from({ length: 15 }, (_, index) => `m${index + 1}`);
const present = (...seats: string[]) => seats.map((seatId) => event('present', seatId));
const without = (...seats: string[]) => members.filter((seatId) => !seats.includes(seatId));
const recusal = (seatId: string, itemId: string): SeatRecusal => ({
  itemId,
  seatId,
  ground: 'party',
  decidedBy: 'self',
  withdrawn: false,
});

const session = (events: readonly PresenceEvent[], more: Partial<SessionRecord> = {}): SessionRecord => ({
  board,
  rules: boardRules,
  events,
  recusals: [],
  items: ['1', '2', '3'],
  ...more,
});

/** Who serves in the seat, item by item: the id of a seat, or a dash. */
const serving = (record: SessionRecord, seatId: string): string =>
  attendanceByItem(record)
    .map((item) => item.seats.find(({ seat }) => seat.id === seatId)?.servedBy?.id ?? '-')
    .join(' ');

describe('case 7: a board of fifteen seats', () => {
  it('has fifteen members and as many substitutes, five of the region and one of each municipality', () => {
    for (const kind of ['member', 'substitute'] as const) {
      const seats = board.filter((seat) => seat.kind === kind);
      expect(seats).toHaveLength(15);
      expect(seats.filter((seat) => seat.principalId === 'region')).toHaveLength(5);
      expect(new Set(seats.map((seat) => seat.principalId)).size).toBe(11);
    }
  });

  it('is quorate with eight and not with seven (KL 6:27)', () => {
    expect(quorumNeeded('moreThanHalfOfSeats', 15)).toBe(8);
    expect(canDecide(quorum('moreThanHalfOfSeats', 15, 8))).toEqual({ ok: true });
    expectRefused(canDecide(quorum('moreThanHalfOfSeats', 15, 7)), 'not-quorate');
  });

  it('holds an extraordinary meeting when five demand it (KL 6:23)', () => {
    expect(extraordinaryMeetingDemand(15)).toBe(5);
  });

  it.each([
    [1, 1, 1],
    [2, 2, 1],
    [7, 4, 3],
    [14, 8, 5],
    [16, 9, 6],
  ])('of %i seats %i make a quorum and %i can demand a meeting', (seats, needed, demand) => {
    expect(quorumNeeded('moreThanHalfOfSeats', seats)).toBe(needed);
    expect(extraordinaryMeetingDemand(seats)).toBe(demand);
  });

  it('decides with those who came in a council without a rule of its own', () => {
    expect(quorumNeeded('anyPresent', 9)).toBe(1);
  });
});

describe('case 14: recused, late, and back again', () => {
  it('lets the recused member serve again when the item is done', () => {
    const record = session(present(...members), { recusals: [recusal('m6', '2')] });
    expect(serving(record, 'm6')).toBe('m6 - m6');
  });

  it("seats the substitute of the recused member's principal for that item alone", () => {
    const record = session(
      [...present(...members, 's6'), event('seated', 's6', { forSeatId: 'm6', itemId: '2' })],
      { recusals: [recusal('m6', '2')] },
    );
    expect(serving(record, 'm6')).toBe('m6 s6 m6');
  });

  it('gives the recused member the seat back even where late members wait', () => {
    const record = session(
      [...present(...members, 's6'), event('seated', 's6', { forSeatId: 'm6', itemId: '2' })],
      { recusals: [recusal('m6', '2')], rules: { ...boardRules, lateMemberTakesSeat: false } },
    );
    expect(serving(record, 'm6')).toBe('m6 s6 m6');
  });

  it('lets a member who left for recusal come back and serve', () => {
    const record = session([
      ...present(...members, 's6'),
      event('leaves', 'm6', { itemId: '2', reason: 'recusal' }),
      event('seated', 's6', { forSeatId: 'm6', itemId: '2' }),
      event('arrives', 'm6', { itemId: '3' }),
    ]);
    expect(serving(record, 'm6')).toBe('m6 s6 m6');
  });

  it('lets a member who arrives late serve although a substitute has gone in', () => {
    const events = [
      ...present(...without('m12'), 's12'),
      event('seated', 's12', { forSeatId: 'm12' }),
      event('arrives', 'm12', { itemId: '2' }),
    ];
    expect(serving(session(events), 'm12')).toBe('s12 m12 m12');
    const waits = { ...boardRules, lateMemberTakesSeat: false };
    expect(serving(session(events, { rules: waits }), 'm12')).toBe('s12 s12 s12');
  });

  it('does not let one who left for another cause serve again that day', () => {
    const events = [
      ...present(...members),
      event('leaves', 'm6', { itemId: '2', reason: 'other' }),
      event('arrives', 'm6', { itemId: '3' }),
    ];
    expect(serving(session(events), 'm6')).toBe('m6 - -');
    expect(attendanceByItem(session(events))[2]?.room.some(({ seat }) => seat.id === 'm6')).toBe(true);
    expect(serving(session(events, { rules: { ...boardRules, leaverMayNotReturn: false } }), 'm6')).toBe(
      'm6 - m6',
    );
  });
});

describe('who is in the room for which item (M-6)', () => {
  it('counts the quorum item by item, without the recused', () => {
    const eight = members.slice(0, 8);
    const record = session(present(...eight), { recusals: [recusal('m3', '2')] });
    expect(attendanceByItem(record).map((item) => [item.quorum.serving, item.quorum.quorate])).toEqual([
      [8, true],
      [7, false],
      [8, true],
    ]);
  });

  it('keeps the recused out of the room, and shows who takes part remotely', () => {
    const record = session([...present(...without('m15')), event('present', 'm15', { mode: 'remote' })], {
      recusals: [recusal('m6', '2')],
    });
    const second = attendanceByItem(record)[1]!;
    expect(second.room.map(({ seat }) => seat.id)).not.toContain('m6');
    expect(second.recused.map((seat) => seat.id)).toEqual(['m6']);
    expect(second.room.find(({ seat }) => seat.id === 'm15')).toMatchObject({
      mode: 'remote',
      serving: true,
    });
  });

  it('names in the minutes only those of the recused who are at the meeting', () => {
    const record = session(
      [...present(...without('m6')), event('leaves', 'm7', { itemId: '2', reason: 'recusal' })],
      { recusals: [recusal('m6', '2'), recusal('m7', '2'), recusal('m8', '2')] },
    );
    const second = attendanceByItem(record)[1]!;
    expect(second.recused.map(({ id }) => id)).toEqual(['m6', 'm7', 'm8']);
    expect(second.recusedAtMeeting.map(({ id }) => id)).toEqual(['m7', 'm8']);
  });

  it('has substitutes in the room who do not serve', () => {
    const item = attendanceByItem(session(present(...members, 's1')))[0]!;
    expect(item.room.find(({ seat }) => seat.id === 's1')).toMatchObject({ serving: false });
    expect(item.quorum.serving).toBe(15);
  });

  describe('holds on to what was seen in an item that was withdrawn after it had been opened (KL 5:65, 6:27)', () => {
    const inItem2 = (more: Partial<SessionRecord> = {}) =>
      session(
        [
          ...present(...without('m12'), 's12', 's6'),
          event('leaves', 'm7', { itemId: '2', reason: 'other' }),
          event('seated', 's12', { forSeatId: 'm12', itemId: '2' }),
          event('seated', 's6', { forSeatId: 'm6', itemId: '2' }),
        ],
        { recusals: [recusal('m6', '2')], ...more },
      );

    it.each([
      ['m7', 'has left', 'm7 - -', 'm7 -'],
      ['m12', 'was served for by a substitute seated then', '- s12 s12', '- s12'],
      ['m6', 'was recused from that item alone', 'm6 s6 m6', 'm6 m6'],
      ['m1', 'sat through it all', 'm1 m1 m1', 'm1 m1'],
    ])('%s %s', (seatId, _what, treated, withdrawn) => {
      expect(serving(inItem2(), seatId)).toBe(treated);
      expect(serving(inItem2({ withdrawn: new Set(['2']) }), seatId)).toBe(withdrawn);
    });

    it('gives a recused member the seat back also where late members wait', () => {
      const rules = { ...boardRules, lateMemberTakesSeat: false };
      expect(serving(inItem2({ withdrawn: new Set(['2']), rules }), 'm6')).toBe('m6 m6');
    });

    it('counts nobody for the withdrawn item itself', () => {
      const record = inItem2({ withdrawn: new Set(['2']) });
      expect(attendanceByItem(record).map(({ itemId, quorum: { serving: n } }) => [itemId, n])).toEqual([
        ['1', 14],
        ['3', 14],
      ]);
      expect(services(attendanceByItem(record)).flatMap(({ itemIds }) => itemIds)).not.toContain('2');
    });
  });

  it('writes the attendance list: who served in which seat, for which items', () => {
    const record = session([
      ...present(...without('m12'), 's12'),
      event('seated', 's12', { forSeatId: 'm12' }),
      event('arrives', 'm12', { itemId: '3' }),
    ]);
    const list = services(attendanceByItem(record)).filter(({ seat }) => seat.id === 'm12');
    expect(list.map(({ servedBy, itemIds }) => [servedBy.id, itemIds])).toEqual([
      ['m12', ['3']],
      ['s12', ['1', '2']],
    ]);
  });

  it('lets a substitute leave the seat again', () => {
    const record = session([
      ...present(...without('m12'), 's12'),
      event('seated', 's12', { forSeatId: 'm12' }),
      event('unseated', 's12', { forSeatId: 'm12', itemId: '2' }),
    ]);
    expect(serving(record, 'm12')).toBe('s12 - -');
  });

  it('never lets anyone serve in two seats, for another principal, recused or absent', () => {
    const anyEvent = fc.record({
      kind: fc.constantFrom<PresenceEvent['kind']>('arrives', 'leaves', 'seated', 'unseated'),
      seatId: fc.constantFrom(...board.map((seat) => seat.id)),
      forSeatId: fc.option(fc.constantFrom(...members)),
      itemId: fc.constantFrom('1', '2', '3'),
      mode: fc.constantFrom('room' as const, 'remote' as const),
      reason: fc.constantFrom('recusal' as const, 'other' as const),
    });
    const anyRecusal = fc.tuple(fc.constantFrom(...members), fc.constantFrom('1', '2', '3'));
    fc.assert(
      fc.property(
        fc.array(anyEvent, { maxLength: 40 }),
        fc.array(anyRecusal, { maxLength: 4 }),
        (tried, recused) => {
          const start = session(present(...members.slice(0, 9), 's1', 's2', 's12'), {
            recusals: recused.map(([seatId, itemId]) => recusal(seatId, itemId)),
          });
          const record = [...tried]
            .sort((a, b) => a.itemId.localeCompare(b.itemId))
            .reduce<SessionRecord>((before, each) => {
              const items = ['1', '2', '3'].slice(0, Number(each.itemId));
              const verdict = canRecordPresence({ ...before, items }, each, each.itemId);
              return verdict.ok ? { ...before, events: [...before.events, each] } : before;
            }, start);
          for (const item of attendanceByItem(record)) {
            const served = item.seats.flatMap(({ servedBy }) => (servedBy === null ? [] : [servedBy.id]));
            const inRoom = new Set(item.room.map(({ seat }) => seat.id));
            expect(new Set(served).size).toBe(served.length);
            expect(item.quorum.serving).toBe(served.length);
            expect(served.every((id) => inRoom.has(id))).toBe(true);
            expect(item.recused.some((seat) => served.includes(seat.id))).toBe(false);
            expect(
              item.seats.every(
                ({ seat, servedBy }) => servedBy === null || servedBy.principalId === seat.principalId,
              ),
            ).toBe(true);
            expect([...servingSeatIds(item)].sort()).toEqual([...served].sort());
          }
        },
      ),
    );
  });
});

describe('what may be recorded of the room', () => {
  const start = session([...present(...without('m2', 'm12'), 's1', 's2', 's12')], { items: ['1'] });
  const seated = (seatId: string, forSeatId: string) => event('seated', seatId, { forSeatId, itemId: '1' });

  it('seats the substitute who is next in turn', () => {
    expect(canRecordPresence(start, seated('s2', 'm2'), '1')).toEqual({ ok: true });
    expect(canRecordPresence(start, seated('s12', 'm12'), '1')).toEqual({ ok: true });
  });

  it.each([
    ['substitute-out-of-turn', 's1', 'm2'],
    ['substitute-of-other-principal', 's12', 'm2'],
    ['substitute-not-present', 's3', 'm2'],
    ['member-serves-the-seat', 's1', 'm1'],
    ['seat-unknown', 'm3', 'm2'],
  ] as const)('refuses with %s to seat %s in %s', (code, seatId, forSeatId) => {
    expectRefused(canRecordPresence(start, seated(seatId, forSeatId), '1'), code);
  });

  it('refuses a substitute who serves already, is recused, or has left', () => {
    const absent = session(present(...without('m1', 'm2'), 's1', 's2'), { items: ['1'] });
    const serves = { ...absent, events: [...absent.events, seated('s2', 'm2')] };
    expectRefused(canRecordPresence(serves, seated('s2', 'm1'), '1'), 'substitute-serves-already');
    expectRefused(canRecordPresence(serves, seated('s1', 'm2'), '1'), 'substitute-in-the-seat');
    const out = [...serves.events, event('unseated', 's2', { forSeatId: 'm2', itemId: '1' })];
    expect(canRecordPresence({ ...serves, events: out }, seated('s2', 'm2'), '1').ok).toBe(true);
    const recused = { ...start, recusals: [recusal('s2', '1')] };
    expectRefused(canRecordPresence(recused, seated('s2', 'm2'), '1'), 'substitute-recused');
    const left = {
      ...start,
      events: [
        ...start.events,
        event('leaves', 's2', { itemId: '1', reason: 'other' }),
        event('arrives', 's2', { itemId: '1' }),
      ],
    };
    expectRefused(canRecordPresence(left, seated('s2', 'm2'), '1'), 'left-may-not-serve-again');
  });

  it('has people come before they go, and go before they come again', () => {
    expectRefused(canRecordPresence(start, event('arrives', 'm1', { itemId: '1' }), '1'), 'already-present');
    expectRefused(canRecordPresence(start, event('leaves', 'm2', { itemId: '1' }), '1'), 'not-present');
    expect(canRecordPresence(start, event('arrives', 'm2', { itemId: '1' }), '1')).toEqual({ ok: true });
    expect(canRecordPresence(start, event('leaves', 'm1', { itemId: '1' }), '1')).toEqual({ ok: true });
  });

  it('refuses to unseat one who does not serve, and a seat that nobody holds', () => {
    expectRefused(
      canRecordPresence(start, event('unseated', 's2', { forSeatId: 'm2' }), '1'),
      'substitute-does-not-serve',
    );
    const vacant = {
      ...start,
      board: board.map((seat) => (seat.id === 'm2' ? { ...seat, holder: null } : seat)),
    };
    expectRefused(canRecordPresence(vacant, event('arrives', 'm2'), '1'), 'seat-unknown');
  });

  it('refuses every note that names a seat the board does not have, also where the note needs none', () => {
    const kinds = ['present', 'arrives', 'leaves', 'seated', 'unseated'] as const;
    for (const kind of kinds)
      expectRefused(canRecordPresence(start, event(kind, 'm1', { forSeatId: 'm99' }), '1'), 'seat-unknown');
  });

  it('refuses remote participation where the council has not decided it', () => {
    const inRoom = { ...start, rules: { ...boardRules, remoteParticipation: false } };
    expectRefused(
      canRecordPresence(inRoom, event('arrives', 'm2', { mode: 'remote' }), '1'),
      'remote-not-allowed',
    );
    expect(canRecordPresence(start, event('arrives', 'm2', { mode: 'remote' }), '1')).toEqual({ ok: true });
  });

  it('wants an item to be open before a substitute is seated', () => {
    expectRefused(canRecordPresence(start, seated('s2', 'm2'), '9'), 'item-not-open');
  });
});

describe('a note that is corrected after an item was settled (KL 4:27, 5:54, 6:27)', () => {
  const all = session(present(...members));
  const fewer = session(present(...without('m6')));
  const holder = (seatId: string) => board.find(({ id }) => id === seatId)?.holder?.personId ?? '';
  const ballotsOf = (...seats: string[]) => seats.map((seatId) => ({ seatId, personId: holder(seatId) }));
  const substituted = session([
    ...present(...without('m6'), 's6'),
    event('seated', 's6', { forSeatId: 'm6' }),
  ]);
  const settled = (more: Partial<SettledItem>): SettledItem[] => [
    { itemId: '2', label: '6', decided: false, ballots: null, ...more },
  ];
  const correct = (items: SettledItem[], before: SessionRecord, after: SessionRecord) =>
    canCorrectPresence(items, attendanceByItem(before), attendanceByItem(after));

  it.each([
    ['nobody voted', null, all, fewer, 'ok'],
    ['one who voted would not have served', ballotsOf(...members), all, fewer, 'presence-contradicts-vote'],
    [
      'one who did not vote would have served',
      ballotsOf(...without('m6')),
      fewer,
      all,
      'presence-contradicts-vote',
    ],
    [
      'another would have served in the seat',
      ballotsOf(...members),
      all,
      substituted,
      'presence-contradicts-vote',
    ],
    ['it agrees with the vote at last', ballotsOf(...members), fewer, all, 'ok'],
    ['it agreed with the vote neither before nor after', ballotsOf('m1', 'm2'), all, fewer, 'ok'],
  ] as const)('%s', (_what, ballots, before, after, code) => {
    const verdict = correct(settled({ ballots }), before, after);
    if (code === 'ok') expect(verdict).toEqual({ ok: true });
    else expectRefused(verdict, code);
  });

  it('leaves what was decided decided by a quorum', () => {
    const eight = session(present(...members.slice(0, 8)));
    const seven = session(present(...members.slice(0, 7)));
    expectRefused(correct(settled({ decided: true }), eight, seven), 'presence-not-quorate');
    expect(correct(settled({ decided: false }), eight, seven)).toEqual({ ok: true });
    expect(correct(settled({ decided: true }), all, eight)).toEqual({ ok: true });
  });
});

describe('recusal (KL 6:28-30)', () => {
  const item = { label: '6', treated: false, subItemDecided: false, voted: false };

  it('is declared once, before the item is treated', () => {
    const declared = { ground: 'party' as const, note: '', already: false };
    expect(canDeclareRecusal(item, declared)).toEqual({ ok: true });
    expectRefused(canDeclareRecusal({ ...item, treated: true }, declared), 'recusal-after-decision');
    expectRefused(canDeclareRecusal(item, { ...declared, already: true }), 'recusal-already-declared');
  });

  it('is neither declared nor taken back when a sub-item is decided: it holds for that too', () => {
    const begun = { ...item, subItemDecided: true };
    const declared = { ground: 'party' as const, note: '', already: false };
    expectRefused(canDeclareRecusal(begun, declared), 'recusal-after-sub-item');
    expectRefused(canChangeRecusals(begun), 'recusal-after-sub-item');
  });

  it('is neither declared nor taken back when the vote is closed (KL 4:27)', () => {
    const voted = { ...item, voted: true };
    const declared = { ground: 'party' as const, note: '', already: false };
    expectRefused(canDeclareRecusal(voted, declared), 'recusal-after-vote');
    expectRefused(canChangeRecusals(voted), 'recusal-after-vote');
    expectRefused(canChangeRecusals({ ...voted, treated: true }), 'recusal-after-decision');
    expect(canChangeRecusals(item)).toEqual({ ok: true });
  });

  it.each([
    [null, 'self', false],
    [null, 'bodyDismissed', false],
    ['self', 'self', true],
    ['self', 'body', false],
    ['self', 'bodyDismissed', false],
    ['body', 'self', true],
    ['body', 'body', true],
    ['body', 'bodyDismissed', false],
  ] as const)('stands by %s, and by %s: recorded already is %s (KL 6:30)', (standing, decidedBy, already) => {
    expect(isDeclaredAlready(standing, decidedBy)).toBe(already);
  });

  it('says which circumstance makes for the last ground', () => {
    const declared = { ground: 'other' as const, note: ' ', already: false };
    expectRefused(canDeclareRecusal(item, declared), 'recusal-needs-circumstance');
    expect(canDeclareRecusal(item, { ...declared, note: 'Vän till leverantören' })).toEqual({ ok: true });
  });

  it('ends when the body finds it immaterial (KL 6:29)', () => {
    expect([...recusedSeats([recusal('m6', '2')], '2')]).toEqual(['m6']);
    expect([...recusedSeats([{ ...recusal('m6', '2'), withdrawn: true }], '2')]).toEqual([]);
    expect([...recusedSeats([recusal('m6', '2')], '3')]).toEqual([]);
  });
});
