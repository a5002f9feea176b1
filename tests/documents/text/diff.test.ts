import { diffTexts } from '../../../src/documents/text/diff';

const kinds = (before: string, after: string): string[] =>
  diffTexts(before, after).map((change) => `${change.kind} ${change.text}`);

describe('what changed in a paragraph, for a verifier to read', () => {
  it('is nothing when only the line ends differ', () => {
    expect(kinds('a\r\n\r\nb', 'a\n\nb')).toEqual(['same a', 'same b']);
  });

  it('shows the words that were put in and taken out', () => {
    const [change] = diffTexts(
      'Nämnden beslutar att anta förslaget från 1 mars.',
      'Nämnden beslutar enhälligt att anta förslaget från 1 april.',
    );
    expect(change?.kind).toBe('changed');
    expect(
      change?.words.filter((word) => word.kind !== 'same').map((word) => `${word.kind} ${word.text.trim()}`),
    ).toEqual(['added enhälligt', 'removed mars', 'added april']);
  });

  it('keeps unchanged blocks in place around added and removed ones', () => {
    expect(kinds('ett\n\ntvå två två\n\ntre', 'ett\n\ntre\n\nfyra fyra')).toEqual([
      'same ett',
      'removed två två två',
      'same tre',
      'added fyra fyra',
    ]);
  });

  it('calls a block replaced when it shares less than half of its words', () => {
    expect(
      kinds('Ordföranden yrkar bifall till förslaget.', 'Mötet ajourneras i tio minuter efter votering.'),
    ).toEqual([
      'added Mötet ajourneras i tio minuter efter votering.',
      'removed Ordföranden yrkar bifall till förslaget.',
    ]);
  });

  it('sees a point of a list and a row of a table each on its own', () => {
    expect(
      kinds('1. att anta\n2. att avslå planen', '1. att anta\n2. att avslå hela planen').map(
        (line) => line.split(' ')[0],
      ),
    ).toEqual(['same', 'changed']);
    expect(
      kinds(
        '| A | B | C |\n| --- | --- | --- |\n| 1 | 2 | 3 |\n| 4 | 5 | 6 |',
        '| A | B | C |\n| --- | --- | --- |\n| 1 | 2 | 3 |\n| 4 | 5 | 7 |',
      ),
    ).toEqual(['same A | B | C', 'same 1 | 2 | 3', 'changed 4 | 5 | 7']);
  });

  it('shows a change of marks alone, though every word is the same', () => {
    const [change] = diffTexts('Nämnden beslutar bifall.', 'Nämnden beslutar **bifall**.');
    expect(change?.kind).toBe('changed');
    expect(change?.words.every((word) => word.kind === 'same')).toBe(true);
  });

  it('gives back both texts whole', () => {
    const [before, after] = ['ett två tre\n\n- fyra fem\n- sex', 'ett två\n\n- fyra fem sju\n- sex\n\nåtta'];
    const words = (kind: string): string =>
      diffTexts(before, after)
        .flatMap((change) => change.words.filter((word) => word.kind === 'same' || word.kind === kind))
        .map((word) => word.text)
        .join(' ')
        .replace(/\s+/g, ' ');
    expect(words('removed').replace(/ /g, '')).toBe('etttvåtrefyrafemsex');
    expect(words('added').replace(/ /g, '')).toBe('etttvåfyrafemsjusexåtta');
  });
});
