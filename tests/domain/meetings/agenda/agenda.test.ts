import fc from 'fast-check';
import {
  agendaFaults,
  canCarryOnItem,
  canRemoveItem,
  canWithdrawItem,
  type AgendaItemFacts,
} from '../../../../src/domain/meetings/agenda/agenda-item';
import type { RefusalCode } from '../../../../src/domain/refusals/catalogue';
import { agendaLabels, numberAgenda } from '../../../../src/domain/meetings/agenda/agenda-numbers';
import {
  inAgendaOrder,
  moveDown,
  moveTo,
  moveUp,
  type AgendaPlace,
} from '../../../../src/domain/meetings/agenda/agenda-order';
import {
  diffAgenda,
  versionLetter,
  type AgendaSnapshotItem,
} from '../../../../src/domain/meetings/agenda/agenda-versions';
import { codesOf, expectRefused } from '../../expect-refused';

const place = (id: string, ordinal: number, parentId: string | null = null): AgendaPlace => ({
  id,
  ordinal,
  parentId,
});
const agenda = [place('c', 3), place('a', 1), place('b', 2), place('b2', 2, 'b'), place('b1', 1, 'b')];
const ids = (items: readonly AgendaPlace[]) => inAgendaOrder(items).map((item) => item.id);

describe('the order of the agenda (M-3)', () => {
  it('reads each item followed by its sub-items', () => {
    expect(ids(agenda)).toEqual(['a', 'b', 'b1', 'b2', 'c']);
  });

  it.each<[string, number, string[]]>([
    ['c', 1, ['c', 'a', 'b', 'b1', 'b2']],
    ['b', 1, ['b', 'b1', 'b2', 'a', 'c']],
    ['b', 3, ['a', 'c', 'b', 'b1', 'b2']],
    ['b2', 1, ['a', 'b', 'b2', 'b1', 'c']],
  ])('moves %s to position %i among its siblings', (id, position, order) => {
    const moved = moveTo(agenda, id, position);
    expect(moved.ok && ids(moved.items)).toEqual(order);
  });

  it('moves by buttons, and leaves the first and the last where they are', () => {
    const up = moveUp(agenda, 'b');
    const down = moveDown(agenda, 'b');
    const firstUp = moveUp(agenda, 'a');
    const lastDown = moveDown(agenda, 'c');
    expect(up.ok && ids(up.items)).toEqual(['b', 'b1', 'b2', 'a', 'c']);
    expect(down.ok && ids(down.items)).toEqual(['a', 'c', 'b', 'b1', 'b2']);
    expect(firstUp.ok && ids(firstUp.items)).toEqual(ids(agenda));
    expect(lastDown.ok && ids(lastDown.items)).toEqual(ids(agenda));
  });

  it.each([0, 4, 1.5, -1])('refuses the position %d of three items', (position) => {
    const moved = moveTo(agenda, 'a', position);
    if (moved.ok) throw new Error('moved');
    expectRefused(moved, 'position-outside-agenda');
  });

  it('refuses an item of another agenda', () => {
    for (const move of [() => moveUp(agenda, 'x'), () => moveTo(agenda, 'x', 1)]) {
      const moved = move();
      expect(moved).toMatchObject({ code: 'item-not-on-agenda' });
    }
  });

  it('never loses or doubles an item, whatever is moved', () => {
    const moves = fc.array(
      fc.tuple(fc.constantFrom('a', 'b', 'c', 'b1', 'b2'), fc.integer({ min: 1, max: 3 })),
    );
    fc.assert(
      fc.property(moves, (list) => {
        const end = list.reduce<AgendaPlace[]>((items, [id, position]) => {
          const moved = moveTo(items, id, position);
          return moved.ok ? moved.items : items;
        }, agenda);
        expect(ids(end).sort()).toEqual(['a', 'b', 'b1', 'b2', 'c']);
        expect(
          end
            .filter((item) => item.parentId === null)
            .map((item) => item.ordinal)
            .sort(),
        ).toEqual([1, 2, 3]);
      }),
    );
  });
});

describe('agenda numbers (B-8)', () => {
  const numbered = (
    id: string,
    ordinal: number,
    agendaNumber: number | null,
    parentId: string | null = null,
  ) => ({
    ...place(id, ordinal, parentId),
    agendaNumber,
  });

  it('numbers the items of the first approval in their order, sub-items apart', () => {
    const items = [numbered('a', 1, null), numbered('b', 2, null), numbered('b1', 1, null, 'b')];
    const { numbers, lastGiven } = numberAgenda(items, 0);
    expect([...numbers]).toEqual([
      ['a', 1],
      ['b', 2],
    ]);
    expect(lastGiven).toBe(2);
    expect([...agendaLabels(items, 0)]).toEqual([
      ['a', '1'],
      ['b', '2'],
      ['b1', '2.1'],
    ]);
  });

  it('case 1: counts on over the year in the council', () => {
    const items = Array.from({ length: 11 }, (_, index) => numbered(`item-${index}`, index + 1, null));
    const { numbers, lastGiven } = numberAgenda(items, 56);
    expect([...numbers.values()]).toEqual([57, 58, 59, 60, 61, 62, 63, 64, 65, 66, 67]);
    expect(lastGiven).toBe(67);
  });

  it('keeps the numbers of an approved agenda and never uses one again', () => {
    const items = [numbered('late', 2, null), numbered('a', 1, 1), numbered('c', 3, 3)];
    const { numbers, lastGiven } = numberAgenda(items, 3);
    expect(numbers.get('late')).toBe(4);
    expect(numbers.get('c')).toBe(3);
    expect(lastGiven).toBe(4);
  });
});

describe('one item of the agenda', () => {
  const item: AgendaItemFacts = {
    id: '1',
    label: '6',
    title: 'Förslag borttagande av talflödeshjälpmedel',
    publicTitle: null,
    closed: false,
    exerciseOfAuthority: false,
  };

  it('tells the chair all that is wrong before approval', () => {
    expect(agendaFaults([item])).toEqual([]);
    expect(codesOf(agendaFaults([]))).toEqual(['agenda-empty']);
    expect(
      codesOf(
        agendaFaults([
          { ...item, title: ' ' },
          { ...item, closed: true },
          { ...item, exerciseOfAuthority: true },
        ]),
      ),
    ).toEqual(['item-without-title', 'closed-item-without-public-title', 'item-must-be-closed']);
  });

  it.each<[boolean, boolean, boolean, RefusalCode | null]>([
    // approved, sub-items, links
    [false, false, false, null],
    [true, false, false, 'item-approved'],
    [false, true, false, 'item-has-sub-items'],
    [false, false, true, 'item-has-links'],
  ])('is removed: approved %s, sub-items %s, links %s: %s', (held, subItems, linked, code) => {
    const verdict = canRemoveItem({ label: '6', approved: held, subItems, linked });
    expect(verdict.ok ? null : verdict.code).toBe(code);
  });

  it('is withdrawn with a reason, once, and not after it is treated', () => {
    const state = { label: '6', treated: false, withdrawn: false };
    expect(canWithdrawItem(state, 'Underlaget är inte klart')).toEqual({ ok: true });
    expectRefused(canWithdrawItem(state, ' '), 'withdrawal-needs-reason');
    expectRefused(canWithdrawItem({ ...state, treated: true }, 'Skäl'), 'item-already-treated');
    expectRefused(canWithdrawItem({ ...state, withdrawn: true }, 'Skäl'), 'item-already-withdrawn');
  });
});

describe('versions of the agenda: what has changed', () => {
  const item = (id: string, changed: Partial<AgendaSnapshotItem> = {}): AgendaSnapshotItem => ({
    id,
    label: id,
    title: `Punkt ${id}`,
    kind: 'decision',
    closed: false,
    withdrawn: false,
    points: ['Förslaget antas.'],
    documents: ['Tjänsteskrivelse'],
    ...changed,
  });
  const told = (older: readonly AgendaSnapshotItem[], newer: readonly AgendaSnapshotItem[]) =>
    diffAgenda(older, newer).map((change) => `${change.item.id} ${change.change}`);
  const version = ['1', '2', '3', '4'].map((id) => item(id));

  it.each([
    [1, 'A'],
    [2, 'B'],
    [26, 'Z'],
    [27, 'AA'],
    [53, 'BA'],
  ])('version %i is %s', (number, letter) => {
    expect(versionLetter(number)).toBe(letter);
  });

  it('finds nothing between a version and itself', () => {
    expect(told(version, version)).toEqual([]);
  });

  it('names one moved item, not all those it passed', () => {
    const moved = [version[3]!, version[0]!, version[1]!, version[2]!];
    expect(diffAgenda(version, moved)).toEqual([{ change: 'moved', item: version[3], after: null }]);
  });

  it('tells what is added, withdrawn, removed, retitled, closed, and changed in proposal and documents', () => {
    const newer = [
      item('1', { title: 'Ny rubrik', closed: true }),
      item('2', { withdrawn: true }),
      item('3', { points: ['Förslaget avslås.'], documents: [] }),
      item('5', { kind: 'information' }),
    ];
    expect(told(version, newer)).toEqual([
      '1 retitled',
      '1 closed',
      '2 withdrawn',
      '3 proposal',
      '3 documents',
      '5 added',
      '4 removed',
    ]);
    expect(told(newer, [item('5')])).toEqual(['5 kind', '1 removed', '2 removed', '3 removed']);
  });

  it('says nothing only when the order and the items are the same', () => {
    const order = fc.shuffledSubarray(['1', '2', '3', '4', '5', '6'], { minLength: 0 });
    fc.assert(
      fc.property(order, order, (before, after) => {
        const changes = diffAgenda(
          before.map((id) => item(id)),
          after.map((id) => item(id)),
        );
        expect(changes.length === 0).toBe(before.join() === after.join());
        expect(changes.filter((change) => change.change === 'added')).toHaveLength(
          after.filter((id) => !before.includes(id)).length,
        );
      }),
    );
  });
});

describe('an item that a new one carries on (M-3, M-7)', () => {
  it.each([
    [{}, null],
    [{ before: false }, 'carried-item-not-earlier'],
    [{ settled: false }, 'carried-item-not-settled'],
    [{ carriedOn: true }, 'carried-item-already'],
  ])('%j: %s', (facts, code) => {
    const verdict = canCarryOnItem({ label: '6', before: true, settled: true, carriedOn: false, ...facts });
    expect(verdict.ok ? null : verdict.code).toBe(code);
  });
});
