import { formatRegistryNumber, isNumberPattern } from '../../../src/domain/register/number-pattern';
import { seriesPattern } from '../../../src/domain/register/series-pattern';

describe('the pattern stored with a series', () => {
  it.each([
    ['HMC{yy}{nnnn}', 2026, 4, 1, 'HMC260004', 'HMC260004-1'],
    ['RV{yy}{nnnn}', 2024, 28, 21, 'RV240028', 'RV240028-21'],
    ['HSN {n}[:{d}]–{yyyy}', 2025, 158, 6, 'HSN 158–2025', 'HSN 158:6–2025'],
    ['divse-4-{n}', null, 12905, 2, 'divse-4-12905', 'divse-4-12905-2'],
  ])('%s writes matter %s/%i and its documents', (stored, year, number, document, matter, whole) => {
    const pattern = seriesPattern(stored);
    expect(isNumberPattern(pattern)).toBe(true);
    expect(formatRegistryNumber(pattern, { year, number, document: null })).toBe(matter);
    expect(formatRegistryNumber(pattern, { year, number, document })).toBe(whole);
  });

  it.each(['HMC{yy}', 'HMC{n}{n}', 'HMC{n}-{d}', 'HMC{n}[-]'])('cannot be %s', (stored) => {
    expect(isNumberPattern(seriesPattern(stored))).toBe(false);
  });
});
