import {
  canCancelEntry,
  canEnterDocumentNumber,
  canEnterNumber,
  canKeepSeries,
  canMarkSecret,
  canRegister,
  canSupportItem,
  readDocumentNumber,
  type Registration,
} from '../../../src/domain/register/registering';
import { parseRegistryNumber, type NumberPattern } from '../../../src/domain/register/number-pattern';
import {
  formatParagraphReference,
  parseParagraphReference,
} from '../../../src/domain/meetings/minutes/paragraph-reference';
import { asDay } from '../../../src/domain/time/day';
import { expectRefused } from '../expect-refused';

const region: NumberPattern = { matter: 'RV{yy}{nnnn}', document: 'RV{yy}{nnnn}-{d}' };

describe('what the register takes in', () => {
  const incoming: Registration = {
    direction: 'incoming',
    day: asDay('2026-01-20'),
    today: asDay('2026-01-21'),
    subject: 'Talflödeshjälpmedel',
    counterpart: 'Region Västerdal',
    counterpartProtected: false,
  };

  it('takes a document with day, sender and subject (OSL 5:2)', () => {
    expect(canRegister(incoming)).toEqual({ ok: true });
    expect(canRegister({ ...incoming, direction: 'drawnUp', counterpart: '' })).toEqual({ ok: true });
    expect(canRegister({ ...incoming, counterpart: '', counterpartProtected: true })).toEqual({ ok: true });
  });

  it.each<
    [
      (
        | 'registration-without-subject'
        | 'registration-in-future'
        | 'registration-without-sender'
        | 'registration-without-recipient'
      ),
      Partial<Registration>,
    ]
  >([
    ['registration-without-subject', { subject: ' ' }],
    ['registration-in-future', { day: asDay('2026-01-22') }],
    ['registration-without-sender', { counterpart: '' }],
    ['registration-without-recipient', { counterpart: '', direction: 'outgoing' }],
  ])('refuses with %s', (code, changed) => {
    expectRefused(canRegister({ ...incoming, ...changed }), code);
  });

  it('takes a number of a series kept elsewhere once, in its own form', () => {
    const series = { pattern: region, keptHere: false };
    expect(canEnterNumber(series, { text: 'RV240028-21', used: false, thisYear: 2026 })).toEqual({
      ok: true,
    });
    expectRefused(canEnterNumber(series, { text: 'RV240028-21', used: true, thisYear: 2026 }), 'number-used');
    expectRefused(
      canEnterNumber(series, { text: 'HMC240028', used: false, thisYear: 2026 }),
      'number-not-of-series',
    );
    const here = { pattern: region, keptHere: true };
    expectRefused(
      canEnterNumber(here, { text: 'RV240028', used: false, thisYear: 2026 }),
      'number-given-by-series',
    );
  });

  it.each<[text: string, number: number | undefined]>([
    ['RV240028-21', 21],
    ['rv240028 – 21', undefined],
    ['RV240028–52', 52],
    [' 52 ', 52],
    ['RV240028', undefined],
    ['RV240029-21', undefined],
    ['RV250028-21', undefined],
    ['HMC240028-21', undefined],
    ['0', undefined],
    ['2147483648', undefined],
    ['RV240028-2147483648', undefined],
  ])('reads %p as the document %p of RV240028 (R-6)', (text, number) => {
    const matter = { year: 2024, number: 28 };
    expect(readDocumentNumber(region, matter, { text, thisYear: 2026 })).toBe(number);
  });

  it('takes the number of a document of another series once, and only of its own matter (R-1, R-6)', () => {
    const series = { pattern: region, keptHere: false };
    const matter = { year: 2024, number: 28 };
    const entered = { text: 'RV240028-21', used: false, thisYear: 2026 };
    expect(canEnterDocumentNumber(series, matter, entered)).toEqual({ ok: true });
    expectRefused(canEnterDocumentNumber(series, matter, { ...entered, used: true }), 'document-number-used');
    expectRefused(
      canEnterDocumentNumber(series, matter, { ...entered, text: 'RV240029-21' }),
      'document-number-not-of-matter',
    );
    expectRefused(
      canEnterDocumentNumber(series, { year: 2024, number: null }, entered),
      'matter-awaits-number',
    );
    expectRefused(
      canEnterDocumentNumber({ ...series, keptHere: true }, matter, entered),
      'number-given-by-series',
    );
  });

  it('refuses a pattern without a running number', () => {
    expect(canKeepSeries(region)).toEqual({ ok: true });
    expectRefused(canKeepSeries({ matter: 'RV{yy}', document: 'RV{yy}-{d}' }), 'number-pattern-wrong');
  });

  it('wants provision, date and authority in a secrecy marking (OSL 5:5)', () => {
    const marking = {
      provision: 'OSL 25:1',
      day: asDay('2026-01-20'),
      authority: 'Gemensam hjälpmedelsnämnd',
    };
    expect(canMarkSecret(marking)).toEqual({ ok: true });
    expectRefused(canMarkSecret({ ...marking, day: null }), 'secrecy-marking-incomplete');
    expectRefused(canMarkSecret({ ...marking, provision: '' }), 'secrecy-marking-incomplete');
    expectRefused(canMarkSecret({ ...marking, authority: ' ' }), 'secrecy-marking-incomplete');
  });

  it('cancels a wrong entry once, with a reason', () => {
    expect(canCancelEntry({ cancelled: false, reason: 'Dubbelregistrerad' })).toEqual({ ok: true });
    expectRefused(canCancelEntry({ cancelled: false, reason: '' }), 'cancelling-needs-reason');
    expectRefused(canCancelEntry({ cancelled: true, reason: 'Igen' }), 'entry-cancelled-already');
  });
});

describe('case 23: a paragraph of 2023 supports an item of 2026', () => {
  it('reads the extract §28 of 2023 and the matter HMC240016 of the year after', () => {
    const reference = parseParagraphReference('§28 GHN 2023');
    expect(reference).toEqual({ number: 28, body: 'GHN', year: 2023 });
    const centre: NumberPattern = { matter: 'HMC{yy}{nnnn}', document: 'HMC{yy}{nnnn}-{d}' };
    expect(parseRegistryNumber(centre, 'HMC240016', 2026)?.year).toBe(2024);
  });

  it('takes the verified extract as a locked supporting document, the decision before the number notwithstanding', () => {
    const reference = formatParagraphReference({ number: 28, body: 'GHN', year: 2023 });
    expect(canSupportItem({ reference, verified: true })).toEqual({ ok: true });
    expectRefused(canSupportItem({ reference, verified: false }), 'extract-not-verified');
  });
});
