import fc from 'fast-check';
import {
  countsByYear,
  formatRegistryNumber,
  isNumberPattern,
  parseRegistryNumber,
  type NumberPattern,
} from '../../../src/domain/register/number-pattern';
import { nextDocumentNumber, nextMatterNumber, seriesPeriod } from '../../../src/domain/register/numbering';
import { asDay } from '../../../src/domain/time/day';

const centre: NumberPattern = { matter: 'HMC{yy}{nnnn}', document: 'HMC{yy}{nnnn}-{d}' };
const region: NumberPattern = { matter: 'RV{yy}{nnnn}', document: 'RV{yy}{nnnn}-{d}' };
const council: NumberPattern = { matter: 'HSN {n}–{yyyy}', document: 'HSN {n}:{d}–{yyyy}' };
const library: NumberPattern = { matter: 'divse-4-{n}', document: 'divse-4-{n}-{d}' };

describe('registry numbers as series write them (R-6)', () => {
  it.each<[string, NumberPattern, number | null, number, number | null]>([
    ['HMC260004', centre, 2026, 4, null],
    ['HMC260004-1', centre, 2026, 4, 1],
    ['RV240028-21', region, 2024, 28, 21],
    ['HSN 158:6–2025', council, 2025, 158, 6],
    ['HSN 158–2025', council, 2025, 158, null],
    ['divse-4-12905', library, null, 12905, null],
  ])('writes and reads %s', (text, pattern, year, number, document) => {
    expect(parseRegistryNumber(pattern, text, 2026)).toEqual({ year, number, document });
    expect(formatRegistryNumber(pattern, { year, number, document })).toBe(text);
  });

  it('reads what people type: small letters, a hyphen for a dash, spaces around', () => {
    expect(parseRegistryNumber(council, ' hsn 158:6-2025 ', 2026)).toEqual({
      year: 2025,
      number: 158,
      document: 6,
    });
    expect(parseRegistryNumber(centre, 'hmc260004-1', 2026)).toEqual({ year: 2026, number: 4, document: 1 });
  });

  it.each(['HMC26004', 'HMC260000', 'HMC260004-0', 'HMC260004-', 'RV260004', 'HMC2600041x', ''])(
    'does not take %j for a number of the centre',
    (text) => {
      expect(parseRegistryNumber(centre, text, 2026)).toBeUndefined();
    },
  );

  it('reads two digits as the last century when the year would lie far ahead', () => {
    expect(parseRegistryNumber(centre, 'HMC980003', 2026)?.year).toBe(1998);
    expect(parseRegistryNumber(centre, 'HMC360003', 2026)?.year).toBe(2036);
  });

  it('goes on past the digits it pads to', () => {
    expect(formatRegistryNumber(centre, { year: 2026, number: 12345, document: null })).toBe('HMC2612345');
  });

  it('reads back every number it writes', () => {
    const number = fc.record({
      year: fc.integer({ min: 2000, max: 2035 }),
      number: fc.integer({ min: 1, max: 9999 }),
      document: fc.option(fc.integer({ min: 1, max: 500 })),
    });
    fc.assert(
      fc.property(fc.constantFrom(centre, region, council), number, (pattern, given) => {
        expect(parseRegistryNumber(pattern, formatRegistryNumber(pattern, given), 2026)).toEqual(given);
      }),
    );
  });

  it('cannot write a number without a year in a series that counts by year', () => {
    expect(() => formatRegistryNumber(centre, { year: null, number: 4, document: null })).toThrow(RangeError);
  });

  it.each<[boolean, NumberPattern]>([
    [true, centre],
    [true, library],
    [false, { matter: 'HMC{yy}', document: 'HMC{yy}-{d}' }],
    [false, { matter: 'HMC{n}{nnnn}', document: 'HMC{n}{nnnn}-{d}' }],
    [false, { matter: 'HMC{n}-{d}', document: 'HMC{n}-{d}' }],
    [false, { matter: 'HMC{n}', document: 'HMC{n}' }],
    [false, { matter: 'HMC{n}', document: 'HMC{yy}{n}-{d}' }],
  ])('says %s of the pattern %j', (right, pattern) => {
    expect(isNumberPattern(pattern)).toBe(right);
  });
});

describe('the next number (R-1)', () => {
  it('gives HMC260004 after three matters of the year, and begins anew the next year', () => {
    expect(nextMatterNumber(centre, asDay('2026-01-20'), 4)).toEqual({
      period: '2026',
      number: 4,
      registryNumber: 'HMC260004',
      next: 5,
    });
    expect(seriesPeriod(centre, asDay('2027-01-01'))).toBe('2027');
    expect(nextMatterNumber(centre, asDay('2027-01-01'), 1).registryNumber).toBe('HMC270001');
  });

  it('counts on for ever in a series without a year', () => {
    expect(countsByYear(library)).toBe(false);
    expect(nextMatterNumber(library, asDay('2026-01-20'), 12905)).toMatchObject({
      period: 'all',
      registryNumber: 'divse-4-12905',
    });
  });

  it('numbers documents within the matter, in the year the matter was opened', () => {
    expect(nextDocumentNumber(centre, { period: '2024', number: 16, lastDocumentNumber: 3 })).toEqual({
      number: 4,
      registryNumber: 'HMC240016-4',
    });
    expect(
      nextDocumentNumber(library, { period: 'all', number: 12905, lastDocumentNumber: 0 }).registryNumber,
    ).toBe('divse-4-12905-1');
  });
});
