import { missingWords } from '../../../src/documents/meetings/missing-words';
import type { MissingPaper } from '../../../src/domain/meetings/agenda/missing-papers';

const lacking = (lack: MissingPaper['lack'], document: string | null = null): MissingPaper => ({
  itemId: 'i',
  label: '11',
  title: 'Upphandling',
  lack,
  document,
});

describe('the list of missing papers in the package (M-4)', () => {
  it.each([
    ['a decision without papers', [lacking('papers')], false, ['Beslutsunderlag']],
    [
      'a decision without anything',
      [lacking('proposal'), lacking('papers')],
      false,
      ['Förslag till beslut', 'Beslutsunderlag'],
    ],
    ['a document that is not ready', [lacking('file', 'Årsredovisning')], false, ['Årsredovisning']],
    [
      'documents of a closed item, which are not named',
      [lacking('file', 'Yttrande om A.B.'), lacking('file', 'Journal')],
      true,
      ['Beslutsunderlag'],
    ],
  ])('names %s', (_case, missing, closed, lines) => {
    expect(missingWords(missing, closed)).toEqual(lines);
  });
});
