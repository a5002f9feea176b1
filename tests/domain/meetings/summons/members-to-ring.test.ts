import { toBeRung, type SummonsReach } from '../../../../src/domain/meetings/summons/members-to-ring';

describe('whom the secretary rings (M-4)', () => {
  const at = new Date('2026-02-18T09:00:00Z');
  it.each<[SummonsReach['capacity'], Date | null, Date | null, boolean]>([
    // as what, opened, rung
    ['member', null, null, true],
    ['member', at, null, false],
    ['member', null, at, false],
    ['substitute', null, null, false],
    ['other', null, null, false],
  ])('%s, opened %s, rung %s: %s', (capacity, openedAt, calledAt, rung) => {
    expect(toBeRung({ capacity, openedAt, calledAt })).toBe(rung);
  });
});
