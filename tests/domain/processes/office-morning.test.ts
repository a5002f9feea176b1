import { v7 as uuidv7 } from 'uuid';
import { beforeOfficeOpens } from '../../../src/domain/processes/office-morning';
import { asDay } from '../../../src/domain/time/day';

// wake.md 17

describe('the reminders of a morning', () => {
  it.each([
    ['2026-02-10', '01a202f2-8ac9-702a-97f2-0e5c00000000', '2026-02-10T07:00:00.000Z'],
    ['2026-02-10', '01a202f2-8ac9-702a-97f2-0e5c00000001', '2026-02-10T06:59:59.000Z'],
    ['2026-02-10', '01a202f2-8ac9-702a-97f2-0e5c00000383', '2026-02-10T06:45:01.000Z'],
    ['2026-02-10', '01a202f2-8ac9-702a-97f2-0e5c00000384', '2026-02-10T07:00:00.000Z'],
    // the clocks went forward two days before
    ['2026-03-31', '01a202f2-8ac9-702a-97f2-0e5c00000001', '2026-03-31T05:59:59.000Z'],
  ])('go on %s for row %s at %s', (day, row, at) => {
    expect(beforeOfficeOpens(asDay(day), row).toISOString()).toBe(at);
  });

  it('of three thousand rows are spread over the quarter before the office opens, few at the same second', () => {
    const day = asDay('2026-02-10');
    const opens = Date.parse('2026-02-10T07:00:00Z');
    const moments = Array.from({ length: 3000 }, () => beforeOfficeOpens(day, uuidv7()).getTime());
    expect(moments.every((at) => at <= opens && at > opens - 15 * 60_000)).toBe(true);
    const together = new Map<number, number>();
    for (const at of moments) together.set(at, (together.get(at) ?? 0) + 1);
    expect(Math.max(...together.values())).toBeLessThan(20);
  });
});
