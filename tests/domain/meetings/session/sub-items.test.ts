import {
  canTakeSubItem,
  isDecidedAlone,
  takenSubItems,
  type SubItemPlace,
} from '../../../../src/domain/meetings/session/sub-items';

const item = (id: string, given: Partial<SubItemPlace> = {}): SubItemPlace => ({
  id,
  parentId: null,
  label: id,
  kind: 'information',
  closed: false,
  withdrawn: false,
  treatedOrder: 1,
  ...given,
});
const below = (given: Partial<SubItemPlace> = {}): SubItemPlace =>
  item('5.1', { parentId: '5', kind: 'decision', treatedOrder: null, ...given });

describe('sub-items with decisions of their own (M-20)', () => {
  it.each<[string, SubItemPlace, SubItemPlace, boolean]>([
    ['a decision below an item of information', item('5'), below(), true],
    ['information below it', item('5'), below({ kind: 'information' }), false],
    ['a decision below an item that is withdrawn', item('5', { withdrawn: true }), below(), false],
    ['a closed decision below an open item (KL 6:25)', item('5'), below({ closed: true }), false],
    ['a closed decision below a closed item', item('5', { closed: true }), below({ closed: true }), true],
    ['an open decision below a closed item', item('5', { closed: true }), below(), true],
    ['an item of the agenda itself', item('5'), item('6', { kind: 'decision' }), false],
  ])('%s: %#', (_what, parent, subItem, expected) => {
    expect(isDecidedAlone(subItem, [parent, subItem])).toBe(expected);
  });

  it.each<[string, SubItemPlace, SubItemPlace, string]>([
    ['whose item has been taken up', item('5'), below(), 'ok'],
    ['of information too', item('5'), below({ kind: 'information' }), 'ok'],
    ['whose item waits', item('5', { treatedOrder: null }), below(), 'sub-item-before-its-item'],
    ['that is closed below an open item', item('5'), below({ closed: true }), 'closed-sub-item'],
    ['that is none', item('5'), item('6', { treatedOrder: null }), 'ok'],
  ])('one %s is taken up, or not: %#', (_what, parent, subItem, expected) => {
    const verdict = canTakeSubItem(subItem, [parent, subItem]);
    expect(verdict.ok ? 'ok' : verdict.code).toBe(expected);
  });

  it.each<[string, Partial<SubItemPlace>, number]>([
    ['was taken up', { treatedOrder: 2 }, 1],
    ['was not', {}, 0],
    ['was withdrawn', { treatedOrder: 2, withdrawn: true }, 0],
    ['is closed', { treatedOrder: 2, closed: true }, 0],
    ['lies below another item', { treatedOrder: 2, parentId: '6' }, 0],
  ])('stands in an open item’s paragraph when it %s: %i', (_what, given, count) => {
    const parent = item('5');
    expect(takenSubItems([parent, below(given)], parent)).toHaveLength(count);
  });
});
