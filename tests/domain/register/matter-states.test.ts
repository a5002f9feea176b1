import { canChangeMatter, canCloseMatter, canReopenMatter } from '../../../src/domain/register/matter-states';

const matter = (state: 'open' | 'closed' | 'cancelled') => ({ label: 'HMC260004', state });
const code = (verdict: { ok: boolean }) => ('code' in verdict ? verdict.code : 'allowed');

describe('a matter', () => {
  it.each([
    ['open', 'allowed', 'allowed', 'matter-open-already'],
    ['closed', 'matter-closed', 'matter-closed', 'allowed'],
    ['cancelled', 'matter-cancelled', 'matter-cancelled', 'matter-cancelled'],
  ] as const)('that is %s: changed %s, closed %s, reopened %s', (state, change, close, reopen) => {
    expect(code(canChangeMatter(matter(state)))).toBe(change);
    expect(code(canCloseMatter(matter(state), 0, 'Beslut fattat.'))).toBe(close);
    expect(code(canReopenMatter(matter(state), 'Ny handling kom in.'))).toBe(reopen);
  });

  it('is not closed with drafts in it, nor closed or reopened without a reason', () => {
    expect(canCloseMatter(matter('open'), 2, 'Klart.')).toMatchObject({
      code: 'matter-has-drafts',
      facts: { count: 2 },
    });
    expect(code(canCloseMatter(matter('open'), 0, ' '))).toBe('matter-act-needs-reason');
    expect(code(canReopenMatter(matter('closed'), ''))).toBe('matter-act-needs-reason');
  });
});
