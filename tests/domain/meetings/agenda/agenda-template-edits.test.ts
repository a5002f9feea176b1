import type { AgendaTemplateItem } from '../../../../src/domain/meetings/agenda/agenda-template';
import { inOrder, withItem, withoutItem } from '../../../../src/domain/meetings/agenda/agenda-template-edits';
import { expectRefused } from '../../expect-refused';

const item = (key: string, placement: 'first' | 'last', more: Partial<AgendaTemplateItem> = {}) => ({
  key,
  kind: 'formality' as const,
  title: key,
  proposal: [],
  placement,
  ...more,
});
const items = [
  item('agenda', 'first'),
  item('verifier', 'first'),
  item('next', 'first'),
  item('other', 'last'),
];
const keys = (result: ReturnType<typeof withItem>) =>
  result.ok ? result.items.map(({ key }) => key) : result.code;

describe('editing the template of an agenda (M-3)', () => {
  it('adds an item last, changes one where it stands, and moves one to the other part', () => {
    expect(keys(withItem(items, item('round', 'first')))).toEqual([
      'agenda',
      'verifier',
      'next',
      'other',
      'round',
    ]);
    const changed = withItem(items, item('verifier', 'first', { title: 'Val av justerare' }));
    expect(changed.ok && changed.items[1]?.title).toBe('Val av justerare');
    expect(keys(withItem(items, item('verifier', 'last')))).toEqual(['agenda', 'next', 'other', 'verifier']);
  });

  it('refuses a fact that no meeting knows, and an item beyond the sixtieth', () => {
    expectRefused(
      withItem(items, item('x', 'first', { proposal: ['Vid {klockan}.'] })),
      'template-fact-unknown',
    );
    expectRefused(withItem(items, item('x', 'first', { note: 'Till {}.' })), 'template-fact-unknown');
    expect(withItem(items, item('x', 'first', { proposal: ['{justerare} väljs.'] })).ok).toBe(true);
    const full = Array.from({ length: 60 }, (_, index) => item(`own${index}`, 'first'));
    expectRefused(withItem(full, item('x', 'first')), 'template-full');
  });

  it('orders one part by typed positions and buttons, and leaves the other alone', () => {
    const typed = new Map([
      ['agenda', 1],
      ['verifier', 2],
      ['next', 1],
    ]);
    expect(keys(inOrder(items, typed, null))).toEqual(['next', 'agenda', 'verifier', 'other']);
    const stood = new Map(['agenda', 'verifier', 'next'].map((key, index) => [key, index + 1]));
    expect(keys(inOrder(items, stood, { key: 'next', to: 'up' }))).toEqual([
      'agenda',
      'next',
      'verifier',
      'other',
    ]);
    expect(keys(inOrder(items, stood, { key: 'next', to: 'down' }))).toEqual(items.map(({ key }) => key));
    expectRefused(inOrder(items, new Map([['unknown', 1]]), null), 'template-item-unknown');
    expectRefused(inOrder(items, new Map([...stood, ['other', 4]]), null), 'template-item-unknown');
  });

  it('takes out an item that is there', () => {
    expect(keys(withoutItem(items, 'next'))).toEqual(['agenda', 'verifier', 'other']);
    expectRefused(withoutItem(items, 'nothing'), 'template-item-unknown');
  });
});
