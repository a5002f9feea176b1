import fc from 'fast-check';
import type { HeldSeat } from '../../../../src/domain/bodies/seats';
import {
  nextSubstitute,
  substituteQueue,
  type SubstituteAsked,
} from '../../../../src/domain/meetings/before/substitutes';
import { summonsRecipients } from '../../../../src/domain/meetings/summons/summons-recipients';
import { board } from '../../bodies/board-of-fifteen';
import { boardRules } from '../rules';

const seat = (id: string): HeldSeat => board.find((each) => each.id === id)!;
const queue = (memberId: string, rules = boardRules) => substituteQueue(board, seat(memberId), rules);
const ids = (seats: readonly HeldSeat[]) => seats.map((each) => each.id);
const none = new Set<string>();

describe('case 12: substitutes of the same principal only', () => {
  it("asks Kvarnby's only substitute, though of another party", () => {
    expect(seat('m12').holder?.party).toBe('S');
    expect(seat('s12').holder?.party).toBe('C');
    expect(nextSubstitute(queue('m12'), [], none)).toEqual({ turn: 'ask', seat: seat('s12') });
  });

  it('leaves the seat empty when member and substitute of Lindfors are both absent', () => {
    expect(nextSubstitute(queue('m13'), [], new Set(['s13']))).toEqual({ turn: 'exhausted' });
  });

  it("asks only among the region's five when one of its members is absent", () => {
    expect(ids(queue('m3')).sort()).toEqual(['s1', 's2', 's3', 's4', 's5']);
  });

  it('never borrows across principals, whoever is absent', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...board.filter((each) => each.kind === 'member')),
        fc.constantFrom('paired' as const, 'partyFirst' as const, 'list' as const),
        (member, substituteOrder) => {
          const found = substituteQueue(board, member, { ...boardRules, substituteOrder });
          expect(found.length).toBeGreaterThan(0);
          expect(
            found.every((each) => each.principalId === member.principalId && each.kind === 'substitute'),
          ).toBe(true);
        },
      ),
    );
  });
});

describe('the order among substitutes (KL 6:16-17, M-5)', () => {
  it.each<['paired' | 'partyFirst' | 'list', string, string[]]>([
    ['paired', 'm4', ['s4', 's1', 's2', 's3', 's5']],
    ['partyFirst', 'm2', ['s2', 's1', 's3', 's4', 's5']],
    ['partyFirst', 'm5', ['s1', 's2', 's3', 's4', 's5']],
    ['list', 'm4', ['s1', 's2', 's3', 's4', 's5']],
  ])('by %s for %s', (substituteOrder, memberId, order) => {
    expect(ids(queue(memberId, { ...boardRules, substituteOrder }))).toEqual(order);
  });

  it("follows the principal's own order where it has one", () => {
    const rules = {
      ...boardRules,
      substituteOrder: 'paired' as const,
      substituteOrderByPrincipal: { region: 'list' as const },
    };
    expect(ids(queue('m4', rules))[0]).toBe('s1');
  });

  it('lets one who has begun to serve go before the others', () => {
    expect(ids(substituteQueue(board, seat('m4'), boardRules, new Set(['s5'])))[0]).toBe('s5');
  });

  it('passes over an empty seat', () => {
    const vacant = board.map((each) => (each.id === 's4' ? { ...each, holder: null } : each));
    expect(ids(substituteQueue(vacant, seat('m4'), boardRules))).toEqual(['s1', 's2', 's3', 's5']);
  });
});

describe('asking one after another', () => {
  const answered = (...answers: [string, SubstituteAsked['answer']][]): SubstituteAsked[] =>
    answers.map(([seatId, answer]) => ({ seatId, answer }));

  it.each<[string, SubstituteAsked[], object]>([
    ['waits for the one asked', answered(['s4', null]), { turn: 'waiting', seatId: 's4' }],
    [
      'asks the next when the first declines',
      answered(['s4', 'declined']),
      { turn: 'ask', seat: seat('s1') },
    ],
    [
      'asks the next when no answer came',
      answered(['s4', 'declined'], ['s1', 'expired']),
      { turn: 'ask', seat: seat('s2') },
    ],
    [
      'is done when one accepts',
      answered(['s4', 'declined'], ['s1', 'accepted']),
      { turn: 'filled', seatId: 's1' },
    ],
    [
      'tells the secretary when nobody is left',
      answered(
        ['s4', 'declined'],
        ['s1', 'expired'],
        ['s2', 'declined'],
        ['s3', 'declined'],
        ['s5', 'declined'],
      ),
      { turn: 'exhausted' },
    ],
  ])('%s', (_what, asked, turn) => {
    expect(nextSubstitute(queue('m4'), asked, none)).toEqual(turn);
  });

  it('passes over one who is absent or promised to another seat', () => {
    expect(nextSubstitute(queue('m4'), [], new Set(['s4', 's1']))).toEqual({ turn: 'ask', seat: seat('s2') });
  });
});

describe('who gets the summons (KL 6:17, M-4)', () => {
  it('goes alike to fifteen members and fifteen substitutes; only members are called to sit', () => {
    const recipients = summonsRecipients(board, none, []);
    expect(recipients).toHaveLength(30);
    expect(recipients.filter((each) => each.calledToServe).every((each) => each.capacity === 'member')).toBe(
      true,
    );
  });

  it('calls a substitute to sit once she has accepted', () => {
    const recipient = summonsRecipients(board, new Set(['s12']), []).find((each) => each.seatId === 's12');
    expect(recipient).toMatchObject({ personId: 'substitute-12', calledToServe: true });
  });

  it('calls others to their items once each, and nobody on the board a second time', () => {
    const others = [
      { personId: 'consultant', itemIds: ['6'] },
      { personId: 'consultant', itemIds: ['7', '6'] },
      { personId: 'member-1', itemIds: ['9'] },
    ];
    const recipients = summonsRecipients(board, none, others).slice(30);
    expect(recipients).toEqual([
      { personId: 'consultant', capacity: 'other', seatId: null, calledToServe: false, itemIds: ['6', '7'] },
    ]);
  });

  it('has no row for an empty seat', () => {
    const vacant = board.map((each) => (each.id === 's4' ? { ...each, holder: null } : each));
    expect(summonsRecipients(vacant, none, [])).toHaveLength(29);
  });
});
