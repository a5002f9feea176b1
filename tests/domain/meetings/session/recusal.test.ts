import {
  canTakeBackOwnRecusal,
  carriedRecusals,
  type RecusalDecider,
} from '../../../../src/domain/meetings/session/recusal';

describe('who declared a recusal takes it back (KL 6:28-30)', () => {
  it.each<[opened: boolean, decidedBy: RecusalDecider, answer: string]>([
    [false, 'self', 'ok'],
    [true, 'self', 'recusal-item-taken-up'],
    [false, 'body', 'recusal-decided-by-body'],
    [true, 'body', 'recusal-decided-by-body'],
    [false, 'bodyDismissed', 'recusal-decided-by-body'],
  ])('item taken up: %s, decided by %s: %s', (opened, decidedBy, answer) => {
    const verdict = canTakeBackOwnRecusal({ label: '6', opened }, decidedBy);
    expect(verdict.ok ? 'ok' : verdict.code).toBe(answer);
  });
});

describe('which recusals come with an item that comes back (KL 6:30)', () => {
  const row = (personId: string, more: Partial<Parameters<typeof carriedRecusals>[0][number]> = {}) => ({
    personId,
    own: true,
    decidedBy: 'self' as const,
    withdrawn: false,
    ...more,
  });
  const seated = new Set(['frank', 'lindh']);

  it.each([
    ['one declared by oneself', [row('frank')], ['frank own']],
    ['one that the body decided', [row('frank', { decidedBy: 'body' })], ['frank own']],
    ['none that was taken back', [row('frank', { withdrawn: true })], []],
    ['none that the body dismissed', [row('frank', { decidedBy: 'bodyDismissed', withdrawn: true })], []],
    ['none of one who has no seat any more', [row('malm')], []],
    ['one from the item above it', [row('frank', { own: false })], ['frank above']],
    ['the own one before that above', [row('frank', { own: false }), row('frank')], ['frank own']],
    [
      'the one above when the own is taken back',
      [row('frank', { withdrawn: true }), row('frank', { own: false })],
      ['frank above'],
    ],
    ['each of two', [row('frank'), row('lindh')], ['frank own', 'lindh own']],
  ])('%s', (_what, earlier, carried) => {
    const rows = carriedRecusals(earlier, seated);
    expect(rows.map(({ personId, own }) => `${personId} ${own ? 'own' : 'above'}`)).toEqual(carried);
  });
});
