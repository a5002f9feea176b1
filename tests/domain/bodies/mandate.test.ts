import { parallelDecision, withinMandate, type MandateKind } from '../../../src/domain/bodies/mandate';
import { asDay } from '../../../src/domain/time/day';

const assortment: MandateKind = {
  kind: 'sortiment',
  maxYearlyCostChange: 500_000,
  mayMoveDuties: false,
  deciders: ['Region Västerdal', 'De tio kommunerna'],
};
const handbook: MandateKind = {
  ...assortment,
  kind: 'handbok',
  maxYearlyCostChange: null,
  deciders: ['Nämnden'],
};
const mandate = [assortment, handbook];

describe('the mandate of a body (B-4)', () => {
  it.each([
    ['sortiment', 500_000, false, undefined],
    ['sortiment', 500_001, false, 'mandate-cost-exceeded'],
    ['sortiment', -500_001, false, 'mandate-cost-exceeded'],
    ['sortiment', 0, true, 'mandate-moves-duties'],
    ['handbok', 9_000_000, false, undefined],
    ['avgifter', 0, false, 'mandate-lacks-kind'],
  ])(
    '%s changing costs by %i kronor a year, duties moved: %s -> %s',
    (kind, yearlyCostChange, movesDuties, code) => {
      const verdict = withinMandate(mandate, { kind, yearlyCostChange, movesDuties });
      expect(verdict.ok ? undefined : verdict.code).toBe(code);
    },
  );

  it('is decided when both deciders have decided, with both dates', () => {
    const region = { decider: 'Region Västerdal', day: asDay('2026-03-10') };
    const municipalities = { decider: 'De tio kommunerna', day: asDay('2026-02-27') };
    expect(parallelDecision(assortment, [region])).toEqual({
      dates: [region],
      waitingFor: ['De tio kommunerna'],
      decidedOn: null,
    });
    expect(parallelDecision(assortment, [region, municipalities])).toEqual({
      dates: [region, municipalities],
      waitingFor: [],
      decidedOn: '2026-03-10',
    });
  });
});
