import { paginate } from '../../../src/documents/pdf/paginate';
import type { Strip } from '../../../src/documents/pdf/strips';

describe('spreading strips over pages', () => {
  const page = { top: 0, bottom: 600 };
  const strip = (height: number, more: Partial<Strip> = {}): Strip => ({
    height,
    before: 0,
    grounds: [],
    keepWithNext: false,
    breakBefore: false,
    paint: () => undefined,
    ...more,
  });
  const lowest = (placed: ReturnType<typeof paginate>): number =>
    Math.max(...placed.flat().map((each) => each.y + each.strip.height));

  it.each([
    ['that fit below the head of the next page go there together', 280, 2],
    ['that would not, stand on a page each', 300, 3],
  ])('keeps the last two rows of a table within the margin: rows %s', (_which, height, pages) => {
    const row = (keepWithNext: boolean) => strip(height, { repeat: strip(40), keepWithNext });
    const placed = paginate([strip(500), row(true), row(false)], () => page);
    expect([lowest(placed) <= 600, placed.length]).toEqual([true, pages]);
  });
});
