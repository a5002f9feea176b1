import { isPublished } from '../../../../src/domain/meetings/notice/publication';
import { asDay } from '../../../../src/domain/time/day';

describe('the copy of minutes for the public (M-16)', () => {
  it.each<[string, number | null, string | null, string, boolean]>([
    ['is shown while the notice is up', 0, null, '2036-01-01', true],
    ['is shown on the last of its days', 30, '2026-04-01', '2026-05-01', true],
    ['is not shown the day after', 30, '2026-04-01', '2026-05-02', false],
    ['ends with the day of taking down where the body keeps none', 0, '2026-04-01', '2026-04-02', false],
    ['is shown without end where the body has set none', null, '2026-04-01', '2056-04-01', true],
  ])('%s', (_what, publishedDays, down, today, shown) => {
    expect(isPublished({ publishedDays }, down === null ? null : asDay(down), asDay(today))).toBe(shown);
  });
});
