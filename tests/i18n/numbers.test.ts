import { fileSizeText, kronorText, listText, numberText } from '../../src/i18n/numbers';

describe('numbers', () => {
  it('are grouped so that an amount never breaks over two lines', () => {
    expect(kronorText('sv', 2_600_000)).toBe('2\u00A0600\u00A0000\u00A0kr');
    expect(numberText('sv', 1234.5)).toBe('1\u00A0234,5');
    expect(kronorText('en', 2_600_000)).toBe('SEK\u00A02,600,000');
  });

  it('say a file size in the unit that fits', () => {
    expect(fileSizeText('sv', 999)).toBe('999\u00A0byte');
    expect(fileSizeText('sv', 214_000)).toBe('214\u00A0kB');
    expect(fileSizeText('sv', 4_240_000)).toBe('4,2\u00A0MB');
  });

  it('list names as in a sentence', () => {
    expect(listText('sv', ['Almby', 'Dalbo', 'Ekfors'])).toBe('Almby, Dalbo och Ekfors');
    expect(listText('en', ['Almby', 'Dalbo'])).toBe('Almby and Dalbo');
    expect(listText('sv', ['Almby'])).toBe('Almby');
    expect(listText('sv', [])).toBe('');
  });
});
