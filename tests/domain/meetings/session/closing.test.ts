import fc from 'fast-check';
import {
  closingFaults,
  numberingPeriod,
  numberParagraphs,
  type ClosingItem,
} from '../../../../src/domain/meetings/session/closing';
import {
  formatParagraphRange,
  formatParagraphReference,
  parseParagraphReference,
} from '../../../../src/domain/meetings/minutes/paragraph-reference';
import { asDay, weekday } from '../../../../src/domain/time/day';
import { codesOf } from '../../expect-refused';
import { councilRules } from '../rules';

const item = (label: string, treatedOrder: number | null, more: Partial<ClosingItem> = {}): ClosingItem => ({
  id: `item-${label}`,
  label,
  withdrawn: false,
  treatedOrder,
  needsDecision: true,
  decided: true,
  ...more,
});
const treated = (count: number) =>
  Array.from({ length: count }, (_, index) => item(String(index + 1), index + 1));
const numbers = (items: readonly ClosingItem[], next: number, keeps = true) =>
  numberParagraphs(items, next, keeps).paragraphs.map(
    ({ itemId, number, withdrawn }) => `${itemId} ${number}${withdrawn ? ' utgår' : ''}`,
  );

describe('case 1: the council counts its items over the year', () => {
  it('gives eleven items the numbers 57 to 67 without a gap', () => {
    expect(councilRules.paragraphNumbering).toBe('year');
    const { paragraphs, next } = numberParagraphs(treated(11), 57, councilRules.withdrawnItemKeepsNumber);
    expect(paragraphs.map((paragraph) => paragraph.number)).toEqual([
      57, 58, 59, 60, 61, 62, 63, 64, 65, 66, 67,
    ]);
    expect(formatParagraphRange(paragraphs.map((paragraph) => paragraph.number))).toBe('§§ 57–67');
    expect(next).toBe(68);
  });

  it('begins anew in the year of the next meeting, Monday 2026-01-26', () => {
    expect(weekday(asDay('2026-01-26'))).toBe(1);
    expect(numberingPeriod('year', { id: 'x', day: asDay('2025-12-08') }, '2023-2026')).toBe('2025');
    expect(numberingPeriod('year', { id: 'x', day: asDay('2026-01-26') }, '2023-2026')).toBe('2026');
  });
});

describe('paragraph numbers are given at closing, in the order treated (B-8)', () => {
  it('follows the order treated, not that of the agenda', () => {
    expect(numbers([item('1', 1), item('2', 3), item('3', 2)], 12)).toEqual([
      'item-1 12',
      'item-3 13',
      'item-2 14',
    ]);
  });

  it('keeps the number of a withdrawn item with «utgår», where it stood', () => {
    const items = [item('1', 1), item('2', null, { withdrawn: true }), item('3', 2)];
    expect(numbers(items, 5)).toEqual(['item-1 5', 'item-2 6 utgår', 'item-3 7']);
    expect(numbers(items, 5, false)).toEqual(['item-1 5', 'item-3 6']);
  });

  it('puts a first item that is withdrawn first', () => {
    expect(numbers([item('1', null, { withdrawn: true }), item('2', 1)], 1)).toEqual([
      'item-1 1 utgår',
      'item-2 2',
    ]);
  });

  it.each([
    ['meeting', 'meeting-9'],
    ['year', '2026'],
    ['term', '2023-2026'],
  ] as const)('counts per %s in the period %s', (period, name) => {
    expect(numberingPeriod(period, { id: 'meeting-9', day: asDay('2026-02-20') }, '2023-2026')).toBe(name);
  });

  it('leaves no gap and gives no number twice, whatever is withdrawn and in whatever order', () => {
    const order = fc.shuffledSubarray([1, 2, 3, 4, 5, 6, 7, 8, 9, 10], { minLength: 0, maxLength: 10 });
    fc.assert(
      fc.property(order, fc.boolean(), fc.integer({ min: 1, max: 200 }), (treatedOrder, keeps, next) => {
        const items = Array.from({ length: 10 }, (_, index) => {
          const place = treatedOrder.indexOf(index + 1);
          return item(String(index + 1), place < 0 ? null : place + 1, { withdrawn: place < 0 });
        });
        const numbered = numberParagraphs(items, next, keeps);
        expect(numbered.paragraphs.map((paragraph) => paragraph.number)).toEqual(
          numbered.paragraphs.map((_, index) => next + index),
        );
        expect(numbered.next).toBe(next + (keeps ? 10 : treatedOrder.length));
        const inOrder = numbered.paragraphs
          .filter((paragraph) => !paragraph.withdrawn)
          .map((paragraph) => paragraph.itemId);
        expect(inOrder).toEqual(treatedOrder.map((label) => `item-${label}`));
      }),
    );
  });
});

describe('what keeps a meeting from closing', () => {
  const open = { openVote: false, earlierOpenMeeting: null };

  it('is nothing when all is treated and decided', () => {
    expect(closingFaults(treated(15), open)).toEqual([]);
  });

  it('is told all at once: an earlier meeting, an open vote, items not treated or not decided', () => {
    const items = [
      item('1', 1),
      item('2', null),
      item('3', 2, { decided: false }),
      item('4', 3, { decided: false, needsDecision: false }),
      item('5', null, { withdrawn: true }),
    ];
    expect(
      codesOf(closingFaults(items, { openVote: true, earlierOpenMeeting: asDay('2026-01-15') })),
    ).toEqual(['earlier-meeting-not-closed', 'vote-not-closed', 'item-not-treated', 'item-not-decided']);
  });
});

describe('references to paragraphs always show body and year (B-8)', () => {
  it.each([
    ['§28 GHN 2023', { number: 28, body: 'GHN', year: 2023 }],
    ['§ 112 Region Västerdal 2025', { number: 112, body: 'Region Västerdal', year: 2025 }],
  ])('reads %s', (text, reference) => {
    expect(parseParagraphReference(text)).toEqual(reference);
    expect(parseParagraphReference(formatParagraphReference(reference))).toEqual(reference);
  });

  it.each(['§28', '§28 2023', '28 GHN 2023', '§0 GHN 2023'])('does not take %s for one', (text) => {
    expect(parseParagraphReference(text)).toBeUndefined();
  });

  it.each([
    [[7], '§ 7'],
    [[3, 1, 2], '§§ 1–3'],
    [[1, 2, 5, 7, 8, 2], '§§ 1–2, 5, 7–8'],
  ])('writes %j as %s', (list, text) => {
    expect(formatParagraphRange(list)).toBe(text);
  });
});
