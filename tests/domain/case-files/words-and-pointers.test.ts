import { demoDays } from '../../../src/domain/case-files/demo-days';
import { fillWords, fillWordsIn } from '../../../src/domain/case-files/fill-words';
import { actInput, pointersIn, readPointer } from '../../../src/domain/case-files/pointers';
import { asDay, daysBetween, weekday } from '../../../src/domain/time/day';
import { isLegalNonWorkingDay } from '../../../src/domain/time/holidays';

const named = { days: { meeting: '2026-05-22' }, words: { year: '2026' } };

describe('the words of a case file', () => {
  it.each([
    ['Beslutet gäller från {meeting}.', 'Beslutet gäller från 2026-05-22.'],
    ['Nästa sammanträde är {meeting.lång}.', 'Nästa sammanträde är fredagen den 22 maj 2026.'],
    ['Årsredovisning {year}', 'Årsredovisning 2026'],
    ['HMC{yy}{nnnn}, {okänd} {year.lång}', 'HMC{yy}{nnnn}, {okänd} {year.lång}'],
  ])('%s', (text, filled) => {
    expect(fillWords(text, named)).toBe(filled);
  });

  it('are put into every text and nothing else', () => {
    expect(fillWordsIn({ a: ['{year}', 1, null], '{year}': true }, named)).toEqual({
      a: ['2026', 1, null],
      '{year}': true,
    });
  });
});

describe('a pointer', () => {
  it.each([
    ['@item:6', { kind: 'item', name: '6' }],
    ['@dispatch:6/Almby', { kind: 'dispatch', name: '6/Almby' }],
    ['@minutes', { kind: 'minutes', name: '' }],
    ['@document:§ 28: utdrag', { kind: 'document', name: '§ 28: utdrag' }],
    ['@@item:6', null],
    ['namn@almby.example', null],
  ])('%s', (text, pointer) => {
    expect(readPointer(text)).toEqual(pointer);
  });

  const lookUp = ({ kind }: { readonly kind: string }) =>
    Promise.resolve(kind === 'seat' ? { id: 'plats', version: null } : { id: 'rad', version: 7 });

  it('becomes an id; a form would send the version of the row, so the act does', async () => {
    const given = { seatId: '@seat:Karin Ask', itemId: '@item:6', text: '@@värde' };
    expect(await actInput(given, true, lookUp)).toEqual({
      seatId: 'plats',
      itemId: 'rad',
      text: '@värde',
      version: 7,
    });
    expect(await actInput({ ...given, version: 3 }, true, lookUp)).toMatchObject({ version: 3 });
    expect(await actInput(given, false, lookUp)).not.toHaveProperty('version');
  });

  it('is told with its place', () => {
    expect(pointersIn({ ballots: [{ seatId: '@seat:A' }] })).toEqual([
      { pointer: { kind: 'seat', name: 'A' }, path: ['ballots', 0, 'seatId'] },
    ]);
  });
});

describe('the days of the demo', () => {
  it.each(['2026-01-16', '2026-02-27', '2026-05-13', '2026-11-20', '2026-11-22', '2027-02-18'])(
    'loaded on %s: Fridays that are no days off, about five weeks ahead and three months after',
    (today) => {
      const { meeting, next, previous, effective } = demoDays(asDay(today));
      for (const day of [meeting, next, previous]) {
        expect(weekday(day)).toBe(5);
        expect(isLegalNonWorkingDay(day)).toBe(false);
      }
      expect(daysBetween(asDay(today), meeting)).toBeGreaterThanOrEqual(33);
      expect(daysBetween(asDay(today), meeting)).toBeLessThanOrEqual(60);
      expect(daysBetween(meeting, next)).toBeGreaterThan(80);
      expect(daysBetween(previous, meeting)).toBeGreaterThan(28);
      expect(effective > meeting).toBe(true);
    },
  );
});
