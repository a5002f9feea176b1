import fc from 'fast-check';
import {
  formatDocumentNumber,
  formatMatterNumber,
  patternFault,
  periodOf,
  readMatterNumber,
} from '../../../src/domain/register/registry-number';
import { asDay } from '../../../src/domain/time/day';

describe('registry numbers', () => {
  it.each([
    ['HMC{yy}{nnnn}', '2026', 4, 1, 'HMC260004', 'HMC260004-1'],
    ['RV{yy}{nnnn}', '2024', 28, 21, 'RV240028', 'RV240028-21'],
    ['HSN {n}[:{d}]–{yyyy}', '2025', 158, 6, 'HSN 158–2025', 'HSN 158:6–2025'],
    ['divse-4-{n}', '', 12905, 2, 'divse-4-12905', 'divse-4-12905-2'],
    ['HMC{yy}{nnnn}', '2026', 12345, 1, 'HMC2612345', 'HMC2612345-1'],
  ])('%s writes the matter %s/%i and its documents', (pattern, period, number, document, matter, whole) => {
    expect(formatMatterNumber(pattern, { period, number })).toBe(matter);
    expect(formatDocumentNumber(pattern, { period, number }, document)).toBe(whole);
    expect(readMatterNumber(pattern, matter)).toEqual({ period, number });
    expect(patternFault(pattern)).toBeNull();
  });

  it('counts a series with the year in its number anew each year, another one onwards for ever', () => {
    expect(periodOf('HMC{yy}{nnnn}', asDay('2026-02-20'))).toBe('2026');
    expect(periodOf('divse-4-{n}', asDay('2026-02-20'))).toBe('');
  });

  it.each(['HMC26004', 'RV260004', 'HMC260004-1', 'HMC260000', ''])(
    'does not take "%s" for a number of HMC',
    (text) => {
      expect(readMatterNumber('HMC{yy}{nnnn}', text)).toBeNull();
    },
  );

  it('reads a hyphen where the series writes a dash', () => {
    expect(readMatterNumber('HSN {n}[:{d}]–{yyyy}', 'HSN 158-2025')).toEqual({ period: '2025', number: 158 });
  });

  it.each([
    ['HMC{yy}', 'number-missing'],
    ['HMC{n}{n}', 'number-missing'],
    ['HMC{n}{x}', 'token-unknown'],
    ['HMC{n}-{d}', 'document-part-wrong'],
    ['HMC{n}[-]', 'document-part-wrong'],
  ])('says what is wrong with the pattern %s', (pattern, fault) => {
    expect(patternFault(pattern)).toBe(fault);
  });

  it('reads back every number it writes', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 2000, max: 2099 }),
        fc.integer({ min: 1, max: 999_999 }),
        (year, number) => {
          const at = { period: String(year), number };
          expect(readMatterNumber('HMC{yy}{nnnn}', formatMatterNumber('HMC{yy}{nnnn}', at))).toEqual(at);
        },
      ),
    );
  });
});
