import { decidedPoints } from '../../../../src/domain/meetings/session/decided-points';
import { grantsNothing, outcomes, type Outcome } from '../../../../src/domain/meetings/session/outcomes';

const PROPOSAL = ['Talflödeshjälpmedel tas bort.', 'Överenskommelsen\nsägs upp.'];
const asSent = ['Talflödeshjälpmedel tas bort.', 'Överenskommelsen\r\nsägs upp.'];
const OWN = 'Förvaltningen får i uppdrag att redovisa kostnaden.';

const decided = (outcome: Outcome, more: Partial<Parameters<typeof decidedPoints>[0]> = {}) =>
  decidedPoints({
    itemKind: 'decision',
    outcome,
    points: asSent,
    proposal: PROPOSAL,
    before: null,
    ...more,
  });

describe('which points stand as decided (KL 5:66)', () => {
  it.each<[Outcome, boolean]>([
    ['approved', true],
    ['approvedWithChanges', true],
    ['conditional', true],
    ['rejected', false],
    ['referredBack', false],
    ['tabled', false],
    ['postponed', false],
    ['withdrawn', false],
    ['noted', false],
  ])('the proposal of an item that was %s: %s', (outcome, stands) => {
    expect(decided(outcome)).toEqual(stands ? asSent : []);
  });

  it('keeps the proposal to note where the item asks for nothing more', () => {
    const points = ['Informationen noteras.'];
    const information = { itemKind: 'information', points, proposal: points };
    expect(decided('noted', information)).toEqual(points);
  });

  it('leaves out what the decision said before it was changed, and keeps words of one’s own', () => {
    const before = { outcome: 'approvedWithChanges', points: ['Tas bort från 1 maj.'] } as const;
    expect(decided('tabled', { points: ['Tas bort från 1 maj.', OWN], before })).toEqual([OWN]);
    expect(decided('noted', { points: ['Tas bort från 1 maj.'], before })).toEqual([]);
  });

  it('keeps what was noted in own words when the same decision is sent again', () => {
    expect(decided('noted', { points: [OWN], before: { outcome: 'noted', points: [OWN] } })).toEqual([OWN]);
  });

  it('knows the outcomes that grant nothing', () => {
    expect(outcomes.filter(grantsNothing)).toEqual([
      'rejected',
      'referredBack',
      'tabled',
      'postponed',
      'withdrawn',
    ]);
  });
});
