import fc from 'fast-check';
import {
  needsOrderOfPropositions,
  orderOfPropositions,
  type Motion,
} from '../../../../src/domain/meetings/session/motions';
import {
  countVote,
  type Ballot,
  type Choice,
  type VoteSetting,
} from '../../../../src/domain/meetings/session/voting';
import type { RefusalCode } from '../../../../src/domain/refusals/catalogue';
import { expectRefused } from '../../expect-refused';

const setting = (seats: number, exerciseOfAuthority = false): VoteSetting => ({
  servingSeats: Array.from({ length: seats }, (_, index) => `m${index + 1}`),
  presidingSeat: 'm1',
  exerciseOfAuthority,
});

/** One letter a seat, the chair first: y, n, or a for abstains. */
const ballots = (letters: string): Ballot[] =>
  Array.from(letters, (letter, index) => ({
    seatId: `m${index + 1}`,
    choice: ({ y: 'yes', n: 'no', a: 'abstain' } as const)[letter as 'y' | 'n' | 'a'],
  }));

describe('an open roll call (KL 5:54-55 via 6:33)', () => {
  it.each<[string, number, number, number, 'yes' | 'no', boolean]>([
    ['yyn', 2, 1, 0, 'yes', false],
    ['ynn', 1, 2, 0, 'no', false],
    ['aan', 0, 1, 2, 'no', false],
    ['yn', 1, 1, 0, 'yes', true],
    ['nyyn', 2, 2, 0, 'no', true],
    ['yna', 1, 1, 1, 'yes', true],
  ])(
    'counts %s: %i yes, %i no, %i abstained; %s, by the casting vote: %s',
    (letters, yes, no, abstained, result, castingVote) => {
      expect(countVote(setting(letters.length), ballots(letters))).toEqual({
        ok: true,
        yes,
        no,
        abstained,
        result,
        castingVote,
      });
    },
  );

  it.each<[RefusalCode, string, number, boolean]>([
    ['ballots-missing', 'yn', 3, false],
    ['ballot-of-one-who-does-not-serve', 'ynyn', 3, false],
    ['chair-must-vote', 'ayn', 3, false],
    ['chair-must-vote', 'aaa', 3, false],
    ['may-not-abstain', 'yya', 3, true],
  ])('refuses with %s: %s among %i, exercise of authority %s', (code, letters, seats, authority) => {
    const counted = countVote(setting(seats, authority), ballots(letters));
    if (counted.ok) throw new Error('counted');
    expectRefused(counted, code);
  });

  it('refuses two answers from one seat', () => {
    const counted = countVote(setting(2), [...ballots('y'), ...ballots('n')]);
    if (counted.ok) throw new Error('counted');
    expectRefused(counted, 'ballot-twice');
  });

  it('always ends with the side that has more votes, or with the chair', () => {
    const choices = fc.array(fc.constantFrom<Choice>('yes', 'no', 'abstain'), {
      minLength: 1,
      maxLength: 15,
    });
    fc.assert(
      fc.property(choices, (list) => {
        const counted = countVote(
          setting(list.length),
          list.map((choice, index) => ({ seatId: `m${index + 1}`, choice })),
        );
        const yes = list.filter((choice) => choice === 'yes').length;
        const no = list.filter((choice) => choice === 'no').length;
        if (yes === no && list[0] === 'abstain')
          expect(counted).toMatchObject({ ok: false, code: 'chair-must-vote' });
        else {
          expect(counted).toMatchObject({
            ok: true,
            result: yes === no ? list[0] : yes > no ? 'yes' : 'no',
            castingVote: yes === no,
          });
        }
      }),
    );
  });
});

describe('the order of propositions (KL 5:53, M-7)', () => {
  const motion = (id: string, ordinal: number, kind: Motion['kind'], withdrawn = false): Motion => ({
    id,
    ordinal,
    kind,
    withdrawn,
  });
  const order = (motions: readonly Motion[], hasProposal = true) =>
    orderOfPropositions(motions, hasProposal).map((proposition) => proposition.motionId ?? 'proposal');

  it('asks first whether to decide today at all, then the proposal, then the motions against it', () => {
    expect(
      order([motion('reject', 1, 'reject'), motion('refer', 2, 'referBack'), motion('amend', 3, 'amend')]),
    ).toEqual(['refer', 'proposal', 'reject', 'amend']);
  });

  it('counts a motion to approve as the proposal itself, and leaves out one that is withdrawn', () => {
    expect(order([motion('approve', 1, 'approve'), motion('reject', 2, 'reject', true)])).toEqual([
      'proposal',
    ]);
    expect(order([motion('approve', 1, 'approve')], false)).toEqual(['approve']);
  });

  it('needs telling in the minutes only when there is something to choose between', () => {
    expect(needsOrderOfPropositions([], true)).toBe(false);
    expect(needsOrderOfPropositions([motion('approve', 1, 'approve')], true)).toBe(false);
    expect(needsOrderOfPropositions([motion('reject', 1, 'reject')], true)).toBe(true);
    const both = (...kinds: readonly Motion['kind'][]) =>
      kinds.map((kind, index) => motion(`${kind}${index}`, index + 1, kind));
    expect(needsOrderOfPropositions(both('approve', 'approve'), true)).toBe(false);
    expect(needsOrderOfPropositions(both('approve', 'approve'), false)).toBe(false);
    expect(needsOrderOfPropositions(both('reject', 'reject'), false)).toBe(false);
    expect(needsOrderOfPropositions(both('reject', 'reject'), true)).toBe(true);
    expect(needsOrderOfPropositions(both('approve', 'reject'), false)).toBe(true);
    expect(needsOrderOfPropositions(both('amend', 'amend'), false)).toBe(true);
  });
});
